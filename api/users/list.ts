import type { z } from 'zod'
import type { Page } from '../contract/pagination.ts'
import type { User, UsersQuery } from '../contract/users.ts'
import { fromCursor, toPage } from '../cursor.ts'
import type { Services } from '../services.ts'
import { viewUser } from './view-user.ts'

const searched = ['id', `coalesce(traits ->> '$.name', '')`, `coalesce(traits ->> '$.email', '')`]

/** A page of users, by id. */
export async function listUsers(
  { database }: Services,
  { account, q, limit, cursor }: z.output<typeof UsersQuery>,
): Promise<Page<User>> {
  const conditions = [
    'id > :after',
    ...(account ? ['account_id = :account'] : []),
    ...(q ? [`(${searched.map((text) => `instr(lower(${text}), lower(:q)) > 0`).join(' OR ')})`] : []),
  ]
  const [found] = await database.mayLag.read([
    {
      sql: `SELECT * FROM users WHERE ${conditions.join(' AND ')} ORDER BY id LIMIT :limit`,
      args: {
        after: cursor ? fromCursor(cursor)[1] : '',
        limit: limit + 1,
        ...(account ? { account } : {}),
        ...(q ? { q } : {}),
      },
    },
  ])
  return toPage([...(found?.rows ?? [])], { limit, show: viewUser, position: (row) => [null, String(row['id'])] })
}
