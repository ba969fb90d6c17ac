import { z } from 'zod'
import { type EntityName, kindNames } from '../model/index.ts'
import { revision } from './revision.ts'

const text = z.string()
const count = z.int().nonnegative()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Below the landing folder, and never outside of it. */
const below = (part: string) => text.regex(new RegExp(`^${part}[/\\\\](?!\\.)[^/\\\\]+$`))

/** A kind of record that this Plumbline does not know stays landed, and is not loaded. */
const stream = z.custom<EntityName>((value) => typeof value === 'string')

export const segment = z.strictObject({
  seq: z.int().positive(),
  source: text,
  stream,
  format: z.enum(['ndjson.zst', 'parquet']),
  columns: z.array(text),
  rows: count,
  bytes: count,
  sha256,
  file: below('segments'),
  origin: text.nullable(),
  landedAt: text,
  joined: z.strictObject({ from: z.int().positive(), segments: z.int().positive() }).optional(),
})

export const original = z.strictObject({
  key: text,
  name: text,
  file: below('files'),
  importedAt: text,
  sha256: sha256.nullable(),
  bytes: count.nullable(),
})

/** Further properties of a field are words about it, and come along. */
const customField = z.looseObject({
  entity: stream,
  custom: z.literal(true),
  name: text,
  kind: z.enum(kindNames),
  label: text,
})

export const account = z.looseObject({
  timeZone: text,
  currency: text,
  weekStart: z.int(),
  fiscalYearStartMonth: z.int(),
})

const number = z.int().positive()

export const content = {
  segments: z.array(segment),
  originals: z.array(original),
  fields: z.array(customField),
  cursors: z.array(z.strictObject({ source: text, stream: text, cursor: text })),
  account: account.nullable(),
}

const change = z.strictObject({
  takenBack: z.array(number),
  again: z.array(number),
  reread: z.array(z.strictObject({ batch: number, ...content })),
})

const join = z.strictObject({ segment, of: z.array(number).min(1) })

/** What a batch record of today's format holds. A key more is a new format. */
export const recordShape = z.strictObject({
  number,
  ...content,
  change: change.optional(),
  documents: z.array(revision).min(1).optional(),
  joins: z.array(join).min(1).optional(),
})
