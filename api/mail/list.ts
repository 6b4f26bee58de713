import type { z } from 'zod'
import type { Mail, MailsQuery } from '../contract/mails.ts'
import type { Page } from '../contract/pagination.ts'
import { fromCursor, toPage } from '../cursor.ts'
import type { Services } from '../services.ts'
import { viewMail } from './view-mail.ts'

// One statement for each filter, so that each reads its own index.
const listBy = (filter: string) => `
  SELECT * FROM mails WHERE ${filter} AND (:before IS NULL OR id < :before) ORDER BY id DESC LIMIT :limit`

/** Mails, the newest first. */
export async function listMails({ database }: Services, query: z.output<typeof MailsQuery>): Promise<Page<Mail>> {
  const { status, user, limit, cursor } = query
  const before = cursor ? fromCursor(cursor)[1] : null
  const filters = [...(user === undefined ? [] : ['user_id = :user']), ...(status ? ['status = :status'] : [])]
  const sql = listBy(filters.join(' AND ') || 'true')
  const args = { before, limit: limit + 1, ...(status && { status }), ...(user !== undefined && { user }) }
  const [found] = await database.mayLag.read([{ sql, args }])
  return toPage(found?.rows ?? [], {
    limit,
    position: (row) => [Number(row['created_at']), String(row['id'])],
    show: viewMail,
  })
}
