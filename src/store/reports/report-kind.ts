import { z } from 'zod'
import { mostDocumentBytes, type ReportDocument, readDocument } from '../../answer/index.ts'
import { Refusal } from '../../errors/index.ts'
import type { Kind } from '../documents/kind.ts'

/** A document says its own version, and is upgraded when it is read. */
const keptReport: z.ZodType<ReportDocument> = z.unknown().transform((given) => readDocument(given))

/** Reports that people keep. They hold questions and no data, so who may ask at all may see them. */
export const reportKind: Kind<ReportDocument> = {
  name: 'report',
  title: 'report',
  content: keptReport,
  upgrades: [],
  mostBytes: mostDocumentBytes,
  most: 10_000,
  rights: {
    object: 'deal',
    sees: () => true,
    changes: ({ viewer }) => viewer.rights.may('keep-reports'),
    refusal: () => new Refusal('reports-not-yours', {}),
  },
  unknown: (id) => new Refusal('document-unknown', { kind: 'report', id }),
  label: (field) => field,
}
