import { expect, test } from 'vitest'
import type { ReplayRequest, ReplayResult } from '../../api/contract/rejected-messages.ts'
import { createClient } from '../../site/console/client.ts'
import { countsByReason, messageInWords, replayInWords } from '../../site/console/refused/refused-words.ts'
import { replayAll } from '../../site/console/refused/replay-all.ts'

test('what became of messages is told in numbers, without those that are nought', () => {
  expect(replayInWords({ accepted: 1, duplicates: 0, refused: 0 })).toBe('1 message is a fact now.')
  expect(replayInWords({ accepted: 1200, duplicates: 1, refused: 2 })).toBe(
    '1,200 messages are facts now. 1 message was a fact already. 2 messages were refused again and stayed here.',
  )
  expect(replayInWords({ accepted: 0, duplicates: 0, refused: 0 })).toMatch(/^There was nothing/)
})

test('a message is called what it says it is, whatever it is', () => {
  const words = (message: unknown) => messageInWords({ message })
  expect(words({ type: 'track', event: 'invoice_sent' })).toBe('track invoice_sent')
  expect(words({ type: 'page', name: 'Home' })).toBe('page Home')
  expect(words({ type: 'track', event: 5 })).toBe('track')
  expect([{}, [], 'text', 5].map(words)).toEqual(Array(4).fill('A message without a type'))
  expect(words(null)).toBe('Not kept whole')
})

test('reasons are counted over all that is wrong', () => {
  const row = { detail: '', firstAt: '', lastAt: '', exampleId: '' }
  const counts = countsByReason([
    { ...row, reason: 'invalid', count: 2 },
    { ...row, reason: 'too_old', count: 1 },
    { ...row, reason: 'invalid', count: 3 },
  ])
  expect([...counts]).toEqual([
    ['invalid', 5],
    ['too_old', 1],
  ])
})

test('all messages of a filter are sent again page by page, and counted on the way', async () => {
  const asked: ReplayRequest[] = []
  const pages: ReplayResult[] = [
    { accepted: 400, duplicates: 90, rejected: [{ id: 'a', detail: 'Wrong.' }], notReplayable: [], nextCursor: 'next' },
    { accepted: 7, duplicates: 0, rejected: [], notReplayable: [], nextCursor: null },
  ]
  const client = createClient({
    fetch: async (_, init) => {
      asked.push(JSON.parse(String(init?.body)) as ReplayRequest)
      return Response.json(pages[asked.length - 1])
    },
    onSignedOut: () => expect.fail('Nobody is signed out.'),
  })
  const seen: number[] = []
  const counts = await replayAll(client, { reason: '', key: 'crm' }, ({ accepted }) => seen.push(accepted))
  expect(asked).toEqual([
    { key: 'crm', limit: 500 },
    { key: 'crm', limit: 500, cursor: 'next' },
  ])
  expect(counts).toEqual({ accepted: 407, duplicates: 90, refused: 1 })
  expect(seen).toEqual([400, 407])
})
