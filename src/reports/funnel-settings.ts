import type { AskedWith, Choice, Setting } from './report.ts'

const stages: Setting = {
  key: 'stages',
  label: 'Stages',
  doc: 'Which stages are steps; all open ones and won unless chosen.',
  kind: 'stages',
  optional: false,
}

const date: Choice = {
  key: 'date',
  label: 'Date range by',
  doc: 'Which date of a deal is in the range.',
  options: [
    { value: 'created', label: 'Create date', rules: [] },
    { value: 'closed', label: 'Close date', rules: [] },
  ],
}

const time: Choice = {
  key: 'time',
  label: 'Time in stage',
  doc: 'How several visits of a deal to a stage make one length.',
  options: [
    { value: 'cumulative', label: 'All visits together', rules: [] },
    { value: 'span', label: 'First in to last out', rules: [] },
  ],
}

export const funnelSettings: readonly Setting[] = [stages, date, time]

/** What the settings and the range give to the facts of the funnel. */
export const funnelGiven = ({ range, pipeline, settings }: AskedWith) => ({
  from: range.from,
  until: range.until,
  pipeline,
  stages: (settings.stages ?? '').split(',').filter((stage) => stage !== ''),
  date: settings.date ?? 'created',
  time: settings.time ?? 'cumulative',
})
