import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BackupError } from '../api/backup/backup-error.ts'
import { makeBackup } from '../api/backup/make-backup.ts'
import { loadDefinitions } from '../api/definitions/load.ts'
import { readSettings } from '../api/env.ts'
import { createLog } from '../api/log.ts'
import { explainError } from './serve/explain-error.ts'

const usage = `Say where the backup goes: npm run backup -- <file> [--gzip], or npm run backup -- <folder> --keep <number> [--gzip]`

// Copies are about people: while they are made, too, nobody else reads them.
process.umask(0o077)
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { gzip: { type: 'boolean' }, keep: { type: 'string' } },
  })
  const [to] = positionals
  const keep = values.keep === undefined ? undefined : Number(values.keep)
  if (to === undefined || positionals.length > 1 || (keep !== undefined && !(Number.isInteger(keep) && keep > 0))) {
    throw new BackupError(usage)
  }
  const { databaseUrl, logLevel } = readSettings(process.env)
  const { programs } = loadDefinitions({ root: join(import.meta.dirname, '..') })
  const backup = await makeBackup({
    databaseUrl,
    to,
    gzip: values.gzip ?? false,
    keep,
    programs,
    log: createLog(logLevel),
    now: Date.now(),
  })
  const size = `${(backup.bytes / 1024 / 1024).toFixed(1)} MB`
  console.log(`${backup.path} is a verified backup: ${backup.facts.toLocaleString('en')} facts, ${size}.`)
  for (const name of backup.removed) console.log(`Removed ${name}.`)
} catch (error) {
  console.error((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ? usage : explainError(error))
  process.exitCode = 1
}
