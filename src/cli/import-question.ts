import { createInterface } from 'node:readline/promises'
import { Refusal } from '../errors/index.ts'
import type { Ask } from '../sources/csv/index.ts'
import { isCurrency } from './options/setting-options.ts'
import type { Quietly } from './print/progress.ts'

/** Writes a question and gives the line that is answered; null when there will be no answer. */
type Prompt = (question: string) => Promise<string | null>

export const asking = (prompt: Prompt): Ask => ({ reading: askingReading(prompt), currency: askingCurrency(prompt) })

/** Asks until one of the readings is chosen; an empty line is the first of them. */
const askingReading =
  (prompt: Prompt): Ask['reading'] =>
  async ({ file, header }, { about, rows, choices }) => {
    const readings = choices.map(({ says }, at) => `  ${at + 1}  ${says}\n`)
    const many = `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`
    const question = `'${header}' in ${file} has ${about} (${many}). Which is meant?\n${readings.join('')}1 to ${choices.length}, Enter for 1: `
    for (;;) {
      const answer = (await prompt(question))?.trim()
      if (answer === undefined) throw new Refusal('csv-unanswered', undefined)
      const choice = choices[answer === '' ? 0 : Number(answer) - 1]
      if (choice) return choice
    }
  }

/** Asks until the answer is a currency; an empty line is the first of the likely ones. */
const askingCurrency =
  (prompt: Prompt): Ask['currency'] =>
  async (likely) => {
    const [first = 'USD'] = likely
    const named = likely.length > 1 ? ` Deals are in ${likely.toSorted().join(', ')}.` : ''
    const question = `No file tells the company's currency.${named} Which is it? A code such as EUR, Enter for ${first}: `
    for (;;) {
      const answer = (await prompt(question))?.trim().toUpperCase()
      if (answer === undefined) throw new Refusal('csv-unanswered', undefined)
      if (answer === '') return first
      if (isCurrency(answer)) return answer
    }
  }

/** Only where a person can read and answer. */
export const terminalAsk = (quietly: Quietly): Ask | undefined =>
  process.stdin.isTTY && process.stderr.isTTY ? asking((question) => quietly(() => onTerminal(question))) : undefined

async function onTerminal(question: string): Promise<string | null> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const closed = new Promise<null>((resolve) => terminal.once('close', () => resolve(null)))
    return await Promise.race([terminal.question(question), closed])
  } finally {
    terminal.close()
  }
}
