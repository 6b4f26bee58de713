/** A time of a row, in milliseconds since 1970 UTC, as ISO 8601. */
export const iso = (time: unknown): string => new Date(Number(time)).toISOString()

/** A text of a row that may be missing. */
export const textOrNull = (value: unknown): string | null => (value == null ? null : String(value))
