/** A calendar day as people write it: `2026-11-21` is "21 Nov 2026". What is no day comes back as it is. */
export const formatDay = (day: string): string =>
  format(day, /^\d{4}-\d{2}-\d{2}$/, `${day}T00:00:00Z`, { day: 'numeric', month: 'short', year: 'numeric' })

/** A month as people write it: `2026-11` is "Nov 2026". */
export const formatMonth = (month: string): string =>
  format(month, /^\d{4}-\d{2}$/, `${month}-01T00:00:00Z`, { month: 'short', year: 'numeric' })

// A day has no time zone: read and written as UTC, it stays the day that the server counted.
const format = (text: string, shape: RegExp, iso: string, options: Intl.DateTimeFormatOptions): string => {
  const date = new Date(iso)
  if (!shape.test(text) || Number.isNaN(date.getTime())) return text
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(date)
}
