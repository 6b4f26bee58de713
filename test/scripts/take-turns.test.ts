import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { takeTurns } from '../../scripts/take-turns.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('two processes do it one after the other, and the second says whom it waits for', async () => {
  const file = join(temporaryFolder(), 'dist/.building')
  const module = join(import.meta.dirname, '../../scripts/take-turns.ts')
  const source = `import { takeTurns } from ${JSON.stringify(module)}
    import { setTimeout } from 'node:timers/promises'
    await takeTurns(${JSON.stringify(file)}, () => {}, async () => { console.log('begun'); await setTimeout(1000) })`
  const other = spawn(process.execPath, ['--input-type=module', '-e', source])
  await once(other.stdout, 'data')

  const waited: number[] = []
  let isOtherDone = false
  other.on('exit', () => (isOtherDone = true))
  await takeTurns(
    file,
    (pid) => waited.push(pid),
    async () => {
      await setTimeout(100)
      expect(isOtherDone).toBe(true)
    },
  )
  expect(waited).toEqual([other.pid])
  expect(existsSync(file)).toBe(false)
})

test('what a process has left that is no more holds nobody up, and what fails gives its turn back', async () => {
  const file = join(temporaryFolder(), '.building')
  const gone = spawn('true')
  await once(gone, 'exit')
  symlinkSync(String(gone.pid), file)
  const never = (): never => {
    throw new Error('waited')
  }
  await expect(takeTurns(file, never, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(await takeTurns(file, never, () => Promise.resolve(1))).toBe(1)
})
