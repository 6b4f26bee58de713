import type { RejectedMessage, RejectedSummary, ReplayResult } from '../../../api/contract/rejected-messages.ts'
import { formatCount, formatNumber } from '../format/number.ts'
import type { RefusedReason } from './reason-words.ts'

/** What became of messages that were sent again, in numbers. */
export interface ReplayCounts {
  accepted: number
  duplicates: number
  refused: number
}

/** Nothing was sent again yet. */
export const noReplay: ReplayCounts = { accepted: 0, duplicates: 0, refused: 0 }

/** The numbers of before and of one more answer. */
export const addReplay = (before: ReplayCounts, { accepted, duplicates, rejected, notReplayable }: ReplayResult) => ({
  accepted: before.accepted + accepted,
  duplicates: before.duplicates + duplicates,
  refused: before.refused + rejected.length + notReplayable.length,
})

/** What became of messages that were sent again, in sentences. */
export const replayInWords = ({ accepted, duplicates, refused }: ReplayCounts): string => {
  const sentences = [
    accepted > 0 && `${formatCount(accepted, 'message is a fact', 'messages are facts')} now.`,
    duplicates > 0 && `${formatCount(duplicates, 'message was a fact', 'messages were facts')} already.`,
    refused > 0 && `${formatCount(refused, 'message was', 'messages were')} refused again and stayed here.`,
  ].filter(Boolean)
  return sentences.length === 0 ? 'There was nothing that can be sent again as it is.' : sentences.join(' ')
}

/** What a message is, as far as it says: "track invoice_sent". */
export const messageInWords = ({ message }: Pick<RejectedMessage, 'message'>): string => {
  if (message === null) return 'Not kept whole'
  const { type, event, name } = (typeof message === 'object' ? message : {}) as Record<string, unknown>
  const words = [type, event ?? name].filter((word) => typeof word === 'string' && word !== '')
  return words.length === 0 ? 'A message without a type' : words.join(' ')
}

/** How many messages were refused for each reason. */
export const countsByReason = (summary: RejectedSummary[]): Map<RefusedReason, number> => {
  const counts = new Map<RefusedReason, number>()
  for (const { reason, count } of summary) counts.set(reason, (counts.get(reason) ?? 0) + count)
  return counts
}

/** A choice with how many it finds: "Invalid (1,204)". */
export const withCount = (title: string, count: number): string => `${title} (${formatNumber(count)})`
