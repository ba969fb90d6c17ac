import type { CustomField } from '../../../model/index.ts'
import { customFields } from '../fields/custom-fields.ts'
import { type FileKind, fileKinds, type NamedKind, namedKinds } from '../fields/targets.ts'
import type { SeenFile } from '../file/look.ts'
import { type ListMapping, type Mapping, type RecordsMapping, stagesIn } from '../mapping/mapping.ts'
import { isRecords } from '../mapping/mapping-file.ts'
import { type Cells, cellsOf, type ListUse } from './cells.ts'
import { type ListIndex, listIndex } from './list-index.ts'
import { meaningFrom, type StageMeaning } from './stages.ts'

/** One file of records, ready to be landed. */
export interface FilePlan {
  readonly kind: FileKind
  readonly file: SeenFile
  readonly mapping: RecordsMapping
  readonly cells: Cells
  readonly fields: readonly CustomField[]
  readonly lists: ReadonlyMap<string, ListUse>
  readonly timeZone: string
}

/** The files of records in the order in which they may refer to one another. */
export async function plans(
  files: readonly SeenFile[],
  mapping: Mapping,
  there: readonly CustomField[],
  timeZone: string,
): Promise<readonly FilePlan[]> {
  const defined = [...there]
  const made: FilePlan[] = []
  for (const kind of fileKinds) {
    for (const file of files) {
      const own = mapping.files[file.name]
      if (!own || !isRecords(own) || own.records !== kind) continue
      const plan = await planned({ kind, file, own, files, mapping, there: defined, timeZone })
      replaceIn(defined, plan.fields)
      made.push(plan)
    }
  }
  return made
}

interface Planning {
  readonly kind: FileKind
  readonly file: SeenFile
  readonly own: RecordsMapping
  readonly files: readonly SeenFile[]
  readonly mapping: Mapping
  readonly there: readonly CustomField[]
  readonly timeZone: string
}

async function planned({ kind, file, own, files, mapping, there, timeZone }: Planning): Promise<FilePlan> {
  const indexes = await indexesOf(own, files, mapping)
  const spelling = (list: string | undefined, value: string) =>
    indexes.get(list ?? '')?.index.known(value)?.key ?? value
  const fields = customFields(kind, file, own, there, spelling)
  const lists = listUses(kind, indexes, [...there, ...fields.values()])
  const cells = cellsOf({ file, mapping: own, fields, lists, timeZone })
  const all = [fields, ...[...lists.values()].map((list) => list.fields)]
  return { kind, file, mapping: own, cells, lists, timeZone, fields: all.flatMap((some) => [...some.values()]) }
}

interface ReadList {
  readonly file: SeenFile
  readonly list: ListMapping
  readonly index: ListIndex
}

async function indexesOf(
  own: RecordsMapping,
  files: readonly SeenFile[],
  mapping: Mapping,
): Promise<ReadonlyMap<string, ReadList>> {
  const indexes = new Map<string, ReadList>()
  for (const name of listNames(own)) {
    const [file, list] = [files.find((one) => one.name === name), mapping.files[name]]
    if (file && list?.records === 'list') indexes.set(name, { file, list, index: await listIndex(file, list) })
  }
  return indexes
}

function listUses(
  kind: FileKind,
  indexes: ReadonlyMap<string, ReadList>,
  there: readonly CustomField[],
): ReadonlyMap<string, ListUse> {
  const uses = new Map<string, ListUse>()
  for (const [name, { file, list, index }] of indexes) {
    const fields = customFields(kind, file, list, there, (_, value) => value)
    uses.set(name, { file, index, fields, columns: list.columns })
  }
  return uses
}

/** The lists that a mapping asks for. */
export const listNames = (mapping: RecordsMapping): readonly string[] =>
  Object.values(mapping.columns).flatMap((column) => (typeof column === 'object' && column.list ? [column.list] : []))

function replaceIn(defined: CustomField[], fields: readonly CustomField[]): void {
  for (const field of fields) {
    const at = defined.findIndex((other) => other.entity === field.entity && other.name === field.name)
    if (at < 0) defined.push(field)
    else defined[at] = field
  }
}

/** Kinds of record that some file refers to by name. A history may name each of them in its values. */
export const namedIn = (made: readonly FilePlan[]): ReadonlySet<NamedKind> =>
  made.some(({ kind }) => kind === 'property_change')
    ? new Set(namedKinds)
    : new Set(made.flatMap(({ cells }) => cells.references.filter((one) => one.nameAt !== null).map((one) => one.to)))

/** What a file of deals says of a stage counts more than what a history says. */
export function stageMeanings(made: readonly FilePlan[]): ReadonlyMap<string, StageMeaning> {
  const texts = made.toReversed().flatMap(({ mapping }) => stagesIn(mapping))
  return new Map(texts.flatMap(([label, text]) => meaningOf(label, text)))
}

function meaningOf(label: string, text: string): readonly (readonly [string, StageMeaning])[] {
  const meaning = meaningFrom(text)
  return meaning ? [[label, meaning]] : []
}
