import type { KnownUser } from '../contract/users.ts'
import type { Reader } from '../db/open.ts'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'
import { viewUser } from './view-user.ts'

const mostVisitors = 500

/**
 * What is known of a user; null where they sent nothing yet, or were erased.
 *
 * @param reader - The database's own doors, where it must be what is known now.
 */
export async function findUser(
  { database }: Services,
  id: string,
  reader: Reader = database.mayLag,
): Promise<KnownUser | null> {
  const [found, visitors] = await reader.read([
    { sql: 'SELECT * FROM users WHERE id = :id', args: { id } },
    {
      sql: 'SELECT anonymous_id FROM visitors WHERE user_id = :id ORDER BY event_id, anonymous_id LIMIT :limit',
      args: { id, limit: mostVisitors },
    },
  ])
  const row = found?.rows[0]
  if (!row) return null
  const times = JSON.parse(String(row['trait_times'])) as Record<string, number>
  return {
    ...viewUser(row),
    traitTimes: Object.fromEntries(Object.entries(times).map(([name, at]) => [name, new Date(at).toISOString()])),
    anonymousIds: (visitors?.rows ?? []).map((visitor) => String(visitor['anonymous_id'])),
  }
}

/** The error for a user of whom nothing is known. */
export const noSuchUser = (id: string) =>
  new ApiError('not_found', `There is no user "${id}": they appear with their first message.`)

/** @throws ApiError `not_found` for a user who sent nothing yet, or was erased. */
export async function getUser(services: Services, id: string): Promise<KnownUser> {
  const user = await findUser(services, id)
  if (!user) throw noSuchUser(id)
  return user
}
