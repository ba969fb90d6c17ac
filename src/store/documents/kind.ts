import { ZodError, type z } from 'zod'
import type { Asking } from '../../answer/index.ts'
import { Refusal } from '../../errors/index.ts'
import type { LandedRow, Revision } from '../../landing/index.ts'
import type { EntityName } from '../../model/index.ts'

/** The record that figures are made from, of the same id: it lands with the document, and goes with it. */
export interface Lands<C> {
  readonly stream: EntityName
  readonly row: (content: C, at: string) => LandedRow
}

/** Where files are imported of what can also be made here: what they tell is a revision too, of nobody. */
export interface Imported<C> {
  /** As figures are made from it now; null when there is none. */
  readonly find: (asking: Asking, id: string) => Promise<C | null>
  /** Whether that row is what this content lands as. */
  readonly isSame: (content: C, loaded: C) => boolean
}

/** Whose rights documents of a kind follow. */
export interface DocumentRights<C> {
  /** The kind of record that is seen and changed under the same rights. */
  readonly object: EntityName
  readonly sees: (asking: Asking, content: C) => boolean
  readonly changes: (asking: Asking, content: C) => boolean
  /** What is said to who may not change it. */
  readonly refusal: () => Refusal
}

/** A kind of document that people make here. To add one is to add a file with one of these. */
export interface Kind<C> {
  readonly name: string
  /** As a reader calls one of them. */
  readonly title: string
  /** The content of today’s version. */
  readonly content: z.ZodType<C>
  /** Each makes the next version: the first makes version 2 of version 1. */
  readonly upgrades: readonly Upgrade[]
  /** Of the content of one, as JSON. */
  readonly mostBytes: number
  /** So many can there be at once. */
  readonly most: number
  readonly rights: DocumentRights<C>
  readonly unknown: (id: string) => Refusal
  /** What a reader calls a part of the content. */
  readonly label: (field: string) => string
  /** Refuses what the content alone cannot tell. */
  readonly check?: (asking: Asking, content: C) => void
  readonly lands?: Lands<C>
  readonly imported?: Imported<C>
}

export type Upgrade = (older: unknown) => unknown

/** One step: content of a version, read by the schema of that version, made content of the next. */
export const upgrade =
  <Older>(schema: z.ZodType<Older>, step: (older: Older) => unknown): Upgrade =>
  (older) =>
    step(schema.parse(older))

export const versionOf = ({ upgrades }: { readonly upgrades: readonly Upgrade[] }): number => upgrades.length + 1

/** The content in today’s version, whatever version it was written in; null when it was deleted. */
export function contentOf<C>(kind: Kind<C>, { id, version, content }: Revision): C | null {
  if (content === null) return null
  const of = { kind: kind.title, id }
  if (version > versionOf(kind)) throw new Refusal('document-newer', { ...of, found: version, known: versionOf(kind) })
  try {
    const upgraded = kind.upgrades.slice(version - 1).reduce<unknown>((older, step) => step(older), content)
    return kind.content.parse(upgraded)
  } catch (error) {
    if (!(error instanceof ZodError)) throw error
    throw new Refusal('document-unreadable', { ...of, version })
  }
}
