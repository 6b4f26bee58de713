import { perLocale } from './per-locale.ts'

/** Writes days in full: “22 November 2026”. */
export const longDates = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))
