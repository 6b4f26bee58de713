/** Calendar days are `YYYY-MM-DD`; arithmetic on them goes through UTC, so that no clock change can skip one. */
const dayMs = 86_400_000

/** The calendar day of a moment, where the person is. */
export function dayOf(moment: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`
}

/** The day a number of days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekday(day))
}

/** The Monday of the week that people plan: on a weekend the one to come. */
export function planningMonday(today: string): string {
  return mondayOf(weekday(today) > 5 ? addDays(today, 2) : today)
}

/** `Mon 24 Nov`. */
export function shortDay(day: string): string {
  return format(day, { weekday: 'short', day: 'numeric', month: 'short' })
}

/** `24 November 2025`. */
export function longDay(day: string): string {
  return format(day, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** `Monday`. */
export function longWeekday(day: string): string {
  return format(day, { weekday: 'long' })
}

/** `09:05` for 545 minutes after midnight. */
export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Minutes after midnight of `09:05`, or null where it is no time. */
export function minutesOf(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text)
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}

function format(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
