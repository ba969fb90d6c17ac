/** Settings of the company whose data this is. Changing the first four is a rebuild of the warehouse. */
export interface Account {
  /** IANA name, `Europe/Amsterdam`. All days are days of this zone. */
  readonly timeZone: string
  /** ISO 4217. Every `amount` is converted to it. */
  readonly currency: string
  /** ISO day of the week, 1 Monday to 7 Sunday. */
  readonly weekStart: number
  /** 1 January to 12 December. */
  readonly fiscalYearStartMonth: number
}

export const defaultAccount: Account = { timeZone: 'UTC', currency: 'USD', weekStart: 1, fiscalYearStartMonth: 1 }
