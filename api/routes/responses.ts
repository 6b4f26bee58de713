import type { z } from '@hono/zod-openapi'
import { Problem, problems, type ProblemCode } from '../contract/problem.ts'

/** A JSON answer of a route, for its description. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { 'application/json': { schema } },
  description,
})

/** A JSON body of a route, for its description. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** The errors that a route can answer with, for its description. Each is limited, and in each the server can fail. */
export const failures = (...codes: ProblemCode[]) =>
  Object.fromEntries(
    [...codes, 'rate_limited' as const, 'internal' as const, 'overloaded' as const].map((code) => [
      problems[code].status,
      { content: { 'application/problem+json': { schema: Problem } }, description: problems[code].title },
    ]),
  )

/** Every read of the CS team can fail like this. */
export const readFailures = failures('unauthorized', 'forbidden', 'invalid')

/** Every body that is sent can fail like this. */
export const sendFailures = failures(
  'bad_request',
  'unauthorized',
  'forbidden',
  'payload_too_large',
  'unsupported',
  'invalid',
)
