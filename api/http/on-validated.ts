import type { z } from 'zod'
import { ApiError } from '../errors.ts'

/**
 * Throws the errors of a request that does not fit its schema. In the texts of one that does, what a database would cut
 * off or choke on (NUL, half a character) becomes a replacement character.
 */
export function onValidated(result: { success: boolean; error?: z.ZodError; data?: unknown }): void {
  if (result.success) {
    if (isObject(result.data)) makeKeepable(result.data)
    return
  }
  throw new ApiError('invalid', 'Some fields are wrong.', {
    errors: result.error?.issues.flatMap(explain) ?? [],
  })
}

/** What is wrong, by its place. A name that does not exist is no detail: what it was to narrow down would be everything. */
function explain(issue: z.core.$ZodIssue): { path: string; detail: string }[] {
  const at = (path: PropertyKey[]) => path.map(String).join('.')
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: at([...issue.path, key]), detail: 'There is nothing of this name here.' }))
    : [{ path: at(issue.path), detail: issue.message }]
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function makeKeepable(holder: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(holder)) {
    if (typeof value === 'string') holder[name] = value.toWellFormed().replaceAll('\0', '\ufffd')
    else if (isObject(value)) makeKeepable(value)
  }
}
