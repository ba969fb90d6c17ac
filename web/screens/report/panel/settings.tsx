import type { shapes } from '../../../../src/answer/index.ts'
import { Choice } from '../../../parts/choice.tsx'
import { useWords } from '../../../words/index.ts'
import { useReport } from '../report-context.ts'
import { RangeChoice } from './range-choice.tsx'
import { Several } from './several.tsx'

type Setting = shapes.ReportPage['settings'][number]

/** What only this report lets the reader choose. */
export function ReportSettings() {
  const { page } = useReport()
  return page.settings.map((setting) => <OwnSetting key={setting.key} setting={setting} />)
}

function OwnSetting({ setting }: { readonly setting: Setting }) {
  switch (setting.kind) {
    case 'choice':
      return <SettingChoice setting={setting} />
    case 'range':
      return <SettingRange setting={setting} />
    case 'stages':
    case 'lifecycle':
      return <SettingSteps setting={setting} />
  }
}

/** What is set, and how to set it: what the report does anyway is left out of the address. */
function useSetting({ key, options }: Setting): readonly [value: string, set: (value: string) => void] {
  const { page, full, ask } = useReport()
  const usual = page.defaults.settings?.[key] ?? options[0]?.value ?? ''
  const { [key]: value = usual, ...others } = full.settings ?? {}
  return [value, (next) => ask({ settings: next === usual ? others : { ...others, [key]: next } })]
}

function SettingChoice({ setting }: { readonly setting: Setting }) {
  const [value, set] = useSetting(setting)
  return (
    <Choice
      label={setting.label}
      shown={setting.options.find((option) => option.value === value)?.label ?? value}
      groups={[{ label: null, options: setting.options }]}
      chosen={[value]}
      onPick={set}
    />
  )
}

function SettingRange({ setting }: { readonly setting: Setting }) {
  const words = useWords()
  const [value, set] = useSetting(setting)
  return <RangeChoice label={setting.label} range={value} none={words('range.asReport')} onPick={set} />
}

/** Chosen steps stay in their own order. */
function SettingSteps({ setting }: { readonly setting: Setting }) {
  const words = useWords()
  const { question, ask } = useReport()
  const { [setting.key]: value = '', ...others } = question.settings ?? {}
  const chosen = value.split(',').filter(Boolean)
  const set = (steps: readonly string[] = []) => {
    const ordered = setting.options.map((option) => option.value).filter((step) => steps.includes(step))
    ask({ settings: ordered.length > 0 ? { ...others, [setting.key]: ordered.join(',') } : others })
  }
  if (setting.options.length === 0) return null
  return (
    <Several
      label={setting.label}
      none={words('settings.allMeasures')}
      options={setting.options}
      chosen={chosen}
      onChange={set}
    />
  )
}
