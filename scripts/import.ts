import { statSync } from 'node:fs'
import { ImportError } from './import/import-error.ts'
import { importFile, type Counts } from './import/import-file.ts'
import { readOptions, usage } from './import/options.ts'
import { showProgress } from './import/progress.ts'
import { createSend } from './import/send.ts'

// Lines that are refused are about people: nobody else reads the file they go to.
process.umask(0o077)

/** How it ended, for whoever calls it from a script. */
const ended = { complete: 0, failed: 1, withRejected: 2, interrupted: 130 }

/** The first Ctrl-C lets what was read arrive, the second does not. */
function endOnSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(ended.interrupted)
      controller.abort()
    })
  }
  return controller.signal
}

async function run(): Promise<number> {
  const asked = readOptions(process.argv.slice(2), process.env)
  if (!asked) {
    console.log(usage)
    return ended.complete
  }
  const signal = endOnSignal()
  const started = performance.now()
  const counts: Counts = { bytes: 0, accepted: 0, duplicates: 0, rejected: 0 }
  const total = asked.files.reduce((sum, file) => sum + statSync(file).size, 0)
  const notes = new Set<string>()
  const slow = 'The server limits how fast a key may send: RATE_LIMIT=0 on the server lifts that.'
  const send = createSend({ ...asked, slowedDown: () => notes.add(slow) })
  const stopShowing = showProgress(counts, total)
  try {
    for (const file of asked.files) {
      if (signal.aborted) break
      const before = counts.rejected
      const { rejectedFile, format } = await importFile(file, { ...asked, send, counts, signal })
      const rejected = counts.rejected - before
      notes.add(
        `${file}: ${format ?? 'empty'}${rejected > 0 ? `, ${rejected.toLocaleString('en')} rejected, see ${rejectedFile}` : ''}`,
      )
    }
  } finally {
    stopShowing()
  }
  const seconds = (performance.now() - started) / 1000
  console.log([...notes].join('\n'))
  console.log(
    `${counts.accepted.toLocaleString('en')} new, ${counts.duplicates.toLocaleString('en')} there already, ` +
      `${counts.rejected.toLocaleString('en')} rejected in ${seconds.toFixed(1)} s ` +
      `(${Math.round((counts.accepted + counts.duplicates) / seconds).toLocaleString('en')} messages/s).`,
  )
  if (signal.aborted) {
    console.log('Interrupted: run the same command again, what is there already is not taken twice.')
    return ended.interrupted
  }
  return counts.rejected > 0 ? ended.withRejected : ended.complete
}

try {
  process.exitCode = await run()
} catch (error) {
  console.error(error instanceof ImportError ? error.message : error)
  process.exitCode = ended.failed
}
