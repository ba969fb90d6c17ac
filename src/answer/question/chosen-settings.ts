import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '../../errors/index.ts'
import { type Aggregate, aggregatedValue, type Measure, type Rule, rangeOf } from '../../query/index.ts'
import type { Choice, ChoiceOption, Listed, Setting } from '../../reports/index.ts'
import type { Asking } from '../asking.ts'
import type { People } from '../shapes.ts'
import { checkSteps } from './names.ts'
import type { Question } from './question.ts'

type Chosen = Readonly<Record<string, string>>

/** The options that are chosen; a setting that nobody chose has its first. */
const optionsOf = (settings: readonly Setting[], chosen: Chosen): readonly ChoiceOption[] =>
  settings.flatMap((setting) => {
    const options = 'options' in setting ? setting.options : []
    const value = chosen[setting.key] ?? options[0]?.value
    return options.filter((option) => option.value === value)
  })

/** The report with its measures read as the chosen settings say. */
export function readAs<R extends Pick<Listed, 'settings' | 'measures'>>(report: R, { settings = {} }: Question): R {
  const readings = optionsOf(report.settings, settings).flatMap(({ reads }) => reads ?? [])
  if (readings.length === 0) return report
  return { ...report, measures: report.measures.map((measure) => readings.reduce(readOnce, measure)) }
}

function readOnce(measure: Measure, { of, as }: NonNullable<ChoiceOption['reads']>): Measure {
  const value = aggregatedValue(measure.value)
  return value && isDeepStrictEqual(value, of)
    ? { ...measure, value: { ...measure.value, of: as } as Aggregate }
    : measure
}

export const runsOn = ({ settings }: Listed, chosen: Chosen): boolean =>
  optionsOf(settings, chosen).some((option) => option.runsOn)

interface SettledSetting {
  readonly key: string
  readonly value: string
  readonly rules: readonly Rule[]
}

export function settingsOf(
  asking: Asking,
  report: Listed,
  { settings = {} }: Question,
  today: string,
  people: Pick<People, 'stages'>,
): readonly SettledSetting[] {
  const unknown = Object.keys(settings).find((key) => !report.settings.some((each) => each.key === key))
  if (unknown)
    throw new Refusal('setting-unknown', { setting: unknown, value: settings[unknown] ?? '', report: report.title })
  return report.settings.map((setting) => {
    const value = settings[setting.key] ?? ''
    if ('options' in setting) return chosenOption(report, setting, settings[setting.key])
    if (setting.kind === 'range' && value !== '' && !rangeOf(value, today, asking.moment.account))
      throw new Refusal('range-unreadable', { range: value })
    if (setting.kind !== 'range') checkSteps(report, setting, value, people)
    return { key: setting.key, value, rules: [] }
  })
}

function chosenOption(report: Listed, { key, options }: Choice, value: string | undefined): SettledSetting {
  const option = value === undefined ? options[0] : options.find((each) => each.value === value)
  if (!option) throw new Refusal('setting-unknown', { setting: key, value: value ?? '', report: report.title })
  return { key, value: option.value, rules: option.rules ?? [] }
}
