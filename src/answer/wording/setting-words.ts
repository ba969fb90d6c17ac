import { lifecycleStages } from '../../model/index.ts'
import type { Setting } from '../../reports/index.ts'
import type { Say } from '../../words/index.ts'
import type { People } from '../shapes.ts'

type Stages = Pick<People, 'stages'>

/** Null for what the report does anyway. */
export function settingInWords(say: Say, setting: Setting, value = '', people: Stages): string | null {
  if ('options' in setting) return optionInWords(setting.options, value)
  if (value === '') return null
  return setting.kind === 'range' ? rangeInWords(say, value) : stepsInWords(say, value, setting.kind, people)
}

function optionInWords(options: readonly { readonly value: string; readonly label: string }[], value: string) {
  const option = options.find((each) => each.value === value)
  return option && option !== options[0] ? option.label : null
}

/** `last-quarter` reads `Last quarter`; two days stay days. */
function rangeInWords(say: Say, range: string): string {
  if (range.includes('..')) return range.replace('..', ' – ')
  const said = range.replaceAll('-', ' ')
  return say(said.charAt(0).toUpperCase() + said.slice(1))
}

/** `id,id?,id` by the names of the stages; stages of a pipeline keep their own order. */
function stepsInWords(say: Say, value: string, kind: 'stages' | 'lifecycle', { stages }: Stages): string {
  const named = new Map(
    kind === 'stages'
      ? stages.map(({ id, label }) => [id, label])
      : lifecycleStages.map(({ value, label }) => [value, say(label)]),
  )
  const steps = value.split(',').filter((step) => step !== '')
  return steps
    .map((step) => {
      const id = step.replace(/\?$/, '')
      return `${named.get(id) ?? id}${step === id ? '' : ` (${say('optional')})`}`
    })
    .join(kind === 'stages' ? ', ' : ' → ')
}
