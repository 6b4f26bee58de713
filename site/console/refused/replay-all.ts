import type { ConsoleClient } from '../client.ts'
import type { RefusedFilter } from '../routes.ts'
import { addReplay, noReplay } from './refused-words.ts'
import type { ReplayCounts } from './refused-words.ts'

/** The most that the API sends again at once. */
const mostAtOnce = 500

/** Sends all messages again that a filter finds, page by page, and says after each how far it is. */
export const replayAll = async (
  client: ConsoleClient,
  { reason, key }: RefusedFilter,
  progress: (counts: ReplayCounts) => void,
): Promise<ReplayCounts> => {
  const filter = { ...(reason !== '' && { reason }), ...(key !== '' && { key }) }
  let counts = noReplay
  let cursor: string | null = null
  do {
    const page = await client.replayRefused({ ...filter, limit: mostAtOnce, ...(cursor !== null && { cursor }) })
    counts = addReplay(counts, page)
    progress(counts)
    cursor = page.nextCursor
  } while (cursor !== null)
  return counts
}
