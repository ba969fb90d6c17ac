import { backupRefusals } from './backup-refusals.ts'
import { csvRefusals } from './csv-refusals.ts'
import { documentRefusals } from './document-refusals.ts'
import { jobRefusals } from './job-refusals.ts'
import { uploadRefusals } from './upload-refusals.ts'

/** What somebody else did since: who, when, and which parts from what to what. */
export interface EditStep {
  readonly revision: number
  readonly at: string | null
  readonly by: string | null
  readonly did: 'made' | 'changed' | 'deleted' | 'restored'
  readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[]
}

const meant = (similar: readonly string[]): string =>
  similar.length === 0 ? '' : ` Did you mean ${similar.map((name) => `'${name}'`).join(' or ')}?`

/** Every mistake a user can make: its status, and one sentence that says what was wrong and what to do. */
export const refusals = {
  ...csvRefusals,
  ...uploadRefusals,
  ...backupRefusals,
  ...jobRefusals,
  ...documentRefusals,
  'report-unknown': [
    404,
    (of: { id: string }) => `There is no report '${of.id}'. 'plumbline ask --help' lists the reports.`,
  ],
  'dimension-unknown': [
    400,
    (of: { dimension: string; report: string }) =>
      `'${of.dimension}' is nothing that ${of.report} can be grouped by. Its report page lists the dimensions.`,
  ],
  'field-unknown': [
    400,
    (of: { field: string; report: string }) =>
      `${of.report} has no field '${of.field}'. Its report page lists the fields.`,
  ],
  'filter-unreadable': [
    400,
    (of: { field: string; is: string; value: string; needs: string }) =>
      `The filter '${of.field} ${of.is} ${of.value}' cannot be read: ${of.needs}.`,
  ],
  'measure-unknown': [
    400,
    (of: { measure: string; report: string; measures: string }) =>
      `${of.report} has no measure '${of.measure}'. It has ${of.measures}.`,
  ],
  'range-unreadable': [
    400,
    (of: { range: string }) =>
      `The date range '${of.range}' cannot be read. Write a preset such as this-quarter, or two days of the years 1900 to 2100 such as 2017-01-01..2017-12-31.`,
  ],
  'sort-unknown': [
    400,
    (of: { column: string; report: string; columns: string }) =>
      `${of.report} cannot be sorted by '${of.column}'. It can be sorted by ${of.columns}.`,
  ],
  'tab-unknown': [
    400,
    (of: { tab: string; report: string; tabs: string }) => `${of.report} has no tab '${of.tab}'. Its tabs: ${of.tabs}.`,
  ],
  'setting-unknown': [
    400,
    (of: { setting: string; value: string; report: string }) =>
      `${of.report} has no setting '${of.setting}' with the value '${of.value}'. Its report page lists the settings.`,
  ],
  'choice-not-offered': [
    400,
    (of: { choice: string; report: string }) => `${of.report} has no ${of.choice}, so it cannot be chosen there.`,
  ],
  'view-not-offered': [
    400,
    (of: { view: string; report: string }) => `${of.report} has no view ${of.view}. Leave it out.`,
  ],
  'split-twice': [
    400,
    (of: { report: string; by: string; breakdown: string }) =>
      `Over time ${of.report} has one grouping beside the periods, and the question names two: ${of.by} and ${of.breakdown}. Leave one out.`,
  ],
  'cell-unknown': [
    400,
    (of: { part: string }) => `The figure asked for names a ${of.part}, but the question has none.`,
  ],
  'data-folder-busy': [
    409,
    (of: { folder: string; owner: string }) =>
      `The data folder ${of.folder} is in use by ${of.owner}. Stop that process, or name another folder with --data.`,
  ],
  'data-folder-foreign': [
    409,
    (of: { folder: string; example: string }) =>
      `The folder ${of.folder} holds other files, such as ${of.example}, and is no data folder of Plumbline. Name an empty folder with --data; nothing here was touched.`,
  ],
  'data-folder-unusable': [
    409,
    (of: { folder: string; why: string }) =>
      `${of.folder} cannot be a data folder, because ${of.why}. Name another folder with --data.`,
  ],
  'data-folder-damaged': [
    500,
    (of: { folder: string; file: string; wrong: string }) =>
      `The data folder ${of.folder} cannot be opened, because its ${of.file} is damaged (${of.wrong}). Move that file away and try again: what was landed does not depend on it.`,
  ],
  'data-newer': [
    409,
    (of: { file: string; found: number; known: number }) =>
      `${of.file} was written by a newer Plumbline (format ${of.found}; this one knows ${of.known}). Use that version, or restore a backup made with this one; nothing here was touched.`,
  ],
  'data-older': [
    409,
    (of: { folder: string }) =>
      `The data folder ${of.folder} was written by an older Plumbline. 'plumbline rebuild' upgrades it; nothing is lost by that.`,
  ],
  'warehouse-missing': [
    409,
    (of: { folder: string }) =>
      `The warehouse in ${of.folder} has not been made yet, or not by this version. 'plumbline rebuild' makes it from what was landed.`,
  ],
  'disk-full': [
    507,
    (of: { folder: string }) =>
      `The disk of ${of.folder} is full, so nothing could be written, and nothing was changed. Make room and try again; reading goes on.`,
  ],
  'kept-not-loaded': [
    507,
    (of: { folder: string }) =>
      `It was kept, and reports show it once there is room: the disk of ${of.folder} is full. Make room; do not enter it again.`,
  ],
  'folder-read-only': [
    503,
    (of: { folder: string }) =>
      `${of.folder} can be read and not written, so nothing was changed. Allow this process to write there, or mount it for writing, and start again.`,
  ],
  'request-invalid': [400, (of: { where: string; wrong: string }) => `In ${of.where}: ${of.wrong}.`],
  'body-not-json': [415, (_: object) => 'The body of a request is JSON; send it with content-type application/json.'],
  'body-unreadable': [400, (_: object) => 'The body of the request could not be read as JSON.'],
  'body-too-large': [413, (of: { bytes: number }) => `The body of a request has at most ${of.bytes} bytes.`],
  'address-unknown': [404, (_: object) => 'There is nothing at this address. /api/openapi.json lists what there is.'],
  'address-unreadable': [400, (_: object) => 'The address of the request could not be read.'],
  'screen-missing': [404, (_: object) => "The screen has not been built yet. 'npm run build' builds it."],
  'host-unknown': [
    421,
    (of: { host: string }) =>
      `This server does not go by the name '${of.host}'. Its operator can add that name to its hosts.`,
  ],
  'host-unclear': [400, (_: object) => 'The request names more than one host. Name one, in one Host header.'],
  'head-too-large': [431, (_: object) => 'The address and the headers of a request have at most 16 KB. Send fewer.'],
  'request-too-slow': [408, (_: object) => 'The request did not arrive in time. Send it again.'],
  'request-unreadable': [400, (_: object) => 'This is no request of HTTP that can be read.'],
  'from-another-site': [403, (_: object) => 'This request came from a page of another site, which may only link here.'],
  'too-many-requests': [
    429,
    (_: object) => 'Those were too many requests for one minute. Wait a minute and go on more slowly.',
  ],
  'too-many-questions': [
    429,
    (of: { atOnce: number }) =>
      `Only ${of.atOnce} questions are answered at once. Wait for one of them, then ask again.`,
  ],
  'format-unknown': [
    400,
    (of: { name: string; known: string }) => `There is no file format '${of.name}'. The formats are: ${of.known}.`,
  ],
  'server-stopping': [503, (_: object) => 'The server is being stopped. Ask again when it is back.'],
  'port-taken': [
    409,
    (of: { port: number }) => `Port ${of.port} is in use by another program. Name another one with --port.`,
  ],
  'segment-missing': [
    500,
    (of: { file: string; source: string; landedAt: string }) =>
      `The landed file ${of.file} (from ${of.source}, ${of.landedAt}) is missing. 'plumbline repair' puts it right from a backup, or from the original that was kept.`,
  ],
  'segment-damaged': [
    500,
    (of: { file: string; source: string; landedAt: string }) =>
      `The landed file ${of.file} (from ${of.source}, ${of.landedAt}) is not what was written: its checksum differs. 'plumbline repair' puts it right from a backup, or from the original that was kept.`,
  ],
  'segment-unreadable': [
    500,
    (of: { file: string; source: string; landedAt: string; wrong: string }) =>
      `The landed file ${of.file} (from ${of.source}, ${of.landedAt}) cannot be read: ${of.wrong}. 'plumbline repair' puts it right from a backup, or from the original that was kept.`,
  ],
  'record-damaged': [
    500,
    (of: { file: string }) =>
      `The record ${of.file} is missing or is not as it was written. 'plumbline repair' makes it again from the manifest, or puts it back from a backup.`,
  ],
  'question-too-slow': [
    503,
    (of: { seconds: number }) =>
      `The question took longer than ${of.seconds} seconds and was stopped. Choose a shorter range or fewer groups.`,
  ],
  'question-too-big': [
    503,
    (_: object) => 'The question needs more memory than a question may use. Choose a shorter range or fewer groups.',
  ],
  'load-too-big': [
    503,
    (of: { megabytes: number }) =>
      `Loading needs more memory than the ${of.megabytes} MB that it may use. Give Plumbline more with --memory or PLUMBLINE_MEMORY; what has landed is kept, and the data loaded before still answer.`,
  ],
  'engine-busy': [
    503,
    (of: { seconds: number }) =>
      `Others are being answered, and the line is too long to wait in. Ask again in ${of.seconds} ${of.seconds === 1 ? 'second' : 'seconds'}.`,
  ],
  'question-without-room': [
    507,
    (_: object) =>
      'The question needs more memory than a question may use, and the disk has no room to help out. Choose a shorter range or fewer groups, or make room.',
  ],
  'memory-unreadable': [
    400,
    (of: { text: string }) =>
      `'${of.text}' is no amount of memory. Write a number with its unit, such as 1500MB or 2GB.`,
  ],
  'memory-too-small': [
    400,
    (of: { text: string; least: number }) =>
      `${of.text} of memory is too little to work with. Give it ${of.least}MB or more.`,
  ],
  'warehouse-damaged': [
    503,
    (_: object) => 'The warehouse file is damaged and is being made again from what was landed. Ask again in a while.',
  ],
  'facts-being-made': [
    503,
    (_: object) => 'The figures of this report are being computed anew after an update. Ask again in a while.',
  ],
  'data-folder-missing': [
    404,
    (of: { folder: string }) =>
      `There is no data folder ${of.folder}. 'plumbline import csv FOLDER' makes one from your files, 'plumbline demo' one with a sample company.`,
  ],
  'condition-unreadable': [
    400,
    (of: { text: string; operators: string }) =>
      `The filter '${of.text}' could not be read: write it like "amount greater-than 1000"; the operators are ${of.operators}.`,
  ],
  'output-unwritable': [
    507,
    (of: { wrong: string }) =>
      `The output could not be written: ${of.wrong}. Make room where it goes, or send it elsewhere.`,
  ],
  'option-unreadable': [
    400,
    (of: { option: string; value: string }) =>
      `The option --${of.option} cannot be '${of.value}'. 'plumbline ask --help' shows what it can be.`,
  ],
  'name-unknown': [
    404,
    (of: { kind: string; name: string; similar: readonly string[] }) =>
      `There is no ${of.kind} with the name or id '${of.name}' in the data.${meant(of.similar)}`,
  ],
  'pipeline-of-others': [
    400,
    (of: { what: string; name: string; other: string; own: string; report: string }) =>
      `The ${of.what} '${of.name}' is for ${of.other}s, and ${of.report} counts ${of.own}s. Choose a ${of.what} of ${of.own}s.`,
  ],
  'value-unknown': [
    400,
    (of: { field: string; value: string; similar: readonly string[] }) =>
      `No record has '${of.value}' in ${of.field}.${meant(of.similar)} The values that occur are listed where the filter is chosen.`,
  ],
  'holder-unclear': [400, (_: object) => 'Say whose it is: a person or a team, and not both.'],
  'days-reversed': [
    400,
    (of: { from: string; to: string }) => `The last day, ${of.to}, is before the first, ${of.from}. Exchange them.`,
  ],
  'goal-unknown': [404, (of: { id: string }) => `There is no goal '${of.id}'. It may have been removed meanwhile.`],
  'document-unknown': [
    404,
    (of: { kind: string; id: string }) => `There is no ${of.kind} '${of.id}'. It may have been deleted meanwhile.`,
  ],
  'document-stale': [
    409,
    (of: { kind: string; id: string; revision: number; steps: readonly EditStep[]; words: string }) =>
      `The ${of.kind} '${of.id}' was changed since you opened it: ${of.words}. Nothing of yours was kept; look at it as it is now, and change that.`,
  ],
  'document-newer': [
    409,
    (of: { kind: string; id: string; found: number; known: number }) =>
      `The ${of.kind} '${of.id}' was written by a newer Plumbline (version ${of.found}; this one knows ${of.known}). Open it with that one; nothing was changed.`,
  ],
  'document-unreadable': [
    500,
    (of: { kind: string; id: string; version: number }) =>
      `The ${of.kind} '${of.id}' is not what version ${of.version} of its kind looks like, so it is neither shown nor changed. What was kept of it stays.`,
  ],
  'document-too-large': [
    413,
    (of: { kind: string; bytes: number }) =>
      `A ${of.kind} has at most ${of.bytes} bytes. Make it smaller, or two of it.`,
  ],
  'documents-too-many': [
    409,
    (of: { kind: string; most: number }) =>
      `There are ${of.most} of the kind ${of.kind} already, and no more are kept. Delete one first.`,
  ],
  'reports-not-yours': [
    403,
    (_: object) => 'You may read kept reports and not change them. Ask whoever gives out rights here.',
  ],
  'goals-not-yours': [403, (_: object) => 'You may read goals and not set them. Ask whoever gives out rights here.'],
  'forecast-not-yours': [
    403,
    (_: object) => 'You can submit a forecast for people and teams whose records you see, and for no others.',
  ],
  'name-ambiguous': [
    409,
    (of: { kind: string; name: string; ids: string }) =>
      `More than one ${of.kind} is called '${of.name}'. Choose one by its id: ${of.ids}.`,
  ],
  'command-missing': [
    400,
    (of: { command: string }) => `Say what '${of.command}' should do: '${of.command} --help' lists what there is.`,
  ],
  'command-misused': [
    400,
    (of: { command: string; said: string }) => `${of.said}: '${of.command} --help' shows how it is used.`,
  ],
} as const

type Table = typeof refusals
export type RefusalCode = keyof Table
export type RefusalDetails<C extends RefusalCode> = Parameters<Table[C][1]>[0]
