import { folded, idFrom, personIn, squeezed } from '../names.ts'
import type { KnownRecord } from './known.ts'

/** A name that was taken for another one because only spaces, case or signs differ. */
export interface NearMatch {
  readonly written: string
  readonly as: string
  readonly rows: number
}

/** A record that had to be made because a row names it and nothing of that name was there. */
export interface MadeRecord {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly rows: number
}

/** Finds records of one kind by their name, or makes them. */
export interface Register {
  /** The id of the record with this name or mail address. */
  idOf(name: string): string
  /** The id of the record with this name, mail address or id; null where there is none. */
  found(text: string): string | null
  /** The id that a row describing this record itself gets, where its file has no id. */
  claim(name: string): string
  know(id: string, name: string | null): void
  /** A row names a record by id and name: it is made when its id is not there. */
  introduce(id: string, name: string): void
  made(): readonly MadeRecord[]
  near(): readonly NearMatch[]
}

interface Entry {
  readonly id: string
  readonly name: string
}

type Counted<T> = Omit<T, 'rows'> & { rows: number }

/** `remember` is false where no file names records of this kind, so that a long file is not held in memory. */
export const register = (known: readonly KnownRecord[], remember: boolean): Register =>
  new NameRegister(known, remember)

class NameRegister implements Register {
  readonly #remember: boolean
  readonly #ids = new Set<string>()
  readonly #withEmail = new Set<string>()
  /** By folded name, and by id. */
  readonly #exact = new Map<string, Entry>()
  /** By squeezed name; null where two records are alike, so that neither is taken. */
  readonly #alike = new Map<string, Entry | null>()
  readonly #made = new Map<string, Counted<MadeRecord>>()
  readonly #near = new Map<string, Counted<NearMatch>>()
  /** Names as written, which mostly repeat, with what counts their rows. */
  readonly #met = new Map<string, { readonly id: string; readonly count: { rows: number } | null }>()

  constructor(known: readonly KnownRecord[], remember: boolean) {
    this.#remember = remember
    for (const { id, name, email } of known) {
      this.#know(id, name)
      if (email) this.#know(id, email)
    }
  }

  idOf(name: string): string {
    const met = this.#met.get(name) ?? this.#meet(name)
    if (met.count) met.count.rows++
    return met.id
  }

  found(text: string): string | null {
    const { name, email } = personIn(text)
    return this.#ids.has(text) ? text : this.#found(name, email)
  }

  claim(name: string): string {
    const id = this.#exact.get(folded(name))?.id ?? idFrom(name)
    this.know(id, name)
    return id
  }

  know(id: string, name: string | null): void {
    if (this.#remember) this.#know(id, name)
  }

  introduce(id: string, name: string): void {
    this.#make(id, name)
    const made = this.#made.get(id)
    if (made) made.rows++
  }

  made(): readonly MadeRecord[] {
    return [...this.#made.values()].map((record) => ({ ...record }))
  }

  near(): readonly NearMatch[] {
    return [...this.#near.values()].map((match) => ({ ...match }))
  }

  #meet(text: string): { readonly id: string; readonly count: { rows: number } | null } {
    const { name, email } = personIn(text)
    const id = this.#found(name, email) ?? this.#make(this.#freeId(name, email), text)
    const met = { id, count: this.#near.get(folded(name)) ?? this.#made.get(id) ?? null }
    this.#met.set(text, met)
    return met
  }

  /** Two of one name with two mail addresses are two. */
  #found(name: string, email: string | null): string | null {
    const byEmail = email === null ? undefined : this.#exact.get(folded(email))
    const byName = this.#exact.get(folded(name))
    const another = byName !== undefined && email !== null && this.#withEmail.has(byName.id)
    if (another && !byEmail) return null
    return byEmail?.id ?? byName?.id ?? this.#nearly(name)
  }

  #freeId(name: string, email: string | null): string {
    return email !== null && this.#ids.has(idFrom(name)) ? idFrom(email) : idFrom(name)
  }

  #nearly(name: string): string | null {
    const entry = squeezed(name) === '' ? null : this.#alike.get(squeezed(name))
    if (!entry) return null
    this.#near.set(folded(name), { written: name, as: entry.name, rows: 0 })
    this.#exact.set(folded(name), entry)
    return entry.id
  }

  #make(id: string, text: string): string {
    const { name, email } = personIn(text)
    if (!this.#ids.has(id)) this.#made.set(id, { id, name, email, rows: 0 })
    this.#know(id, name)
    if (email) this.#know(id, email)
    return id
  }

  #know(id: string, name: string | null): void {
    this.#ids.add(id)
    if (!name) return
    if (name.includes('@')) this.#withEmail.add(id)
    const entry = this.#exact.get(folded(name)) ?? { id, name }
    this.#exact.set(folded(name), entry)
    const like = this.#alike.get(squeezed(name))
    this.#alike.set(squeezed(name), like === undefined || like?.id === entry.id ? entry : null)
    if (id !== idFrom(name) && !this.#exact.has(folded(id))) this.#exact.set(folded(id), entry)
  }
}
