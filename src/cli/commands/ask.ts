import { Command, Option } from 'commander'
import {
  type Asking,
  ask,
  frequencies,
  localViewer,
  rangePresets,
  reportList,
  type Subject,
  shapes,
} from '../../answer/index.ts'
import type { DataFolder } from '../../data-folder.ts'
import { drawnWordsIn, type Reader, themes } from '../../draw/index.ts'
import { Refusal } from '../../errors/index.ts'
import type { Language } from '../../words/index.ts'
import { type DataChoice, dataOption, readingData } from '../options/data-option.ts'
import { documentIn } from '../options/document-option.ts'
import { readCondition } from '../options/filter-option.ts'
import { languageOption, type Spoken, spokenIn } from '../options/language-option.ts'
import { wholeBetween } from '../options/number-option.ts'
import { type AskOptions, questionOf, readSetting } from '../options/question-option.ts'
import { type AnswerFormat, answerFormats, printAnswer } from '../print/answer-print.ts'
import { commaSeparated } from '../print/comma-separated.ts'
import { type PictureOptions, writePicture } from '../print/picture-print.ts'
import { printRecords } from '../print/records-print.ts'

type Options = AskOptions &
  DataChoice &
  PictureOptions & {
    readonly format: AnswerFormat
    readonly total?: true
    readonly open?: string
    readonly language?: Language
    readonly document?: string
  }

const examples = `
Examples:
  plumbline ask sales/deals-won-and-lost --range 2017-01-01..2017-12-31 --by owner
  plumbline ask sales/deals-created --range this-year --frequency monthly --filter "amount greater-than 1000"
  plumbline ask sales/average-deal-size --filter "stage.label any-of Won,Lost" --reps "Ada Bloom" --format json

A range is two days, both included (2017-01-01..2017-12-31), or one of:
  ${rangePresets.join(' ')}`

const several = (text: string, before: readonly string[] = []) => [...before, ...commaSeparated(text)]
const eachSetting = (text: string, before: AskOptions['set'] = {}) => ({ ...before, ...readSetting(text) })
const eachCondition = (text: string, before: readonly unknown[] = []) => [...before, readCondition(text)]

/** Its help lists the reports, which is all of them to load: Commander cannot wait while it writes help, so they come before it. */
export async function askCommand(withReports: boolean): Promise<Command> {
  return withQuestion(new Command('ask'))
    .description('Answer a report from the data folder, on standard output.')
    .argument('[report]', 'the id of the report, such as sales/deals-created')
    .option('--document <file>', 'instead of a report of ours a report as a document, in JSON')
    .addOption(new Option('--format <format>', 'how to print it').choices(answerFormats).default('table'))
    .option('--total', 'in csv: end with the row of totals, where there is one')
    .option('--open <note>', 'instead of the answer the records that one of its notes counts, such as inferred-history')
    .option('--picture <file>', 'write the chart into a file as SVG, instead of printing the answer')
    .addOption(new Option('--theme <theme>', 'the colours of the picture').choices(themes).default('light'))
    .addOption(
      new Option('--width <pixels>', 'how wide the picture is').argParser(wholeBetween(320, 4000)).default(960),
    )
    .addOption(languageOption())
    .addOption(dataOption())
    .addHelpText('after', withReports ? `${examples}\n${await listedReports()}` : examples)
    .action(answerReport)
}

function withQuestion(command: Command): Command {
  return command
    .option('--range <range>', 'which days')
    .option('--by <field>', 'what to group by: owner, team, any field such as stage.label, or none')
    .option('--breakdown <field>', 'a second grouping')
    .option('--filter <condition>', '"FIELD OPERATOR VALUES", can be repeated', eachCondition)
    .option('--tab <tab>', 'a tab of the report')
    .addOption(new Option('--compare <with>', 'a second range').choices(['none', 'previous-period', 'previous-year']))
    .addOption(new Option('--view <view>', 'one total or a row each period').choices(['totals', 'over-time']))
    .addOption(new Option('--frequency <length>', 'how long a period is; shows over time').choices(frequencies))
    .option('--pipeline <pipeline>', 'a pipeline, by name or id')
    .option('--reps <people>', 'owners, by name or id, separated by commas', several)
    .option('--teams <teams>', 'teams with those below them, by name or id, separated by commas', several)
    .option('--set <name=value>', "a setting of the report's own, can be repeated", eachSetting)
    .option('--sort <column>', 'a column of the answer, such as won_amount or won_amount:asc')
}

async function subjectOf(report: string | undefined, { document }: Options): Promise<Subject> {
  if (report !== undefined && document === undefined) return report
  if (report === undefined && document !== undefined) return documentIn(document)
  throw new Refusal('report-or-document', {})
}

async function answerReport(named: string | undefined, options: Options): Promise<void> {
  const report = await subjectOf(named, options)
  const isForPeople = options.format === 'table' || options.picture !== undefined
  const spoken = spokenIn(options.language, isForPeople, process.env)
  await readingData(options, async (folder) => {
    const [asking, question] = [askingOf(folder, spoken), questionOf(options)]
    const answer = shapes.answer.parse(await ask(asking, report, question))
    const reader = readerOf(answer, spoken)
    const { format, open, picture } = options
    if (picture !== undefined) return writePicture(answer, reader, { ...options, picture })
    if (open === undefined) return printAnswer(answer, format, options.total === true, reader)
    const cell = { measure: answer.chart.measure, note: open }
    await printRecords(asking, report, { question, cell }, format, reader)
  })
}

const askingOf = ({ warehouse }: DataFolder, { language }: Spoken): Asking => ({
  warehouse,
  moment: warehouse.moment(),
  now: () => Temporal.Now.instant(),
  viewer: localViewer,
  language,
})

const readerOf = ({ currency, timeZone }: shapes.Answer, { language, tag }: Spoken): Reader => ({
  language: tag,
  currency,
  timeZone,
  tell: drawnWordsIn(language),
})

async function listedReports(): Promise<string> {
  const reports = await reportList()
  const width = Math.max(...reports.map(({ id }) => id.length))
  const lines = reports.map(({ id, question }) => `  ${id.padEnd(width)}  ${question}`)
  return `\nReports:\n${lines.join('\n')}`
}
