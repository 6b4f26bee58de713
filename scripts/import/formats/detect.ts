import { ImportError } from '../import-error.ts'
import type { Format } from '../message.ts'
import { cairn, csv } from './cairn.ts'
import { mixpanel } from './mixpanel.ts'
import { posthog } from './posthog.ts'
import { segment } from './segment.ts'

/** Every format, by the name that `--format` has for it. */
export const formats: Record<string, Format> = { cairn, segment, posthog, mixpanel, csv }

type Value = Record<string, unknown>
const has = (value: unknown, ...names: string[]) =>
  typeof value === 'object' && value !== null && names.every((name) => name in value)

/** What tells a format by its first entry, the surest first. */
const marks: [name: string, isIt: (value: Value) => boolean][] = [
  ['cairn', (value) => has(value, 'messageId', 'type', 'accountId', 'receivedAt', 'context')],
  ['posthog', (value) => has(value, 'distinct_id')],
  ['mixpanel', (value) => has(value, '$distinct_id') || has(value['properties'], 'distinct_id')],
  ['segment', (value) => has(value, 'type', 'messageId') || has(value, 'id', 'received_at')],
  ['csv', (value) => has(value, 'event') && (has(value, 'userId') || has(value, 'anonymousId'))],
]

/**
 * Names the format of a file by its first entry.
 *
 * @throws ImportError where it looks like none of them.
 */
export function detectFormat(first: Value, path: string): string {
  const found = marks.find(([, isIt]) => isIt(first))
  if (found) return found[0]
  throw new ImportError(
    `${path} looks like no export that is known. Say what it is with --format ${Object.keys(formats).join('|')}.`,
  )
}
