import type { Key, KeyKind } from '../../../api/contract/keys.ts'
import type { Tone } from '../band-tone.ts'
import { formatNumber } from '../format/number.ts'

/** Each kind of key in words. */
export const kindTitles: Record<KeyKind, string> = { write: 'Write key', secret: 'Secret key' }

const states: Record<Key['status'], { word: string; tone: Tone }> = {
  active: { word: 'Works', tone: 'good' },
  expired: { word: 'Expired', tone: 'neutral' },
  revoked: { word: 'Revoked', tone: 'danger' },
}

/** Whether a key works, as a word and its colour. */
export const stateOf = ({ status }: Pick<Key, 'status'>): { word: string; tone: Tone } => states[status]

/** Whether it is changed here: it works, and is not of the environment. */
export const isChangeable = ({ status, builtIn }: Pick<Key, 'status' | 'builtIn'>): boolean =>
  status === 'active' && !builtIn

/** Keys that work first; else in the order that they come in. */
export const workingFirst = (keys: Key[]): Key[] =>
  keys.toSorted((a, b) => Number(a.status !== 'active') - Number(b.status !== 'active'))

/** The origins of a write key in a few words. */
export const originsInWords = (origins: string[]): string => {
  const [first, ...others] = origins.map((origin) => origin.replace(/^https:\/\//, ''))
  if (first === undefined) return 'Those of ALLOWED_ORIGINS'
  return others.length === 0 ? first : `${first} and ${formatNumber(others.length)} more`
}

/** How long the old value of a rotated key can work on, in seconds. */
export const graces: [seconds: number, title: string][] = [
  [0, 'Not at all: it has leaked'],
  [3600, 'An hour'],
  [86_400, 'A day'],
  [7 * 86_400, 'A week'],
  [30 * 86_400, '30 days'],
]
export const usualGrace = 86_400

/** The moment after which a key no longer works whose last day is given, as `2026-11-21`; null without one. */
export const endOfDay = (day: string): string | null => {
  const end = new Date(`${day}T23:59:59`)
  return Number.isNaN(end.getTime()) ? null : end.toISOString()
}
