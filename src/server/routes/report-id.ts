import { z } from 'zod'

const part = z.string().max(100)

/** The path of a report; only the catalogue decides whether there is such a report. */
export const reportPath = z.strictObject({ collection: part, name: part })

export const reportId = ({ collection, name }: z.infer<typeof reportPath>): string => `${collection}/${name}`
