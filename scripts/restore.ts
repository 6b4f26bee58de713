import { BackupError } from '../api/backup/backup-error.ts'
import { restoreBackup } from '../api/backup/restore-backup.ts'
import { readSettings } from '../api/env.ts'
import { explainError } from './serve/explain-error.ts'

// Copies are about people: while they are made, too, nobody else reads them.
process.umask(0o077)
try {
  const [from, ...rest] = process.argv.slice(2)
  if (from === undefined || rest.length > 0) {
    throw new BackupError('Say which backup: npm run restore -- <file>, while the server is stopped.')
  }
  const { databaseUrl } = readSettings(process.env)
  const { path, facts, aside } = await restoreBackup({ databaseUrl, from, now: Date.now() })
  console.log(`${path} holds the ${facts.toLocaleString('en')} facts of the backup.`)
  if (aside) console.log(`What was there before is kept at ${aside}. Remove it when you are sure.`)
} catch (error) {
  console.error(explainError(error))
  process.exitCode = 1
}
