import { Command } from 'commander'
import type { Account } from '../../model/index.ts'
import { effectsOf, noteWrite } from '../log.ts'
import { type DataChoice, dataOption, readingData, withData } from '../options/data-option.ts'
import { readCurrency, readMonth, readTimeZone, readWeekday } from '../options/setting-options.ts'

type Options = DataChoice &
  Partial<Pick<Account, 'timeZone' | 'currency' | 'weekStart'>> & { readonly fiscalYearStart?: number }

const examples = `
Examples:
  plumbline settings
  plumbline settings --time-zone Europe/Amsterdam --currency EUR
  plumbline settings --week-start sunday --fiscal-year-start april`

export function settingsCommand(): Command {
  return new Command('settings')
    .description('Show the settings of the company, or change them and rebuild.')
    .option('--time-zone <zone>', 'whose days all days are, such as Europe/Amsterdam', readTimeZone)
    .option('--currency <code>', 'what all amounts are converted to, such as EUR', readCurrency)
    .option('--week-start <day>', 'monday to sunday', readWeekday)
    .option('--fiscal-year-start <month>', 'january to december', readMonth)
    .addOption(dataOption())
    .addHelpText('after', examples)
    .action(settings)
}

async function settings({ data, fiscalYearStart, ...chosen }: Options): Promise<void> {
  const isAsked = Object.keys(chosen).length > 0 || fiscalYearStart !== undefined
  const opening = isAsked ? withData : readingData
  await opening({ data }, async ({ landing, warehouse }) => {
    const now = landing.account()
    const changed: Account = { ...now, ...chosen, fiscalYearStartMonth: fiscalYearStart ?? now.fiscalYearStartMonth }
    if (!same(now, changed)) {
      await landing.setAccount(changed)
      noteWrite(effectsOf(data), 'settings', { before: now, after: changed })
      console.error('Rebuilding the warehouse with the new settings.')
      await warehouse.rebuild()
    }
    console.log(inWords(changed))
  })
}

const same = (one: Account, other: Account) => inWords(one) === inWords(other)

const inWords = ({ timeZone, currency, weekStart, fiscalYearStartMonth }: Account) =>
  [
    `time zone          ${timeZone}`,
    `currency           ${currency}`,
    `week starts on     ${dayName(weekStart)}`,
    `fiscal year from   ${monthName(fiscalYearStartMonth)}`,
  ].join('\n')

/** 1 January 2024 was a Monday. */
const dayName = (weekday: number) => new Temporal.PlainDate(2024, 1, weekday).toLocaleString('en', { weekday: 'long' })
const monthName = (month: number) => new Temporal.PlainDate(2024, month, 1).toLocaleString('en', { month: 'long' })
