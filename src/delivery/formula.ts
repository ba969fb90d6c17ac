/** A formula sign in half or full width: = + - @ and their forms ＝ ＋ － ＠, and the controls that spreadsheets skip. */
const sign = '[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\t\\r\\n\\0]'

/** A spreadsheet whose list separator is the semicolon cuts a text there too, so a formula may also begin in the middle. */
const start = new RegExp(`^(?=${sign})|(?<=[;\\t\\r\\n])(?=[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])`, 'g')

/** The text with an apostrophe wherever a spreadsheet would begin to read a formula. */
export const neutralised = (text: string): string => text.replace(start, "'")
