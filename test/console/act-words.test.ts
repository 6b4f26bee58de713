import { expect, test } from 'vitest'
import type { Key } from '../../api/contract/keys.ts'
import {
  actionInWords,
  actorChoices,
  changes,
  keyOf,
  outcomeInWords,
  readActor,
} from '../../site/console/audit/act-words.ts'
import { createTestApp } from '../support/create-test-app.ts'

interface Operation {
  operationId: string
  security: Record<string, string[]>[]
}

const keyNamed = (id: string, name: string, kind: Key['kind'] = 'secret') => ({ id, name, kind }) as Key
const keys = [keyNamed('secret', 'Secret key of this server'), keyNamed('01a', 'CRM'), keyNamed('01b', 'App', 'write')]

test('"whatever changed something" is every act that the API writes down as a change', async () => {
  const app = await createTestApp()
  const { paths } = await app.read<{ paths: Record<string, Record<string, Operation>> }>('/v1/openapi.json')
  const needsChange = ({ security }: Operation) =>
    security.some(({ secretKey }) => secretKey?.includes('write') || secretKey?.includes('admin'))
  const found = Object.values(paths).flatMap((methods) =>
    Object.entries(methods)
      .filter(([method, operation]) => method !== 'get' && needsChange(operation))
      .map(([, { operationId }]) => operationId),
  )
  expect(found.length).toBeGreaterThan(5)
  expect(Object.keys(changes).sort()).toEqual(found.sort())
})

test('an act is told in words, also one that has none of its own', () => {
  expect(actionInWords('revokeKey')).toBe('Revoke a key')
  expect(actionInWords('readSurveyResults')).toBe('Read survey results')
})

test('an actor is known by the name of the key, else by its id', () => {
  expect(readActor('session:01a', keys)).toEqual({ name: 'CRM', inConsole: true })
  expect(readActor('gone', keys)).toEqual({ name: 'gone', inConsole: false })
  expect(actorChoices(keys).map(([actor]) => actor)).toEqual([
    'session:secret',
    'secret',
    'session:01a',
    '01a',
    'nobody',
  ])
})

test('a path leads to the key that it is about', () => {
  expect(keyOf('/v1/keys/01a/rotate', keys)?.name).toBe('CRM')
  expect(keyOf('/v1/keys', keys)).toBeUndefined()
  expect(keyOf('/v1/accounts/01a', keys)).toBeUndefined()
})

test('an outcome says why something was not done', () => {
  expect([204, 403, 404, 409, 503].map((status) => outcomeInWords({ status }))).toEqual([
    'Done',
    'Refused: not allowed',
    'Not there',
    'Refused (409)',
    'Failed (503)',
  ])
})
