import { describe, expect, test } from 'vitest'
import type { Key } from '../../api/contract/keys.ts'
import { checkKeyForm, fieldErrorsOf, readKeyForm } from '../../site/console/keys/key-form.ts'
import { endOfDay, originsInWords, workingFirst } from '../../site/console/keys/key-words.ts'
import { RequestError } from '../../site/console/request-error.ts'

const formOf = (...entries: [string, string][]) => {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

describe('the form of a key', () => {
  const given = formOf(
    ['name', ' CRM '],
    ['scopes', 'read'],
    ['scopes', 'ingest'],
    ['origins', 'https://a.example.com\n\n https://b.example.com '],
  )

  test('gives what a key of its kind can have', () => {
    expect(readKeyForm(given, 'secret')).toEqual({ name: 'CRM', scopes: ['ingest', 'read'], origins: [] })
    expect(readKeyForm(given, 'write')).toEqual({
      name: 'CRM',
      scopes: ['ingest'],
      origins: ['https://a.example.com', 'https://b.example.com'],
    })
  })

  test('wants a name and something that the key may do', () => {
    expect(Object.keys(checkKeyForm(readKeyForm(formOf(), 'secret')))).toEqual(['name', 'scopes'])
    expect(checkKeyForm(readKeyForm(given, 'secret'))).toEqual({})
  })

  test('shows what the API says at the field, with the entry that is wrong, and leaves the rest', () => {
    const error = new RequestError('Some fields are wrong.', 422, {
      fields: [
        { path: 'origins.1', detail: 'Use an origin.' },
        { path: 'origins.2', detail: 'not shown: one at a time' },
        { path: 'expiresAt', detail: 'Use a time that is yet to come.' },
        { path: 'id', detail: 'The key was revoked.' },
      ],
    })
    expect(fieldErrorsOf(error, { origins: ['https://a.example.com', 'b', 'c'], expiresAt: null })).toEqual({
      origins: '“b”: Use an origin.',
      expiresAt: 'Use a time that is yet to come.',
    })
    expect(fieldErrorsOf(null, {})).toEqual({})
  })
})

describe('a key', () => {
  test('that works comes first, else nothing moves', () => {
    const keys = [
      { id: 'a', status: 'revoked' },
      { id: 'b', status: 'active' },
      { id: 'c', status: 'expired' },
      { id: 'd', status: 'active' },
    ] as Key[]
    expect(workingFirst(keys).map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c'])
  })

  test('works to the end of its last day, where the viewer is', () => {
    const end = new Date(endOfDay('2026-11-21') ?? '')
    expect([end.getDate(), end.getHours(), end.getMinutes()]).toEqual([21, 23, 59])
    expect(endOfDay('')).toBeNull()
  })

  test('has its origins in a few words', () => {
    expect(originsInWords([])).toBe('Those of ALLOWED_ORIGINS')
    expect(originsInWords(['https://a.example.com'])).toBe('a.example.com')
    expect(originsInWords(['https://a.example.com', 'http://b', 'http://c'])).toBe('a.example.com and 2 more')
  })
})
