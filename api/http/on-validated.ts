import type { z } from 'zod'
import type { Manner } from '../definitions/explain-issue.ts'
import { parseExplained } from '../definitions/parse-explained.ts'
import { ApiError } from '../errors.ts'

/** A request, of which each error already has its place beside it. */
const inRequest: Manner = {
  nameOf: (path) => (path.length === 0 ? 'The body' : 'It'),
  group: 'an object',
  empty: [''],
  add: (_, must = 'it') => `Send ${must}.`,
  give: (choice) => `Send ${choice}.`,
  // What a name that does not exist was to narrow down would be everything.
  unknown: () => 'There is nothing of this name here.',
  lookUp: '',
}

/** The part of a request that was held against a schema. */
interface Validated {
  success: boolean
  data?: unknown
}

/**
 * Throws the errors of a request that does not fit its schema, in words. In the texts of one that does, what a database
 * would cut off or choke on (NUL, half a character) becomes a replacement character.
 *
 * @param schema - What it was held against.
 */
export function onValidated({ success, data }: Validated, schema: z.ZodType): undefined {
  if (success) {
    if (isObject(data)) makeKeepable(data)
    return
  }
  const { wrong } = parseExplained(schema, data, inRequest)
  throw new ApiError('invalid', 'Some fields are wrong.', {
    errors: wrong.map(({ path, detail, remedy }) => ({
      path: path.map(String).join('.'),
      detail: `${detail} ${remedy}`.trim(),
    })),
  })
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function makeKeepable(holder: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(holder)) {
    if (typeof value === 'string') holder[name] = value.toWellFormed().replaceAll('\0', '\ufffd')
    else if (isObject(value)) makeKeepable(value)
  }
}
