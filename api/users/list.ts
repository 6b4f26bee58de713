import type { z } from 'zod'
import type { Page } from '../contract/pagination.ts'
import type { User, UsersQuery } from '../contract/users.ts'
import { fromCursor, toPage } from '../cursor.ts'
import type { Services } from '../services.ts'
import { viewUser } from './view-user.ts'

/** Users that each way of searching finds: who looks for others writes more of their name. */
const mostFound = 500

const begins = (text: string, part: string) => `${text} >= ${part} AND ${text} < ${part} || char(0x10ffff)`

// As the indexes have it.
const ways = [
  begins('id', ':q'),
  begins(`lower(traits ->> '$.name')`, 'lower(:q)'),
  begins(`lower(traits ->> '$.email')`, 'lower(:q)'),
]

const foundByIndexes = `id IN (${ways
  .map((way) => `SELECT id FROM (SELECT id FROM users WHERE ${way} LIMIT ${mostFound})`)
  .join(' UNION ')})`

/** A page of users, by id. */
export async function listUsers(
  { database }: Services,
  { account, q, limit, cursor }: z.output<typeof UsersQuery>,
): Promise<Page<User>> {
  const conditions = [
    'id > :after',
    ...(account ? ['account_id = :account'] : []),
    // The users of an account are few enough to go through them.
    ...(q ? [account ? `(${ways.join(' OR ')})` : foundByIndexes] : []),
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
