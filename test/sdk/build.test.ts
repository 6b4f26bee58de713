import { createHash } from 'node:crypto'
import { existsSync, globSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declarePlan } from '../../sdk/build/declare-plan.ts'
import { shortened } from '../../sdk/build/short-names.ts'
import { selectTokens } from '../../sdk/build/select-tokens.ts'
import { buildSdk } from '../../sdk/build.ts'

let outDir = ''

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'cairn-sdk-'))
  await buildSdk({ outDir, minify: true })
})
afterAll(() => rm(outDir, { recursive: true, force: true }))

test('what the server and the page know by a name keeps it', async () => {
  const root = join(import.meta.dirname, '../..')
  const sources = await Promise.all(globSync(join(root, 'sdk/**/*.ts')).map((file) => readFile(file, 'utf8')))
  const contracts = sources.flatMap((text) => text.match(/(?:api\/contract|content|surveys)\/[a-z-]+\.ts/g) ?? [])
  const shared = [...new Set(contracts)].filter((file) => file !== 'content/progress.ts')
  const known = await Promise.all([...shared, 'sdk/cairn.ts'].map((file) => readFile(join(root, file), 'utf8')))
  expect(shared.length).toBeGreaterThan(8)
  const exported = sources.join('\n').match(/(?<=export const )\w+/g) ?? []
  const named = new Set([...exported, ...(known.join('\n').match(/\b\w+(?=[?]?[:(])/g) ?? [])])
  expect(shortened.filter((name) => named.has(name))).toEqual([])
})

test('the page for integrators lies beside it, and its links lead on', async () => {
  const manual = await readFile(join(outDir, 'README.md'), 'utf8')
  const links = Array.from(manual.matchAll(/\]\(([^)#:]+\.md)/g), ([, path = '']) => path)
  expect(links).toContain(join(relative(outDir, join(import.meta.dirname, '../../docs')), 'deploy.md'))
  for (const link of links) expect(existsSync(join(outDir, link)), link).toBe(true)
})

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
    'help',
    'panel',
    'help-fr',
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

/** What a compiler says about code of somebody who has nothing but the package. */
async function compile(name: string, code: string): Promise<unknown[]> {
  const consumer = join(outDir, name)
  await writeFile(
    consumer,
    `import { createCairn } from './esm/index.js'
     import type { Cairn, CairnEvents, CairnOptions, Properties, QueuedCall, Shown, TrackingPlan } from './esm/index.js'
     declare const cairn: Cairn
     ${code}
     export type All = [CairnEvents, CairnOptions, Properties, QueuedCall, Shown, TrackingPlan, typeof createCairn]`,
  )
  const program = ts.createProgram([consumer], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  })
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)
}

test('the types of the package need nothing else, and take whatever may be said', async () => {
  const said = await compile(
    'said.ts',
    `const hash: string | undefined = undefined
     const options: CairnOptions = { key: 'pk_1', api: 'https://cairn.example.com', userHash: hash, needsConsent: true }
     const other: Cairn = createCairn({ ...options, userId: 17, accountId: 'linden', locale: 'fr' })
     cairn.identify('mia', { name: 'Mia Keller' }, { userHash: 'ab' })
     cairn.identify('mia', { name: 'Mia Keller' }, { userHash: hash })
     cairn.identify(17)
     cairn.identify({ role: 'owner' })
     cairn.group('linden', { segment: 'school' })
     cairn.group(4)
     cairn.track('invoice_sent', { amount: 90, currency: 'CHF' })
     cairn.track('school_went_live')
     cairn.page()
     cairn.page('Planning')
     cairn.page('Planning', 'Week', { week: 3 })
     cairn.page('Week', { week: 3 })
     cairn.open('nps')
     cairn.close('nps')
     cairn.close()
     cairn.consent(true)
     cairn.reset()
     cairn.push(['track', 'invoice_sent', { amount: 90 }], ['reset'], ['identify', 'mia'], ['identify', { role: 'owner' }])
     cairn.push(['group', 4, { segment: 'school' }], ['page', 'Week', { week: 3 }], ['open', 'nps'], ['close'], ['consent', true])
     cairn.push(['on', 'show', ({ id }: Shown) => id.length])
     const queue: { push(...calls: QueuedCall[]): unknown } = [] as QueuedCall[]
     const instance: typeof queue = cairn
     const stop: () => void = cairn.on('reset', () => undefined)
     cairn.on('identify', (userId, traits) => { const id: string | undefined = userId; const all: Properties = traits })
     cairn.on('group', (groupId, traits) => { const id: string = groupId; const all: Properties = traits })
     cairn.on('track', (event, properties) => { const name: string = event; const all: Properties = properties })
     cairn.on('page', (category, name, properties) => { const both: (string | undefined)[] = [category, name] })
     cairn.on('show', ({ kind, id }) => { const name: string = id; const one: Shown['kind'] = kind })
     cairn.on('close', (shown) => { const one: Shown = shown })
     cairn.on('answer', (survey, question, value) => { const names: string[] = [survey, question]; return value === 9 })
     cairn.on('problem', (text) => { const said: string = text })
     const names: Record<keyof CairnEvents, true> = {
       identify: true, group: true, track: true, page: true, reset: true, show: true, close: true, answer: true, problem: true,
     }
     const known: Record<keyof Cairn, true> = {
       identify: true, group: true, track: true, page: true, reset: true, open: true, close: true, on: true, consent: true,
       push: true,
     }`,
  )
  expect(said).toEqual([])
})

test('the types of the package refuse what would go wrong, and what the tracking plan does not have', async () => {
  const wrong = [
    `createCairn({ key: 'pk_1' })`,
    `createCairn({ api: 'https://cairn.example.com' })`,
    `createCairn({ key: 'pk_1', api: 'https://cairn.example.com', consent: true })`,
    `createCairn({ key: 'pk_1', api: 'https://cairn.example.com', needsConsent: 'yes' })`,
    `createCairn({ key: 'pk_1', api: 'https://cairn.example.com', userId: null })`,
    `cairn.identify()`,
    `cairn.identify(null)`,
    `cairn.identify('mia', { segment: 'school' })`,
    `cairn.identify('mia', {}, 'ab')`,
    `cairn.group()`,
    `cairn.group({ segment: 'school' })`,
    `cairn.group('linden', { segmant: 'school' })`,
    `cairn.track()`,
    `cairn.track({ amount: 90 })`,
    `cairn.track('invoice_send')`,
    `cairn.track('invoice_sent', { ammount: 90 })`,
    `cairn.track('school_went_live', { amount: 90 })`,
    `cairn.page(3)`,
    `cairn.open()`,
    `cairn.open(3)`,
    `cairn.consent()`,
    `cairn.consent('yes')`,
    `cairn.push('track', 'invoice_sent')`,
    `cairn.push(['track', 'invoice_send'])`,
    `cairn.push(['track', 'invoice_sent', { ammount: 90 }])`,
    `cairn.push(['send', 'invoice_sent'])`,
    `cairn.push(['on', 'show', (id: string) => id])`,
    `cairn.on('shown', () => undefined)`,
    `cairn.on('show')`,
    `cairn.on('show', (id: string) => id)`,
    `cairn.on('answer', (survey: number) => survey)`,
    `cairn.send('invoice_sent')`,
  ]
  // A call that is taken leaves its comment without an error, which is an error.
  const code = wrong.map((call) => `// @ts-expect-error\n${call}`).join('\n')
  expect(await compile('wrong.ts', code)).toEqual([])
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
