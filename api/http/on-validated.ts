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
    errors:
      result.error?.issues.map((issue) => ({ path: issue.path.map(String).join('.'), detail: issue.message })) ?? [],
  })
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function makeKeepable(holder: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(holder)) {
    if (typeof value === 'string') holder[name] = value.toWellFormed().replaceAll('\0', '\ufffd')
    else if (isObject(value)) makeKeepable(value)
  }
}
