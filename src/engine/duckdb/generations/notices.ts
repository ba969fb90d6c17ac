import type { Entity, Model } from '../../../model/index.ts'
import { homeFields } from '../loading/home-money.ts'
import { circularTeams } from '../loading/team-scope.ts'
import { literal, quoted } from '../quoting.ts'

/** Writes down anew what a reader of the data page should know about the records. */
export const takeNotice = (model: Model): readonly string[] => [
  'DELETE FROM notice',
  `INSERT INTO notice SELECT 'These teams lie below themselves, so choosing one chooses all of them: ' || names || '.'
   FROM (${circularTeams}) found(names) WHERE names IS NOT NULL`,
  ...Object.values(model).flatMap(unconverted),
]

const unconverted = (entity: Entity): readonly string[] =>
  homeFields(entity).map(
    (field) => `INSERT INTO notice
        SELECT ${literal(`${capital(entity.plural)} without an ${field.label.toLowerCase()}, because there is no exchange rate for `)} || upper(currency) || ': ' || count(*) || '.'
        FROM ${quoted(entity.name)}
        WHERE ${quoted(field.name)} IS NULL AND ${quoted(field.homeOf ?? field.name)} IS NOT NULL
        GROUP BY upper(currency) ORDER BY upper(currency)`,
  )

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
