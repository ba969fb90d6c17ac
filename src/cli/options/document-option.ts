import { readFile } from 'node:fs/promises'
import { type ReportDocument, readDocument } from '../../answer/index.ts'
import { Refusal } from '../../errors/index.ts'

/** A report that somebody wrote as a document, in JSON. */
export async function documentIn(file: string): Promise<ReportDocument> {
  return readDocument(parsed(file, await textIn(file)))
}

async function textIn(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new Refusal('document-file-unreadable', { file, why: why(error) })
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal('document-file-unreadable', { file, why: `it is no JSON (${why(error)})` })
  }
}

const why = (error: unknown): string => (error instanceof Error ? error.message : String(error))
