import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import type { Row } from '@libsql/client'
import type { z } from 'zod'
import type { UserExportQuery } from '../contract/users.ts'
import { eventColumns, viewEvent } from '../events/view-event.ts'
import { requestColumns, viewRequest } from '../requests/view-request.ts'
import { viewMail } from '../mail/view-mail.ts'
import { viewRejected } from '../rejected-messages/list.ts'
import type { Services } from '../services.ts'
import { streamOf } from '../stream-of.ts'
import { readTraitHistory } from '../traits/history.ts'
import { findUser, noSuchUser } from './get.ts'
import { iso } from '../db/row-values.ts'

/** Rows that are in memory at once. */
const pageSize = 200

const visitors = '(SELECT anonymous_id FROM visitors WHERE user_id = :user)'
const theirs = `subject IN (SELECT 'user:' || :user UNION ALL SELECT 'anonymous:' || anonymous_id FROM visitors WHERE user_id = :user)`

/** Rows about a person, in pages by their id, and how they are shown. */
interface Kind {
  sql: string
  /** Before every id. */
  first: number | string
  show: (row: Row) => unknown
}

const kinds: Record<string, Kind> = {
  events: {
    sql: `SELECT ${eventColumns} FROM events WHERE user_id = :user AND id > :after ORDER BY id LIMIT :limit`,
    first: 0,
    show: viewEvent,
  },
  surveyResponses: {
    sql: `SELECT * FROM survey_responses WHERE ${theirs} AND id > :after ORDER BY id LIMIT :limit`,
    first: '',
    show: (row) => ({
      submissionId: row['submission_id'],
      survey: row['survey'],
      userId: row['user_id'],
      anonymousId: row['anonymous_id'],
      accountId: row['account_id'],
      answers: JSON.parse(String(row['answers'])) as unknown,
      completed: Boolean(row['completed']),
      locale: row['locale'],
      createdAt: iso(row['created_at']),
      updatedAt: iso(row['updated_at']),
    }),
  },
  impressions: {
    sql: `SELECT * FROM impressions WHERE ${theirs} AND id > :after ORDER BY id LIMIT :limit`,
    first: '',
    show: (row) => ({
      subject: row['subject'],
      kind: row['kind'],
      id: row['target'],
      action: row['action'],
      accountId: row['account_id'],
      at: iso(row['at']),
    }),
  },
  supportRequests: {
    sql: `
      SELECT ${requestColumns} FROM support_requests WHERE user_id = :user AND id > :after ORDER BY id LIMIT :limit`,
    first: '',
    show: (row) => viewRequest(row, 0),
  },
  mails: {
    sql: 'SELECT * FROM mails WHERE user_id = :user AND id > :after ORDER BY id LIMIT :limit',
    first: '',
    show: viewMail,
  },
  rejectedMessages: {
    sql: `
      SELECT * FROM rejected_messages
      WHERE (user_id = :user OR anonymous_id IN ${visitors}) AND id > :after ORDER BY id LIMIT :limit`,
    first: '',
    show: viewRejected,
  },
}

/** Whether anything is held of somebody who is no user, such as a message that was refused. */
async function isHeld({ database }: Services, user: string): Promise<boolean> {
  const firsts = Object.values(kinds).map(({ sql, first }) => ({ sql, args: { user, after: first, limit: 1 } }))
  return (await database.read(firsts)).some(({ rows }) => rows.length > 0)
}

async function* readRows(
  { database }: Services,
  user: string,
  { sql, first, show }: Kind,
): AsyncGenerator<unknown[], void> {
  let after = first
  for (;;) {
    const [found] = await database.read([{ sql, args: { user, after, limit: pageSize } }])
    const rows = found?.rows ?? []
    if (rows.length > 0) yield rows.map(show)
    const last = rows.at(-1)?.['id']
    if (rows.length < pageSize || last == null) return
    after = typeof last === 'number' ? last : String(last)
    await yieldToEventLoop()
  }
}

async function* readTraits(services: Services, user: string): AsyncGenerator<unknown[], void> {
  let cursor: string | undefined
  do {
    const page = await readTraitHistory(services, 'users', {
      id: user,
      limit: pageSize,
      cursor,
      reader: services.database,
    })
    if (page.data.length > 0) yield page.data
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

type Lists = [name: string, pages: AsyncIterable<unknown[]>][]

async function* toDocument(head: Record<string, unknown>, lists: Lists): AsyncGenerator<Uint8Array, void> {
  yield Buffer.from(JSON.stringify(head).slice(0, -1))
  for (const [name, pages] of lists) {
    yield Buffer.from(`,\n"${name}":[`)
    let separator = '\n'
    for await (const page of pages) {
      yield Buffer.from(separator + page.map((item) => JSON.stringify(item)).join(',\n'))
      separator = ',\n'
    }
    yield Buffer.from(']')
  }
  yield Buffer.from('}\n')
}

async function* toLines(head: Record<string, unknown>, lists: Lists): AsyncGenerator<Uint8Array, void> {
  const line = (kind: string, data: unknown) => `${JSON.stringify({ kind, data })}\n`
  yield Buffer.from(line('user', head))
  for (const [kind, pages] of lists) {
    for await (const page of pages) yield Buffer.from(page.map((item) => line(kind, item)).join(''))
  }
}

/**
 * Everything that is held about a person, to hand to them: who they are, how their traits came to be, what they and the
 * visitors whom they were did, answered, were shown and were sent, and messages about them that were refused. Lists are empty
 * where nothing is held. Read page by page as it is taken, so it needs the same memory however long it is.
 *
 * @throws ApiError `not_found` where nothing at all is held.
 */
export async function exportUser(
  services: Services,
  user: string,
  { format }: z.output<typeof UserExportQuery>,
): Promise<ReadableStream<Uint8Array>> {
  const known = await findUser(services, user, services.database)
  if (!known && !(await isHeld(services, user))) throw noSuchUser(user)
  const head = { userId: user, exportedAt: new Date(services.now()).toISOString(), user: known }
  const lists: Lists = [
    ['traits', readTraits(services, user)],
    ...Object.entries(kinds).map(([name, kind]): Lists[number] => [name, readRows(services, user, kind)]),
  ]
  return streamOf(format === 'json' ? toDocument(head, lists) : toLines(head, lists))
}
