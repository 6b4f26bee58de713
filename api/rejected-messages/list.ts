import type { Row } from '@libsql/client'
import type { z } from 'zod'
import type { Page } from '../contract/pagination.ts'
import type { RejectedMessage, RejectedQuery, RejectedSummary } from '../contract/rejected-messages.ts'
import { fromCursor, toPage } from '../cursor.ts'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'
import { firstRejected, whereRejected } from './filter.ts'
import { noSuchRejection } from './remove.ts'
import { iso, textOrNull } from '../db/row-values.ts'

/** A rejected message as served. */
export function viewRejected(row: Row): RejectedMessage {
  const isComplete = Boolean(row['complete'])
  return {
    id: String(row['id']),
    receivedAt: iso(row['received_at']),
    messageId: textOrNull(row['message_id']),
    reason: row['reason'] as RejectedMessage['reason'],
    detail: String(row['detail']),
    message: isComplete ? (JSON.parse(String(row['payload'])) as unknown) : null,
    excerpt: isComplete ? null : String(row['payload']),
    replayable: isComplete,
    keyId: textOrNull(row['key_id']),
    userId: textOrNull(row['user_id']),
    anonymousId: textOrNull(row['anonymous_id']),
    sentAt: textOrNull(row['sent_at']),
  }
}

/** Rejected messages, those that arrived last first. */
export async function listRejected(
  { database }: Services,
  { limit, cursor, ...filter }: z.output<typeof RejectedQuery>,
): Promise<Page<RejectedMessage>> {
  const { where, args } = whereRejected(filter)
  const before = cursor ? fromCursor(cursor)[1] : '~'
  const [found] = await database.mayLag.read([
    {
      sql: `SELECT * FROM rejected_messages ${firstRejected(`${where} AND id < :before`, 'DESC')}`,
      args: { ...args, before, limit: limit + 1 },
    },
  ])
  return toPage([...(found?.rows ?? [])], { limit, show: viewRejected, position: (row) => [null, String(row['id'])] })
}

/** @throws ApiError `not_found` where there is none with this id. */
export async function readRejected({ database }: Services, id: string): Promise<RejectedMessage> {
  const [found] = await database.read([{ sql: 'SELECT * FROM rejected_messages WHERE id = :id', args: { id } }])
  const row = found?.rows[0]
  if (!row) throw new ApiError('not_found', noSuchRejection(id))
  return viewRejected(row)
}

const mostKinds = 500

/** How many messages were refused for which reason, the most frequent first. */
export async function summariseRejected({ database }: Services): Promise<Page<RejectedSummary>> {
  const [found] = await database.mayLag.read([
    {
      sql: `
        SELECT reason, detail, count(*) AS count, min(received_at) AS first_at, max(received_at) AS last_at, max(id) AS example
        FROM rejected_messages GROUP BY reason, detail ORDER BY count DESC, last_at DESC LIMIT :limit`,
      args: { limit: mostKinds },
    },
  ])
  const data = (found?.rows ?? []).map((row) => ({
    reason: row['reason'] as RejectedSummary['reason'],
    detail: String(row['detail']),
    count: Number(row['count']),
    firstAt: iso(row['first_at']),
    lastAt: iso(row['last_at']),
    exampleId: String(row['example']),
  }))
  return { data, nextCursor: null }
}
