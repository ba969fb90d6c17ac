import { serverSettings } from '../src/cli/server-settings.ts'
import { table } from './tables.ts'

/** What a server can be told. */
export const settingsTable = (): string =>
  table(
    ['option', 'variable', 'without it', 'what it is'],
    serverSettings().map(({ flags, envVar, defaultValue, defaultValueDescription, description }) => [
      `\`${flags}\``,
      `\`${envVar}\``,
      defaultValueDescription ?? String(defaultValue ?? '–'),
      description,
    ]),
  )
