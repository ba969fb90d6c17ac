/** What can be wrong with a report that somebody wrote as a document. */
export const documentRefusals = {
  'report-document-wrong': [
    400,
    (of: { at: string; wrong: string }) => `The report cannot be asked as it is written: at ${of.at}, ${of.wrong}.`,
  ],
  'report-document-newer': [
    409,
    (of: { found: number; known: number }) =>
      `The report was written by a newer Plumbline (version ${of.found}; this one knows ${of.known}). Use that version to read it.`,
  ],
  'document-file-unreadable': [
    400,
    (of: { file: string; why: string }) =>
      `${of.file} cannot be read: ${of.why}. Name a file with a report as a document in JSON.`,
  ],
  'report-or-document': [
    400,
    (_: object) => 'Name one thing to ask: the id of a report, or a file with a document (--document FILE).',
  ],
  'report-document-large': [
    413,
    (of: { kibibytes: number; deep: number }) =>
      `The report is too large to be read: a document has at most ${of.kibibytes} KiB, and ${of.deep} levels within one another.`,
  ],
} as const
