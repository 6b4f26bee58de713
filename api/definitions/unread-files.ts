import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { hintAt } from './nearest.ts'
import type { DefinitionProblem } from './read-yaml.ts'

/** What may lie beside definitions: hidden files, copies of editors, notes. */
const aside = /^\.|~$|^readme/i

const entriesIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !aside.test(name)) : []

const problem = (file: string, detail: string, remedy: string): DefinitionProblem => ({
  ...{ file, line: 1, path: '', detail, remedy },
})

/** Finds in a folder of definitions what nothing reads: whoever wrote it would wait for it in vain. */
export function unreadIn(root: string, folder: string, ending: '.yaml' | '.md' = '.yaml'): DefinitionProblem[] {
  const isRead = ending === '.md' ? /\.md$/ : /\.ya?ml$/
  return entriesIn(join(root, folder))
    .filter((entry) => entry.isDirectory() || !isRead.test(entry.name))
    .map((entry) => {
      const file = `${folder}/${entry.name}`
      return entry.isDirectory()
        ? problem(file, 'Nothing reads this folder.', `Move its files into ${folder}.`)
        : problem(file, 'Nothing reads this file.', `End its name with ${ending}, or move it out of ${folder}.`)
    })
}

const known = ['events', 'measures', 'support', 'interruptions', 'help-panel', 'redirects', 'search']

/** Finds files directly in `content/` that were meant as one of those that are read there. */
export const misnamedFiles = (root: string): DefinitionProblem[] =>
  entriesIn(join(root, 'content')).flatMap((entry) => {
    const [base = '', ...endings] = entry.name.split('.')
    const ending = endings.join('.')
    const isKnown = known.includes(base)
    if (entry.isDirectory() || (isKnown ? ending === 'yaml' : !/^ya?ml$/.test(ending))) return []
    const file = `content/${entry.name}`
    if (isKnown) return [problem(file, 'Nothing reads this file.', `Call it ${base}.yaml, or take it out.`)]
    const detail = `Nothing reads this file.${hintAt(base, known)}`
    return [problem(file, detail, `Call it one of ${known.map((name) => `${name}.yaml`).join(', ')}, or take it out.`)]
  })
