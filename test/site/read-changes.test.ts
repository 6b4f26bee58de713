import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readChanges } from '../../site/lib/read-changes.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

function commit(folder: string, files: Record<string, string>, at: string): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'articles/en'), { recursive: true })
    writeFileSync(join(folder, 'articles/en', name), text)
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Mia', '-c', 'user.email=mia@example.com', ...args], {
      cwd: folder,
      env: { ...process.env, GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at },
    })
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'Change')
}

test('a file was changed when it was committed last', async () => {
  const folder = temporaryFolder()
  commit(folder, { 'a.md': 'one', 'été.md': 'one' }, '2026-01-01T10:00:00Z')
  commit(folder, { 'a.md': 'two' }, '2026-02-01T10:00:00Z')
  expect(await readChanges(join(folder, 'articles'))).toEqual(
    new Map([
      ['en/a.md', new Date('2026-02-01T10:00:00Z')],
      ['en/été.md', new Date('2026-01-01T10:00:00Z')],
    ]),
  )
})

test('where history is missing or cut off nothing is said', async () => {
  const folder = temporaryFolder()
  expect(await readChanges(folder)).toEqual(new Map())

  commit(folder, { 'a.md': 'one' }, '2026-01-01T10:00:00Z')
  commit(folder, { 'b.md': 'one' }, '2026-02-01T10:00:00Z')
  const clone = join(temporaryFolder(), 'shallow')
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder}`, clone])
  expect(await readChanges(join(clone, 'articles'))).toEqual(new Map())
})
