import type { Row } from '@libsql/client'
import type { z } from 'zod'
import type { ReplayRequest, ReplayResult } from '../contract/rejected-messages.ts'
import { fromCursor, toPage } from '../cursor.ts'
import { textOrNull } from '../db/row-values.ts'
import { ApiError } from '../errors.ts'
import type { Fact, Reason } from '../ingest/fact.ts'
import { readMessage } from '../ingest/read-message.ts'
import { oldestKept } from '../retention/oldest-kept.ts'
import type { Services } from '../services.ts'
import { firstRejected, whereRejected } from './filter.ts'
import { noSuchRejection } from './remove.ts'

/** With the kind of the key that each came with, be it in a console session. Keys are never removed. */
const select = `
  SELECT *, (SELECT kind FROM keys WHERE keys.id = replace(key_id, 'session:', '')) AS key_kind FROM rejected_messages`

const byIds = `${select} WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id`

// A browser that could not prove its user is not believed just because somebody sends again what they find.
const byFilter = (where: string) =>
  select +
  firstRejected(`${where} AND id > :after AND complete AND (reason != 'unverified' OR :reason = 'unverified')`, 'ASC')

const forget = 'DELETE FROM rejected_messages WHERE id IN (SELECT value FROM json_each(:ids))'

const keepNewReasons = `
  UPDATE rejected_messages SET reason = given.value ->> 'reason', detail = given.value ->> 'detail'
  FROM json_each(:rows) AS given WHERE rejected_messages.id = given.value ->> 'id'`

type Given = z.output<typeof ReplayRequest>

async function choose({ database }: Services, { ids, limit, cursor, ...filter }: Given) {
  if (ids) {
    const [found] = await database.read([{ sql: byIds, args: { ids: JSON.stringify(ids) } }])
    return { rows: [...(found?.rows ?? [])], nextCursor: null }
  }
  const { where, args } = whereRejected(filter)
  const after = cursor ? fromCursor(cursor)[1] : ''
  const [found] = await database.read([{ sql: byFilter(where), args: { ...args, after, limit: limit + 1 } }])
  const page = toPage([...(found?.rows ?? [])], {
    limit,
    show: (row) => row,
    position: (row) => [null, String(row['id'])],
  })
  return { rows: page.data, nextCursor: page.nextCursor }
}

const isIdless = (messageId: unknown) => messageId === undefined || messageId === null || messageId === ''

/** The message to send: with an id in any case, so that it counts once however often it is sent again. */
function messageOf(row: Row, corrected: Given['message']): unknown {
  const message = corrected ?? (JSON.parse(String(row['payload'])) as unknown)
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return message
  const { messageId } = message as { messageId?: unknown }
  // What counts as no id must not hide the one that it gets: each time would be a fact of its own.
  return { ...message, messageId: isIdless(messageId) ? (row['message_id'] ?? row['id']) : messageId }
}

/**
 * Sends rejected messages again. Each counts as of when it first arrived: a message without a time happened then, and
 * its clock is judged by then. Who sends again vouches for whom the messages are about.
 */
export async function replayRejected(services: Services, given: Given): Promise<ReplayResult> {
  if (given.message && given.ids?.length !== 1) {
    throw new ApiError('invalid', 'A corrected message replaces one message.', {
      errors: [{ path: 'ids', detail: 'Send the id of the one message that it replaces.' }],
    })
  }
  const { rows, nextCursor } = await choose(services, given)
  const found = new Set(rows.map((row) => String(row['id'])))
  const notReplayable = (given.ids ?? [])
    .filter((id) => !found.has(id))
    .map((id) => ({ id, detail: noSuchRejection(id) }))

  const oldest = oldestKept(services.settings, services.now())
  const facts: { id: string; fact: Fact }[] = []
  const refused: { id: string; reason: Reason; detail: string }[] = []
  for (const row of rows) {
    const id = String(row['id'])
    if (!row['complete'] && !given.message) {
      notReplayable.push({ id, detail: 'It was not kept whole. Send the corrected message along.' })
      continue
    }
    const arrival = {
      receivedAt: Number(row['received_at']),
      oldest,
      sentAt: row['sent_at'],
      keyId: textOrNull(row['key_id']),
    }
    const read = readMessage(messageOf(row, given.message), {
      ...arrival,
      newId: services.newId,
      mayBeTooLarge: true,
      // As when it first came, whoever sends it again.
      mayNameAccount: row['key_kind'] === 'secret',
      refuse: () => null,
    })
    if ('detail' in read) refused.push({ id, ...read })
    // As a fact it arrives now: lists find arrivals by the order of ids. Its clock has been judged.
    else facts.push({ id, fact: { ...read.fact, receivedAt: services.now(), sentAt: null } })
  }

  const outcomes = await services.writer.append({ facts: facts.map(({ fact }) => fact), rejections: [] })
  const gone: string[] = []
  facts.forEach(({ id }, place) => {
    const outcome = outcomes[place]
    if (outcome?.status === 'failed') refused.push({ id, reason: outcome.reason, detail: outcome.detail })
    // Nothing is kept about somebody who was erased meanwhile.
    if (outcome?.status !== 'failed' || outcome.reason === 'erased') gone.push(id)
  })
  await services.database.write([
    { sql: forget, args: { ids: JSON.stringify(gone) } },
    { sql: keepNewReasons, args: { rows: JSON.stringify(refused) } },
  ])
  const count = (status: string) => outcomes.filter((outcome) => outcome.status === status).length
  return {
    accepted: count('accepted'),
    duplicates: count('duplicate'),
    rejected: refused.map(({ id, detail }) => ({ id, detail })),
    notReplayable,
    nextCursor,
  }
}
