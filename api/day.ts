/** A day, in milliseconds. */
export const dayInMilliseconds = 86_400_000

/** The day of the calendar (UTC) that a time is in, such as `2026-03-02`. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
