import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { asSent, filesOfPage, filesOfSdk } from '../../scripts/fetched-files.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

function folderWith(files: Record<string, string>) {
  const folder = temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

test('a part of the SDK counts what it imports, however deep, and not what it may load later', () => {
  const folder = folderWith({
    'cairn.js': 'import("./show-survey-A.js")',
    'show-survey-A.js': 'import{a}from"./chunk-B.js";import("./confetti-D.js")',
    'chunk-B.js': 'import"./chunk-C.js";export{a}from"./show-survey-A.js"',
    'chunk-C.js': '',
    'confetti-D.js': '',
  })
  const names = (parts: string[]) => filesOfSdk(folder, parts).map((file) => relative(folder, file))
  expect(names([])).toEqual(['cairn.js'])
  expect(names(['show-survey'])).toEqual(['cairn.js', 'show-survey-A.js', 'chunk-B.js', 'chunk-C.js'])
  expect(() => names(['show-tour'])).toThrow('Run npm run build.')
})

test('a page counts its HTML, its styles and its modules, and nothing of other hosts', () => {
  const folder = folderWith({
    'help/a/index.html':
      '<link rel="stylesheet" href="/_astro/a.css"><link rel="icon" href="/favicon.svg">' +
      '<script type="module" src="/_astro/a.js"></script><script src="https://example.com/b.js"></script>' +
      '<template><script type="module" src="/_astro/later.js"></script></template>',
    '_astro/a.css': '',
    '_astro/a.js': 'import "./b.js"',
    '_astro/b.js': 'import x from "/_astro/c.js"',
    '_astro/c.js': '',
  })
  expect(filesOfPage(folder, 'help/a').map((file) => relative(folder, file))).toEqual([
    'help/a/index.html',
    '_astro/a.css',
    '_astro/a.js',
    '_astro/b.js',
    '_astro/c.js',
  ])
})

test('files are counted as they are sent', () => {
  const folder = folderWith({ 'a.js': 'a', 'a.js.br': 'a', 'b.js': 'b' })
  const files = ['a.js', 'b.js'].map((name) => join(folder, name))
  expect(asSent(files).map((file) => relative(folder, file))).toEqual(['a.js.br', 'b.js'])
})
