import type { Asking } from '../answer/index.ts'

/** A file's name has letters, digits and hyphens only. */
export function fileName(id: string, extension: string, { now, moment }: Asking): string {
  const today = now().toZonedDateTimeISO(moment.account.timeZone).toPlainDate()
  return `${id.replaceAll(/[^a-z0-9]+/gi, '-')}-${today}.${extension}`
}
