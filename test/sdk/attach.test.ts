import { expect, test } from 'vitest'
import { attachCairn } from '../../sdk/attach.ts'
import type { CairnPage } from '../../sdk/attach.ts'
import type { Cairn, CairnOptions, QueuedCall } from '../../sdk/cairn.ts'

test('calls that were queued before are made in order, and the queue becomes Cairn', () => {
  const queue: QueuedCall[] = [
    ['identify', 'mia'],
    ['track', 'invoice_sent', { amount: 90 }],
  ]
  const page: CairnPage = { cairn: queue }
  const { calls, start } = recordCalls()
  attachCairn(page, script({ key: 'pk_1' }), start)
  expect(calls).toEqual([
    ['identify', 'mia'],
    ['track', 'invoice_sent', { amount: 90 }],
  ])
  expect(page.cairn).toHaveProperty('track')
})

test('a queued call that queues another comes to an end', () => {
  const queue: QueuedCall[] = [['track', 'again']]
  const page: CairnPage = { cairn: queue }
  const { calls, start } = recordCalls((call) => {
    if (calls.length < 1000) queue.push(call)
  })
  attachCairn(page, script({ key: 'pk_1' }), (options) => start(options))
  expect(calls.length).toBeLessThanOrEqual(1000)
})

test('whoever kept the queue can go on pushing to it', () => {
  const queue: QueuedCall[] = []
  const { calls, start } = recordCalls()
  attachCairn({ cairn: queue }, script({ key: 'pk_1' }), start)
  queue.push(['track', 'late'])
  expect(calls).toEqual([['track', 'late']])
})

test('a second script tag does nothing', () => {
  const page: CairnPage = {}
  let starts = 0
  const { start } = recordCalls()
  for (let times = 0; times < 2; times++) {
    attachCairn(page, script({ key: 'pk_1' }), (options) => {
      starts++
      return start(options)
    })
  }
  expect(starts).toBe(1)
})

test('an element with the id "cairn" is in nobody’s way', () => {
  const page: object = { cairn: { nodeName: 'DIV' } }
  attachCairn(page, script({ key: 'pk_1' }), recordCalls().start)
  expect((page as CairnPage).cairn).toHaveProperty('track')
})

test('the attributes of the tag are the options, and the server is where its script lies', () => {
  const given: CairnOptions[] = []
  const { start } = recordCalls()
  const tag = script({
    key: 'pk_1',
    user: 'mia',
    userHash: 'ab12',
    account: 'linden',
    locale: 'fr',
    consent: 'required',
  })
  attachCairn({}, tag, (options) => {
    given.push(options)
    return start(options)
  })
  expect(given).toEqual([
    {
      key: 'pk_1',
      api: 'https://cairn.example.com/',
      userId: 'mia',
      userHash: 'ab12',
      accountId: 'linden',
      locale: 'fr',
      needsConsent: true,
    },
  ])
})

test('a script that was served under a prefix sends under it too', () => {
  const given: string[] = []
  const tag = { ...script({ key: 'pk_1' }), src: 'https://app.example.com/journey/sdk/cairn.js' }
  attachCairn({}, tag, (options) => {
    given.push(options.api)
    return recordCalls().start(options)
  })
  expect(given).toEqual(['https://app.example.com/journey/'])
})

test('a tag without a key starts nothing and throws nothing', () => {
  const page: CairnPage = {}
  attachCairn(page, script({}), recordCalls().start)
  attachCairn(page, null, recordCalls().start)
  expect(page.cairn).toBeUndefined()
})

test('a start that fails does not reach the page', () => {
  expect(() => {
    attachCairn({}, script({ key: 'pk_1' }), () => {
      throw new Error('no')
    })
  }).not.toThrow()
})

function script(dataset: DOMStringMap) {
  return { localName: 'script', src: 'https://cairn.example.com/sdk/cairn.js', dataset }
}

function recordCalls(onCall: (call: QueuedCall) => void = () => undefined) {
  const calls: QueuedCall[] = []
  const start = (options: CairnOptions) => {
    expect(options.key).toBe('pk_1')
    const push = (...given: QueuedCall[]) => {
      for (const call of given) {
        calls.push(call)
        onCall(call)
      }
    }
    return { push, track: () => undefined } as unknown as Cairn
  }
  return { calls, start }
}
