import { Choice } from '../../../parts/choice.tsx'
import { useWords } from '../../../words/index.ts'
import { useReport } from '../report-context.ts'
import { RangeChoice } from './range-choice.tsx'
import { type Setting, useSetting } from './setting.ts'
import { SettingSteps } from './steps-setting.tsx'

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
