import { progress } from '../../content/progress.ts'
import type { Enrolment } from '../contract/onboarding.ts'
import type { Services } from '../services.ts'
import { iso } from '../db/row-values.ts'

// What a user did before their account was known counts for it.
const firsts = `
  SELECT event, min(first_at) AS first_at FROM event_totals
  WHERE subject = 'account:' || :account
    OR subject IN (SELECT 'user:' || id FROM users WHERE account_id = :account)
  GROUP BY event`

/** The account's enrolments, each with its progress as the facts stand now. One round trip. */
export async function readOnboarding({ database, definitions, now }: Services, account: string): Promise<Enrolment[]> {
  const [enrolled, done] = await database.read([
    {
      sql: 'SELECT program, started_at FROM enrolments WHERE account_id = :account ORDER BY started_at, program',
      args: { account },
    },
    { sql: firsts, args: { account } },
  ])
  const completed = new Map((done?.rows ?? []).map((row) => [String(row['event']), iso(row['first_at'])]))

  return (enrolled?.rows ?? []).flatMap((row) => {
    const program = definitions.programs.find((candidate) => candidate.id === row['program'])
    // A program whose file was taken away is no longer shown; its enrolment comes back with the file.
    if (!program) return []
    const startedAt = iso(row['started_at'])
    const way = progress(program, completed, { startedAt, now: new Date(now()).toISOString() })
    return [{ program: program.id, ...way, startedAt }]
  })
}
