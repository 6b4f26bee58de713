/** A time of a row, in milliseconds since 1970 UTC, as ISO 8601. */
export const iso = (time: unknown): string => new Date(Number(time)).toISOString()

/** A time of a row that may be missing. */
export const isoOrNull = (time: unknown): string | null => (time == null ? null : iso(time))

/** A text of a row that may be missing. */
export const textOrNull = (value: unknown): string | null => (value == null ? null : String(value))
