import { crm } from '../../../model/index.ts'

import { labelFrom } from '../names.ts'
import { type FileKind, fileKinds, type Target, targetsOf } from './targets.ts'

/** What rows can be, with what their columns can be: the words of the mapping file, with names for people. */
export interface Offered {
  readonly value: FileKind
  readonly label: string
  readonly fields: readonly { readonly value: string; readonly label: string }[]
}

export const offeredKinds: readonly Offered[] = fileKinds.map((kind) => ({
  value: kind,
  label: crm[kind].plural,
  fields: [...targetsOf[kind]].map(([value, target]) => ({ value, label: labelOf(value, target) })),
}))

function labelOf(word: string, target: Target): string {
  if (target.is === 'field') return target.field.label
  return target.is === 'reference' ? `${crm[target.to].label}${target.by === 'id' ? ' (id)' : ''}` : labelFrom(word)
}
