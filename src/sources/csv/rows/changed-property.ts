import { type Canonical, canonicalFor, type Writing } from '../columns/canonical.ts'
import { wordNamed } from '../fields/matching.ts'
import { type RecordKind, targetsOf } from '../fields/targets.ts'
import { columnName, squeezed } from '../names.ts'
import type { Meeting } from './record-rows.ts'

/** A property as history calls it, and how its values are told. */
export interface ChangedProperty {
  readonly name: string
  readonly read: (value: string, pipelineId: () => string | null) => string
}

/** What Salesforce calls the categories that are called otherwise here. */
const forecastNames: ReadonlyMap<string, string> = new Map([
  ['omitted', 'OMIT'],
  ['forecast', 'COMMIT'],
])

/** The property that a name means for such records; one that is not known keeps its name and its values. */
export function changedProperty(
  entity: RecordKind,
  written: string,
  writing: Writing,
  meeting: Meeting,
): ChangedProperty {
  const word = wordNamed(entity, written)
  const target = word === null ? undefined : targetsOf[entity].get(word)
  if (target?.is === 'field')
    return { name: target.field.name, read: fieldReader(canonicalFor(target.field, writing), target.field.name) }
  if (target?.is === 'reference') return { name: target.via, read: referenceReader(target.to, meeting) }
  if (word === 'stage' || word === 'status') return { name: 'stage_id', read: stageReader(meeting) }
  if (word === 'pipeline') return { name: 'pipeline_id', read: (value) => meeting.pipelines.pipelineOf(value) }
  return { name: columnName(written), read: (value) => value }
}

const fieldReader = (canonical: Canonical, name: string): ChangedProperty['read'] =>
  name === 'forecast_category'
    ? (value) => forecastNames.get(squeezed(value)) ?? canonical(value) ?? value
    : (value) => canonical(value) ?? value

const stageReader =
  ({ pipelines }: Meeting): ChangedProperty['read'] =>
  (value, pipelineId) =>
    pipelines.stageThen(pipelineId(), value)

/** Owners are made for a name that nobody has; an id that nobody has stays as it is. */
const referenceReader =
  (to: 'owner' | 'company' | 'contact' | 'deal', { registers }: Meeting): ChangedProperty['read'] =>
  (value) =>
    registers[to].found(value) ?? (to === 'owner' && !isBareId(value) ? registers.owner.idOf(value) : value)

/** Digits and no space or mail address: what a CRM gives its records. */
export const isBareId = (value: string): boolean => /^[\p{L}\d_-]*\d[\p{L}\d_-]*$/u.test(value)
