/** Mistakes in files and mappings that are imported. */
export const csvRefusals = {
  'csv-path-missing': [
    404,
    (of: { path: string }) => `There is no file or folder '${of.path}'. Name the CSV files or the folder they are in.`,
  ],
  'csv-path-closed': [
    403,
    (of: { path: string }) => `The file '${of.path}' may not be read by you. Change its permissions, or copy it.`,
  ],
  'csv-folder-without': [
    400,
    (of: { folder: string; there: string }) =>
      `The folder '${of.folder}' has no .csv, .tsv or .tab file (${of.there}). Export the tables as CSV into it.`,
  ],
  'csv-not-csv': [
    400,
    (of: { file: string; is: string }) =>
      `${of.file} is no CSV file but ${of.is}. Export the table as CSV and import that.`,
  ],
  'csv-empty': [400, (of: { file: string }) => `${of.file} is empty. Export it again, or leave it out.`],
  'csv-header-only': [
    400,
    (of: { file: string }) => `${of.file} has a header and no rows. Export it again with its rows, or leave it out.`,
  ],
  'csv-header-missing': [
    400,
    (of: { file: string; line: number; value: string }) =>
      `${of.file} has no header: line ${of.line} holds values such as '${of.value}'. Put a first line above it that names the columns.`,
  ],
  'csv-column-repeated': [
    400,
    (of: { file: string; column: string; times: number }) =>
      `${of.file} has ${of.times} columns of the name '${of.column}'. Rename or remove all but one.`,
  ],
  'csv-too-many-columns': [
    400,
    (of: { file: string; columns: number; most: number }) =>
      `${of.file} has ${of.columns} columns, and at most ${of.most} can be imported. Export only the columns you report on.`,
  ],
  'csv-cut-off': [
    400,
    (of: { file: string; line: number; cells: number; columns: number }) =>
      `${of.file} is cut off: its last row (line ${of.line}) has ${of.cells} of ${of.columns} cells. Export it again, or remove that line if it is no row.`,
  ],
  'csv-quote-open': [
    400,
    (of: { file: string; line: number }) =>
      `${of.file} is cut off or damaged: a quote that opens in the row at line ${of.line} is never closed. Export it again.`,
  ],
  'csv-row-too-long': [
    400,
    (of: { file: string; line: number; most: number }) =>
      `The row at line ${of.line} of ${of.file} is longer than ${of.most.toLocaleString('en')} characters. Close the quote that opens there, or export it without its longest text.`,
  ],
  'csv-ragged': [
    400,
    (of: { file: string; rows: number; of: number; columns: number; line: number }) =>
      `In ${of.file}, ${of.rows} of ${of.of} rows do not have the ${of.columns} cells of the header, first at line ${of.line}. Export it again with quotes around its texts.`,
  ],
  'csv-records-unknown': [
    400,
    (of: { file: string; columns: string; mapping: string }) =>
      `Nothing tells what the rows of ${of.file} are (columns: ${of.columns}). Write "deal", "company" or another kind at "records" in ${of.mapping} and import again.`,
  ],
  'csv-two-formats': [
    400,
    (of: {
      file: string
      column: string
      one: string
      other: string
      open: number
      example: string
      mapping: string
    }) =>
      `The column '${of.column}' of ${of.file} is written in two ways (${of.one} and ${of.other}), and ${of.open} of its values, such as ${of.example}, could be of either. Settle it at this column in ${of.mapping}, where "?" stands, or export the column again.`,
  ],
  'csv-ids-mangled': [
    400,
    (of: { file: string; column: string; example: string; rows: number; mapping: string }) =>
      `A spreadsheet shortened the ids in '${of.column}' of ${of.file} (such as ${of.example}, ${of.rows} ${of.rows === 1 ? 'row' : 'rows'}), so that they tell no records apart: export the file again and import it as it comes, or write "skip" at this column in ${of.mapping}.`,
  ],
  'csv-mapping-missing': [404, (of: { path: string }) => `There is no mapping file '${of.path}'.`],
  'csv-mapping-no-json': [
    400,
    (of: { path: string; wrong: string }) => `The mapping file ${of.path} is no JSON: ${of.wrong}.`,
  ],
  'csv-mapping-wrong': [
    400,
    (of: { path: string; where: string; wrong: string; line?: number }) =>
      `In the mapping file ${of.path}${of.line === undefined ? '' : `, line ${of.line}`}, at ${of.where}: ${of.wrong}.`,
  ],
  'csv-unanswered': [
    400,
    () =>
      'The question was not answered, so nothing was imported. Import again, and answer it or settle it in the mapping file.',
  ],
  'import-unknown': [
    404,
    (of: { number: number }) =>
      `There is no import ${of.number}. 'plumbline import list' and the data page show those that there are.`,
  ],
  'import-kept': [
    409,
    (of: { number: number }) =>
      `What was landed as number ${of.number} is no import of files. A sample company, goals, forecasts and settings are not taken back: change them where they were made, or begin another data folder.`,
  ],
  'import-undone': [409, (of: { number: number }) => `Import ${of.number} has been taken back already.`],
  'import-counts': [
    409,
    (of: { number: number }) => `Import ${of.number} counts: nothing of it was taken back that could come again.`,
  ],
  'import-turning': [
    409,
    (of: { number: number }) =>
      `Import ${of.number} is being taken back or counted again just now. Wait until that has ended.`,
  ],
  'import-rests-on-missing': [
    409,
    (of: { number: number; file: string; wrong: string }) =>
      `Import ${of.number} cannot be turned while ${of.file} is ${of.wrong}: later imports would not find the names in it. Run 'plumbline repair' first.`,
  ],
  'import-rests-on-reading': [
    409,
    (of: { number: number; later: number; why: string }) =>
      `Import ${of.number} cannot be turned while import ${of.later} counts, which could not be read then. Take that one back first. (${of.why})`,
  ],
  'import-not-read-anew': [
    409,
    (of: { number: number; later: number }) =>
      `Import ${of.number} cannot be turned while import ${of.later} counts, which an older or a newer version of Plumbline read in another way. Take that one back first, and import its files again afterwards.`,
  ],
  'csv-account-settled': [
    409,
    (of: { setting: string; now: string; asked: string }) =>
      `The ${of.setting} of this data folder is ${of.now} since its first import, not ${of.asked}. Change it with 'plumbline settings', or import into another folder with --data.`,
  ],
} as const
