const codes = new Set(Intl.supportedValuesOf('currency'))

/** Whether these letters are a currency of ISO 4217. */
export const isCurrencyCode = (text: string): boolean => codes.has(text)
