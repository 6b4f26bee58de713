import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declarePlan } from '../../sdk/build/declare-plan.ts'
import { selectTokens } from '../../sdk/build/select-tokens.ts'
import { buildSdk } from '../../sdk/build.ts'

let outDir = ''

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'cairn-sdk-'))
  await buildSdk({ outDir, minify: true })
})
afterAll(() => rm(outDir, { recursive: true, force: true }))

test('the loader knows the hash in the names of the parts, which all that they import has too', async () => {
  const loader = await readFile(join(outDir, 'cairn.js'), 'utf8')
  const files = await readdir(outDir)
  const [, hash = ''] = /"([0-9A-F]{8})"|-([0-9A-F]{8})\.js/.exec(loader)?.filter(Boolean) ?? []
  const named = [
    'core',
    'guide',
    'checklist',
    'milestone',
    'survey',
    'tour',
    'hotspot',
    'announcement',
    'banner',
    'fr',
    'es',
    'de',
    'debug',
  ]
  expect(files).toEqual(expect.arrayContaining(named.map((part) => `${part}-${hash}.js`)))
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const code = await readFile(join(outDir, file), 'utf8')
    const imported = [...code.matchAll(/from"\.\/([^"]+)"/g)].map((match) => match[1])
    expect(files).toEqual(expect.arrayContaining(imported))
  }
})

test('a change of any part changes the names of all, which are kept for a year', async () => {
  const names = async () => (await readdir(outDir)).filter((name) => name.startsWith('core-') && name.endsWith('.js'))
  const before = await names()
  await buildSdk({ outDir, minify: false })
  expect(await names()).not.toEqual(before)
  await buildSdk({ outDir, minify: true })
  expect(await names()).toEqual(before)
})

test('a place in a script is found in its source, by the map beside it', async () => {
  const read = async (file: string) => readFile(join(outDir, file), 'utf8')
  const core = (await readdir(outDir)).find((name) => /^core-.*\.js$/.test(name)) ?? ''
  for (const [file, words, source] of [
    ['cairn.js', 'needs data-key', 'sdk/attach.ts'],
    [core, 'keeps removing', 'sdk/ui/host.ts'],
  ] as const) {
    const before = (await read(file)).split(words)[0]?.split('\n') ?? []
    const map = new SourceMap(JSON.parse(await read(`${file}.map`)) as ConstructorParameters<typeof SourceMap>[0])
    const origin = map.findEntry(before.length - 1, before.at(-1)?.length ?? 0)
    expect('originalSource' in origin && origin.originalSource).toMatch(source)
  }
})

test('no file carries the validation of the server or runs text as code', async () => {
  for (const file of (await readdir(outDir, { recursive: true })).filter((name) => name.endsWith('.js'))) {
    const code = await readFile(join(outDir, file), 'utf8')
    expect(code, file).not.toMatch(/zod|new Function|\beval\(|innerHTML|document\.cookie/i)
  }
})

test('the types of the package need nothing else, and know the tracking plan', async () => {
  const consumer = join(outDir, 'consumer.ts')
  await writeFile(
    consumer,
    `import { createCairn } from './esm/index.js'
     import type { Cairn } from './esm/index.js'
     const cairn: Cairn = createCairn({ key: 'pk_1', api: 'https://cairn.example.com' })
     cairn.identify('mia', { name: 'Mia Keller' }, { userHash: 'ab' })
     cairn.on('answer', (survey: string, question: string) => survey + question)
     cairn.track('invoice_sent', { amount: 90, currency: 'CHF' })
     cairn.identify({ role: 'owner' })
     cairn.group('linden', { segment: 'school' })
     // @ts-expect-error an event has a name
     cairn.track({ amount: 90 })
     // @ts-expect-error the tracking plan has no such event
     cairn.track('invoice_send')
     // @ts-expect-error nor such a property of it
     cairn.track('invoice_sent', { ammount: 90 })
     // @ts-expect-error which are not those of another
     cairn.track('school_went_live', { amount: 90 })
     // @ts-expect-error nor such a trait of a person
     cairn.identify('mia', { segment: 'school' })
     // @ts-expect-error or of an account
     cairn.group('linden', { segmant: 'school' })`,
  )
  const program = ts.createProgram([consumer], {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  })
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([])
})

test('the type of a tracking plan says what is meant, whatever that is', () => {
  const declared = declarePlan({
    events: { 'a-b': { description: 'Ends */ here\n and goes on.', feature: false, properties: { 'c d': 'Why' } } },
  })
  expect(declared).toContain('/** Ends *\\/ here and goes on. */\n"a-b": {\n/** Why */\n"c d"?: unknown\n}')
  const { diagnostics } = ts.transpileModule(declared, { reportDiagnostics: true })
  expect(diagnostics).toEqual([])
})

test('integrity.json has the hash of every script', async () => {
  const hashes = JSON.parse(await readFile(join(outDir, 'integrity.json'), 'utf8')) as Record<string, string>
  const scripts = (await readdir(outDir)).filter((name) => name.endsWith('.js')).sort()
  expect(Object.keys(hashes)).toEqual(scripts)
  for (const file of scripts) {
    const hash = createHash('sha384')
      .update(await readFile(join(outDir, file)))
      .digest('base64')
    expect(hashes[file]).toBe(`sha384-${hash}`)
  }
})

test('of the site’s tokens only those in use are taken, in pixels', () => {
  const tokens =
    ':root,\n:host {\n  --cairn-a: var(--cairn-b);\n  --cairn-b: 1.25rem;\n  --cairn-c: red; /* --cairn-c: no */\n}'
  const taken = selectTokens(tokens, 'p { margin: var(--cairn-a) }')
  expect(taken.replace(/\s+/g, ' ')).toBe(':host { --cairn-a: var(--cairn-b); --cairn-b: 20px; }')
})
