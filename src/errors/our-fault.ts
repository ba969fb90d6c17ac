/** What a stranger is told of a bug: its details stand in the log alone. */
export const ourFault = (logId: string): string =>
  `Something went wrong on our side. The log has the details under ${logId}.`
