import { z } from '@hono/zod-openapi'

/** Every code an error can have, with its HTTP status and title. The set is closed. */
export const problems = {
  bad_request: { status: 400, title: 'The request cannot be read' },
  unauthorized: { status: 401, title: 'A key is needed' },
  forbidden: { status: 403, title: 'This key may not do that' },
  not_found: { status: 404, title: 'There is no such thing' },
  payload_too_large: { status: 413, title: 'The request is too large' },
  invalid: { status: 422, title: 'Some fields are wrong' },
  rate_limited: { status: 429, title: 'Too many messages' },
  internal: { status: 500, title: 'Something failed here' },
  overloaded: { status: 503, title: 'The server cannot take more at the moment' },
} as const
export type ProblemCode = keyof typeof problems

/** A field that is wrong: where it is and what to do about it. */
export const FieldError = z.object({ path: z.string(), detail: z.string() })
export type FieldError = z.infer<typeof FieldError>

/** The body of every error (RFC 9457), sent as `application/problem+json`. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    requestId: z.string(),
    errors: z.array(FieldError).optional(),
  })
  .openapi('Problem')
export type Problem = z.infer<typeof Problem>
