/** A name as SQL: `"closed_on"`. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
/** A text as SQL. For paths and model words; values of users are bound. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
