/** A calendar day as people write it: `2026-11-21` is "21 Nov 2026". What is no day comes back as it is. */
export const formatDay = (day: string): string => {
  const date = parse(day, /^\d{4}-\d{2}-\d{2}$/)
  return date ? format(date, { day: 'numeric', month: 'short', year: 'numeric' }) : day
}

/** A month as people write it: `2026-11` is "Nov 2026". What is no month comes back as it is. */
export const formatMonth = (month: string): string => {
  const date = parse(month, /^\d{4}-\d{2}$/)
  return date ? format(date, { month: 'short', year: 'numeric' }) : month
}

const parse = (text: string, shape: RegExp): Date | null => {
  const date = new Date(text)
  return shape.test(text) && !Number.isNaN(date.getTime()) ? date : null
}

// A day has no time zone: read and written as UTC, it stays the day that the server counted.
const format = (date: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(date)
