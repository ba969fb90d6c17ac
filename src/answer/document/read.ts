import { Refusal } from '../../errors/index.ts'
import { documentVersion, mostDocumentBytes, type ReportDocument, reportDocument } from './schema.ts'
import { placeOf, wrong } from './wrong.ts'

const mostLevels = 40

/** Each makes the next version: the first makes version 2 of version 1. */
const upgrades: readonly ((older: object) => object)[] = []

/** A document from outside, in today's version; else one sentence on what is wrong with it, and where. */
export function readDocument(given: unknown): ReportDocument {
  refuseLarge(given)
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw wrong('', 'a document is an object with version, title, counts, measures and so on')
  const { success, data, error } = reportDocument.safeParse(inTodaysVersion(given))
  if (success) return data
  const [issue] = error.issues
  throw wrong(placeOf(issue?.path ?? []), inSentence(issue?.message ?? 'something is wrong'))
}

function inTodaysVersion(given: object): object {
  const version: unknown = 'version' in given ? given.version : undefined
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw wrong('version', `the version is missing or is none; write ${documentVersion}`)
  if (version > documentVersion) throw new Refusal('report-document-newer', { found: version, known: documentVersion })
  return upgrades.slice(version - 1).reduce((older, step) => step(older), given)
}

/** Before anything looks into it: a parser would go down every level. */
function refuseLarge(given: unknown): void {
  if (levelsIn(given) > mostLevels || Buffer.byteLength(JSON.stringify(given) ?? '') > mostDocumentBytes)
    throw new Refusal('report-document-large', { kibibytes: mostDocumentBytes / 1024, deep: mostLevels })
}

/** Counted level by level, and no further than is allowed. */
function levelsIn(given: unknown): number {
  let level: readonly unknown[] = [given]
  let count = 0
  while (level.length > 0 && count <= mostLevels) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
    count += 1
  }
  return count
}

const inSentence = (message: string): string => {
  const text = message.replace(/^Invalid input: /, '').slice(0, 300)
  return text.charAt(0).toLowerCase() + text.slice(1)
}
