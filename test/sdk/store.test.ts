import { expect, test } from 'vitest'
import { createStore } from '../../sdk/client/store.ts'
import { createFakeStorage } from './fake-browser.ts'

test('values outlive the page in the storage of the browser', () => {
  const storage = createFakeStorage()
  createStore(() => storage, 'cairn:pk_1:').set('identity', { anonymousId: 'a' })
  expect(createStore(() => storage, 'cairn:pk_1:').get('identity')).toEqual({ anonymousId: 'a' })
})

test('instances with different keys do not see each other', () => {
  const storage = createFakeStorage()
  createStore(() => storage, 'cairn:pk_1:').set('minimised', true)
  const other = createStore(() => storage, 'cairn:pk_2:')
  expect(other.get('minimised')).toBeNull()
  expect(other.names('')).toEqual([])
})

test('a storage that throws is replaced by memory', () => {
  const store = createStore(() => {
    throw new DOMException('Access is denied', 'SecurityError')
  }, 'cairn:')
  store.set('m:1', { event: 'invoice_sent' })
  expect(store.get('m:1')).toEqual({ event: 'invoice_sent' })
  expect(store.names('m:')).toEqual(['m:1'])
  store.remove('m:1')
  expect(store.names('m:')).toEqual([])
})

test('what a full storage refuses is kept in memory, and hides the older value', () => {
  const storage = createFakeStorage()
  storage.setItem('cairn:tracked', '{"old":1}')
  const full = Object.assign(Object.create(storage) as Storage, {
    setItem: () => {
      throw new DOMException('The quota has been exceeded', 'QuotaExceededError')
    },
  })
  const store = createStore(() => full, 'cairn:')
  store.set('tracked', { new: 2 })
  expect(store.get('tracked')).toEqual({ new: 2 })
})

test('a value that is not ours reads as nothing', () => {
  const storage = createFakeStorage()
  storage.setItem('cairn:identity', 'not json')
  expect(createStore(() => storage, 'cairn:').get('identity')).toBeNull()
})
