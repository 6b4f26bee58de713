import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestApp } from '../../support/create-test-app.ts'
import { listen } from '../../support/listen.ts'
import { mountSmallDisk } from '../../support/small-disk.ts'
import { exportAll, jsonLines, makeFile, runImport, startImport } from './run-import.ts'

const track = (place: number) => ({
  ...{ type: 'track', messageId: `m${place}`, userId: `user-${place % 50}`, event: 'signed_in' },
  timestamp: '2026-02-01T10:00:00.000Z',
})
const many = (count: number) => jsonLines(Array.from({ length: count }, (_, place) => track(place)))

test('lines that are not taken are beside the file with their reasons, and the others are in', async () => {
  const app = await createTestApp()
  const large = { ...track(3), messageId: 'large', properties: { text: 'x'.repeat(40_000) } }
  const nameless = { type: 'track', messageId: 'nameless', userId: 'mia' }
  const content = `${jsonLines([track(1), nameless])}no json\n${jsonLines([large])}${'x'.repeat(2_000_000)}\n${jsonLines([track(2)])}`
  const file = makeFile('some.jsonl', content)
  const { code, said } = await runImport(app, file)
  expect([code, said]).toEqual([2, expect.stringContaining('2 new, 0 there already, 4 rejected')])
  expect((await exportAll(app)).map(({ messageId }) => messageId)).toEqual(['m1', 'm2'])
  const rejected = readFileSync(`${file}.rejected.jsonl`, 'utf8').trim().split('\n')
  const lines = rejected.map((line) => JSON.parse(line) as { line: number; reason: string; source: string })
  expect(lines.sort((one, other) => one.line - other.line)).toMatchObject([
    { line: 2, reason: 'A track message needs an "event".', source: JSON.stringify(nameless) },
    { line: 3, reason: 'The line is not a JSON object.', source: 'no json' },
    { line: 4, reason: 'The message is larger than 32 KB.' },
    { line: 5, reason: 'The line is longer than 1 MB.' },
  ])
})

test('a full disk beside the file ends the import with a sentence', async (context) => {
  const app = await createTestApp({ RATE_LIMIT: '0' })
  const file = join(mountSmallDisk(context, 1_000_000), 'm.jsonl')
  // Half of them are refused by the server, the others before they are sent.
  const nameless = jsonLines(Array.from({ length: 4000 }, (_, place) => ({ ...track(place), event: undefined })))
  for (const content of [nameless, `${many(1)}${'no json\n'.repeat(75_000)}`]) {
    rmSync(`${file}.rejected.jsonl`, { force: true })
    writeFileSync(file, content)
    const { code, said } = await runImport(app, file)
    expect([code, said]).toEqual([1, expect.stringContaining('cannot be written: ENOSPC')])
    expect(said).not.toContain('    at ')
  }
})

test('a file of refused lines that cannot be made anew ends the import before it begins', async () => {
  const app = await createTestApp()
  const file = makeFile('m.jsonl', many(1))
  mkdirSync(`${file}.rejected.jsonl`)
  const { code, said } = await runImport(app, file)
  expect([code, said]).toEqual([1, expect.stringContaining('cannot be written: ')])
  expect(await exportAll(app)).toEqual([])
})

test('says what is wrong before it sends anything', async () => {
  const app = await createTestApp()
  const file = makeFile('list.json', '[{"type":"track"}]')
  const unknown = makeFile('unknown.jsonl', '{"a":1}\n')
  for (const [args, sentence] of [
    [[], 'Name a file to import.'],
    [['/nowhere.jsonl'], 'There is no file /nowhere.jsonl.'],
    [[file, '--format', 'dance'], '--format must be cairn, segment, posthog, mixpanel, csv; it is "dance".'],
    [[file], 'is one JSON list.'],
    [[unknown], 'looks like no export that is known.'],
  ] as const) {
    expect(await runImport(app, ...args)).toMatchObject({ code: 1, said: expect.stringContaining(sentence) })
  }
  const wrongKey = startImport([makeFile('m.jsonl', many(1))], {
    url: await listen(app),
    secretKey: 'sk_wrong_0123456789',
  })
  expect(await wrongKey.done).toMatchObject({ code: 1, said: expect.stringContaining('does not take the messages') })
})

test('goes at the pace that the server asks for', async () => {
  const app = await createTestApp({ RATE_LIMIT: '1000' })
  // The clock of the limit is the test's: it goes on with the real one.
  const timer = setInterval(() => (app.clock.now += 100), 100)
  const { code, said } = await runImport(app, makeFile('m.jsonl', many(2500)))
  clearInterval(timer)
  expect(code).toBe(0)
  expect(said).toContain('2,500 new')
  expect(said).toContain('The server limits how fast a key may send')
})

test('is whole when it is run again after an interruption', async () => {
  const app = await createTestApp({ RATE_LIMIT: '0' })
  const file = makeFile('m.jsonl', many(60_000))
  const server = { url: await listen(app), secretKey: app.services.keys.secret }
  const first = startImport([file], server)
  while ((await app.read<{ data: object[] }>('/v1/events?limit=1')).data.length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  first.child.kill('SIGINT')
  expect(await first.done).toMatchObject({ code: 130, said: expect.stringContaining('run the same command again') })
  const half = (await exportAll(app)).length
  expect(half).toBeLessThan(60_000)

  const { code, said } = await startImport([file], server).done
  expect([code, said]).toEqual([0, expect.stringContaining(`${(60_000 - half).toLocaleString('en')} new`)])
  expect(new Set((await exportAll(app)).map(({ messageId }) => messageId)).size).toBe(60_000)
  expect(existsSync(`${file}.rejected.jsonl`)).toBe(false)
}, 60_000)
