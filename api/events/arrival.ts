/**
 * How far apart the order of ids and that of `received_at` may be: a message waits before it is committed, and the clocks
 * of several servers differ.
 */
const disorder = 5 * 60 * 1000

/**
 * SQL for an id with everything that arrived before `time` at or below it, found by halving the ids some thirty times:
 * facts come nearly in the order of their arrival, so no index has to be kept for it. What lies beyond still has to be
 * compared with `time`, as the two orders differ a little.
 *
 * @param time - SQL for milliseconds.
 */
function beforeArrival(time: string): string {
  const middle = '(below + above) / 2'
  const isEarlier = `(SELECT received_at FROM events WHERE id > ${middle} ORDER BY id LIMIT 1) < ${time}`
  return `(
    WITH RECURSIVE halves (below, above) AS (
      SELECT 0, (SELECT coalesce(max(id), 0) FROM events)
      UNION ALL
      SELECT iif(${isEarlier}, ${middle} + 1, below), iif(${isEarlier}, above, ${middle})
      FROM halves WHERE below < above)
    SELECT below FROM halves WHERE below = above)`
}

/** SQL for an id that no fact which arrived since the time is at or below. */
export const firstArrival = (time: string) => beforeArrival(`${time} - ${disorder}`)

/** SQL for an id that every fact which arrived before the time is at or below. */
export const lastArrival = (time: string) => beforeArrival(`${time} + ${disorder}`)
