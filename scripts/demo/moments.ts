/** Milliseconds of a day. */
export const day = 86_400_000

/** Midnight (UTC) so many days before a moment. */
export const midnight = (now: number, daysAgo: number): number => now - (now % day) - daysAgo * day

/** Share of an ordinary day's work that is done on the day of this moment: driving schools teach on Saturdays, too. */
export const workOn = (time: number): number => [0.05, 1, 1, 1.1, 1.1, 1, 0.5][new Date(time).getUTCDay()] ?? 1

/** The day of a moment (UTC), such as 2026-03-02. */
export const dayName = (time: number): string => new Date(time).toISOString().slice(0, 10)
