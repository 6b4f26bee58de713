/** The time of the day, to the second. */
export const clock = (at: number): string => new Date(at).toLocaleTimeString('en-GB')
