import type { ColumnProfile } from '../columns/column-profile.ts'
import { folded } from '../names.ts'
import { wordFiles } from '../words.ts'
import type { KnownStage } from './known.ts'

/** What a stage is taken to be. The probability of an open one is in percent. */
export type StageMeaning =
  | { readonly is: 'open'; readonly probability: number }
  | { readonly is: 'won' }
  | { readonly is: 'lost' }

const within = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'u')

const won = within(
  '(?:closed)?won|win|gewonnen|vundet|vunnit|vunnet|gagnée?s?|conclue?s?|ganad[ao]s?|ganh[ao]|vinta|wygrane|closed (?:deal|sale)',
)
const wonAlone = /^(?:sold|signed|contract signed|completed|paid|verkocht|verkauft|solgt|vendue?|vendid[ao])$/u
const lost = within(
  '(?:closed)?lost|lose|loss|verloren|tabt|förlorad|tapt|perdue?s?|perdid[ao]s?|persa|przegrane|abandoned|cancell?ed|geannuleerd|storniert|annulleret|annulée?|cancelad[ao]|rejected|declined|disqualified|dead|no (?:sale|deal|decision)',
)
const not = within('not|nicht|niet|ikke|inte|non|no')

const said = (closing: 'won' | 'lost'): ReadonlySet<string> =>
  new Set(wordFiles.flatMap(({ stages }) => stages?.[closing] ?? []).map(bare))

function bare(stage: string): string {
  return folded(stage.replace(/[^\p{L}\p{N}]+/gu, ' '))
}

const [saidWon, saidLost] = [said('won'), said('lost')]

/** Won or lost by the name alone; null: open. */
export function closingIn(stage: string): 'won' | 'lost' | null {
  const words = bare(stage)
  if (saidLost.has(words)) return 'lost'
  if (saidWon.has(words)) return 'won'
  if (lost.test(words)) return 'lost'
  return (won.test(words) || wonAlone.test(words)) && !not.test(words) ? 'won' : null
}

/** The way through a pipeline as the big products ship it, and as people name it. */
const usualOrder: readonly RegExp[] = [
  /\b(?:new|lead|incoming|suspect|nieuw|neu)\b/u,
  /\b(?:prospect\w*|contact made|contacted|discovery|appointment\w*)\b/u,
  /\b(?:qualif\w*|kwalif\w*)\b/u,
  /\b(?:engag\w*|needs?|analysis|demo\w*|presentation\w*|meeting)\b/u,
  /\b(?:value proposition|decision mak\w*|perception|evaluation|pilot|trial|proof)\b/u,
  /\b(?:propos\w*|quot\w*|pric\w*|offer\w*|offerte|angebot|tilbud|devis)\b/u,
  /\b(?:negotiat\w*|review|onderhandel\w*|verhandl\w*|forhandl\w*)\b/u,
  /\b(?:contract\w*|commit\w*|verbal|signature|legal)\b/u,
]

/** -1 for a name that is not a usual one. */
const usualPlace = (label: string): number => usualOrder.findIndex((pattern) => pattern.test(folded(label)))

interface Seen {
  readonly label: string
  readonly closing: 'won' | 'lost' | null
  readonly usual: number
  /** Average number of filled cells in the rows of the stage: it grows as a deal goes along. */
  readonly filled: number
}

/** Stages of a column in the order deals go through them: usual names, then how much is filled in; won and lost last. */
export function concludedStages(column: ColumnProfile): ReadonlyMap<string, StageMeaning> {
  const seen = [...column.values].map(([label, { rows, filledCells }]) => stageSeen(label, filledCells / rows))
  const open = inOrder(seen.filter((stage) => stage.closing === null))
  const closed = ['won', 'lost'].flatMap((closing) => seen.filter((stage) => stage.closing === closing))
  return new Map<string, StageMeaning>([
    ...open.map((stage, at) => [stage.label, { is: 'open', probability: evenly(at, open.length) }] as const),
    ...closed.map((stage) => [stage.label, { is: stage.closing ?? 'lost' }] as const),
  ])
}

const stageSeen = (label: string, filled: number): Seen => ({
  label,
  closing: closingIn(label),
  usual: usualPlace(label),
  filled,
})

/** Names decide only when they place every stage. */
function inOrder(open: readonly Seen[]): readonly Seen[] {
  const shipped = shippedOrder(open)
  if (shipped) return shipped
  const places = new Set(open.map((stage) => stage.usual))
  const placed = !places.has(-1) && places.size === open.length
  return open.toSorted((a, b) => (placed ? a.usual - b.usual : a.filled - b.filled))
}

/** All of them are stages that one product ships, in its order. */
function shippedOrder(open: readonly Seen[]): readonly Seen[] | null {
  const place = (order: readonly string[], { label }: Seen): number => order.indexOf(bare(label))
  const order = shippedStages.find((stages) => open.every((stage) => place(stages, stage) >= 0))
  return order && open.length > 1 ? open.toSorted((a, b) => place(order, a) - place(order, b)) : null
}

const shippedStages = wordFiles.flatMap(({ stages }) => (stages?.open ? [stages.open.map(bare)] : []))

const evenly = (at: number, of: number): number => Math.round(((at + 1) * 100) / (of + 1))

export interface PlacedStage {
  readonly meaning: StageMeaning
  readonly order: number
}

/** Where a stage stands that only a history names, by its name between the stages that are told, in their order. */
export function placedBetween(label: string, told: readonly (readonly [string, PlacedStage])[]): PlacedStage {
  const closing = closingIn(label)
  if (closing) return { meaning: { is: closing }, order: told.length }
  const open = told.flatMap(([name, { meaning, order }]) =>
    meaning.is === 'open' ? [{ name, order, ...meaning }] : [],
  )
  const usual = usualPlace(label)
  const later = usual < 0 ? -1 : open.findIndex(({ name }) => usualPlace(name) > usual)
  const at = later < 0 ? open.length : later
  const [before, after] = [open[at - 1]?.probability ?? 0, open[at]?.probability ?? 100]
  const order = (open[at]?.order ?? open.length) - (usual < 0 ? 0.1 : 0.9 - usual / 10)
  return { meaning: { is: 'open', probability: Math.round((before + after) / 2) }, order }
}

/** `open 33%`, `won` or `lost`, as the mapping file says it. */
export const meaningText = (meaning: StageMeaning): string =>
  meaning.is === 'open' ? `open ${meaning.probability}%` : meaning.is

export const meaningThere = ({ isClosed, isWon, probability }: KnownStage): StageMeaning =>
  isClosed ? { is: isWon ? 'won' : 'lost' } : { is: 'open', probability: probability ?? 0 }

export function meaningFrom(text: string): StageMeaning | null {
  if (text === 'won' || text === 'lost') return { is: text }
  const found = /^open (\d{1,2}(?:\.\d+)?)%$/.exec(text)
  return found ? { is: 'open', probability: Number(found[1]) } : null
}
