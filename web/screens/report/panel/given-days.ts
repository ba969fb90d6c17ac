export type GivenDays = [from: string | null, until: string | null]

const twoDays = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/

/** Two days, both included. */
export function givenDays(range: string): GivenDays {
  const [, from = null, until = null] = twoDays.exec(range) ?? []
  return [from, until]
}
