import { expect } from 'vitest'
import { openDatabase } from '../../api/db/open.ts'
import { expectRollups } from './expect-rollups.ts'
import type { Ledger } from './keep-sending.ts'

/** Expects what was acknowledged to be there once, nothing to be there twice or unsent, and every count to be right. */
export async function expectNothingLost(url: string, ledger: Ledger): Promise<void> {
  const database = await openDatabase({ url })
  try {
    const { rows } = await database.client.execute('SELECT message_id, count(*) AS count FROM events GROUP BY 1')
    const stored = new Map(rows.map((row) => [String(row['message_id']), Number(row['count'])]))
    expect({
      wrong: ledger.wrong.slice(0, 5),
      lost: [...ledger.acknowledged].filter((id) => !stored.has(id)).slice(0, 20),
      twice: [...stored].filter(([, count]) => count > 1),
      unsent: [...stored.keys()].filter((id) => !ledger.sent.has(id)).slice(0, 20),
    }).toEqual({ wrong: [], lost: [], twice: [], unsent: [] })
    await expectRollups(database)
    const whole = await database.client.execute('PRAGMA integrity_check')
    expect(whole.rows.map((row) => row[0])).toEqual(['ok'])
  } finally {
    await database.close()
  }
}
