/** Mistakes with files that are handed in over HTTP. */
export const uploadRefusals = {
  'upload-unknown': [
    404,
    (of: { id: string }) =>
      `There is no upload '${of.id}'. Uploads are forgotten after an hour and when the server ends. Hand the files in again.`,
  ],
  'upload-busy': [
    409,
    (_: object) => 'Files are being read or loaded just now. Wait until that has ended, then try again.',
  ],
  'upload-loaded': [409, (_: object) => 'This upload has been loaded. Begin another one for more files.'],
  'upload-file-unknown': [
    404,
    (of: { file: string }) => `This upload has no file '${of.file}'. Ask for the upload to see those that it has.`,
  ],
  'upload-empty': [400, (_: object) => 'This upload has no files yet. Hand one in first.'],
  'upload-unread': [
    409,
    (_: object) => 'The files have not been read as they are now. Ask for their reading first, then load them.',
  ],
  'uploads-too-many': [
    429,
    (of: { most: number }) =>
      `${of.most} uploads are open already. Load one or let go of it, or wait until one is forgotten.`,
  ],
  'upload-too-many-files': [
    413,
    (of: { most: number }) => `An upload has at most ${of.most} files. Load these, and the others after them.`,
  ],
  'upload-too-large': [
    413,
    (of: { bytes: number }) =>
      `The files of an upload have at most ${of.bytes} bytes. Import larger ones with 'plumbline import csv'.`,
  ],
  'upload-piece-misplaced': [
    409,
    (of: { file: string; here: number }) =>
      `Of ${of.file}, ${of.here} bytes are here: the next piece begins there, or at 0 to begin anew.`,
  ],
  'upload-piece-missing': [
    400,
    (of: { bytes: number }) => `Send a piece of the file, at most ${of.bytes} bytes, as application/octet-stream.`,
  ],
  'import-not-yours': [403, (_: object) => 'You may not import files. Ask whoever gives out rights here.'],
} as const
