import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { catalogue, type Listed, type SmallTable } from '../src/reports/index.ts'
import { metricsTable } from './metrics-table.ts'
import { settingsTable } from './settings-table.ts'
import { withTable } from './tables.ts'

/** The page of each report, by its path below `docs/reports`. Written by `npm run docs`; a test holds that they are current. */
export async function reportPages(): Promise<ReadonlyMap<string, string>> {
  return new Map((await catalogue()).map((report) => [`${report.id}.md`, page(report)]))
}

const page = (report: Listed): string => `${paragraphs(report).join('\n\n')}\n`

const paragraphs = (report: Listed): readonly string[] => [
  `# ${report.title}`,
  `**${report.question}** · ${report.collection}, ${report.topic} · \`${report.id}\``,
  `## What is counted\n\n${report.doc.counts}`,
  `## What is left out\n\n${report.doc.leavesOut}`,
  `## How to read it\n\n${report.doc.reading}`,
  ...(report.doc.doubts.length === 0
    ? []
    : [`## Where it could be read in another way\n\n${bullets(report.doc.doubts)}`]),
  ...(report.tabs.length === 0
    ? [selection(report)]
    : report.tabs.map((tab) => `## Tab “${tab.label}”\n\n${selection({ ...report, ...tab }, '###')}`)),
]

const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')

function selection(
  { measures, settings, example }: Pick<Listed, 'measures' | 'settings' | 'example'>,
  level = '##',
): string {
  const figures = measures.map(({ label, doc }) => `- **${label}**: ${doc}`)
  const choices = settings.map(({ label, doc }) => `- **${label}**: ${doc}`)
  return [
    `${level} Figures\n\n${figures.join('\n')}`,
    ...(choices.length === 0 ? [] : [`${level} Settings\n\n${choices.join('\n')}`]),
    `${level} Worked example\n\n${example.story}`,
    ...Object.entries(example.given).map(([name, table]) => `Given, \`${name}\`:\n\n${markdown(table)}`),
    `Asked on ${example.today}: \`${JSON.stringify(example.question)}\`\n\n${markdown(example.expected)}`,
  ].join('\n\n')
}

const markdown = ({ columns, rows }: SmallTable) =>
  [columns, columns.map(() => '---'), ...rows.map((cells) => cells.map((cell) => cell ?? ''))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of await reportPages()) {
    const file = new URL(`./reports/${path}`, import.meta.url)
    mkdirSync(dirname(file.pathname), { recursive: true })
    writeFileSync(file, text)
  }
  const guide = new URL('./guide/operating.md', import.meta.url)
  const withSettings = withTable(readFileSync(guide, 'utf8'), 'settings', settingsTable())
  writeFileSync(guide, withTable(withSettings, 'metrics', await metricsTable()))
}
