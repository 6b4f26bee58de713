import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatProblem } from '../../api/definitions/load.ts'
import { checkContent } from '../../scripts/content/check-content.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '../..')
const folders: Record<string, string> = {
  program: 'content/programs',
  tour: 'content/tours',
  announcement: 'content/announcements',
  survey: 'surveys/definitions',
}

/** The definitions that the documentation shows whole: those whose first line names their schema. */
const examples = ['README.md', ...globSync('docs/*.md', { cwd: root })].flatMap((file) =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /```yaml\n(# yaml-language-server: .*\/(.+)\.schema\.json\n[^]+?)```/g,
    ),
  ].map(([, yaml = '', kind = '']) => ({ file, yaml, kind })),
)

test('each definition that the documentation shows is right, and leads nowhere that is not there', () => {
  const copy = temporaryFolder()
  for (const folder of ['content', 'surveys']) cpSync(join(root, folder), join(copy, folder), { recursive: true })
  for (const [index, { yaml, kind }] of examples.entries()) {
    const folder = folders[kind]
    writeFileSync(join(copy, folder ? `${folder}/example-${index}.yaml` : `content/${kind}.yaml`), yaml)
  }
  expect(examples.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...Object.keys(folders), 'help-panel']))
  expect(
    checkContent({ root: copy })
      .filter(({ severity }) => severity !== 'warning')
      .map(formatProblem),
  ).toEqual([])
})
