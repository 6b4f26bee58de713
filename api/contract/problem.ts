import { z } from '@hono/zod-openapi'

/** Every code an error can have, with its HTTP status and title. The set is closed. */
export const problems = {
  bad_request: { status: 400, title: 'The request cannot be read' },
  unauthorized: { status: 401, title: 'A key is needed' },
  forbidden: { status: 403, title: 'This key may not do that' },
  not_found: { status: 404, title: 'There is no such thing' },
  method_not_allowed: { status: 405, title: 'This path does not take this method' },
  timed_out: { status: 408, title: 'The request came too slowly' },
  payload_too_large: { status: 413, title: 'The request is too large' },
  unsupported: { status: 415, title: 'The body is in a form that is not read here' },
  invalid: { status: 422, title: 'Some fields are wrong' },
  rate_limited: { status: 429, title: 'Too many messages or requests' },
  headers_too_large: { status: 431, title: 'The address or the headers are too large' },
  internal: { status: 500, title: 'Something failed here' },
  overloaded: { status: 503, title: 'The server cannot take more at the moment' },
} as const
export type ProblemCode = keyof typeof problems

/** An entry of `errors` in a problem. */
export const FieldError = z.object({
  path: z.string().describe('Where it is, such as `answers.score`; empty where it is the whole body.'),
  detail: z.string().describe('What is wrong with it, or what to send instead.'),
})
export type FieldError = z.infer<typeof FieldError>

/** The body of every error, sent as `application/problem+json`. */
export const Problem = z
  .object({
    type: z.string().describe('Where this kind of error is explained: an address relative to this server.'),
    title: z.string().describe('The kind of error in a few words, always the same for a code.'),
    status: z.number().int().describe('The HTTP status, 400 to 599.'),
    detail: z.string().describe('What happened, and what to do about it.'),
    code: z
      .enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]])
      .describe('The kind of error, for programs. The set is closed.'),
    requestId: z.string().describe('Id of the request, as in the header `X-Request-Id` and in the log of the server.'),
    errors: z.array(FieldError).optional().describe('The fields that are wrong, where it is about fields.'),
  })
  .openapi('Problem', {
    description: 'What went wrong (RFC 9457).',
    example: {
      type: '/v1/docs#invalid',
      title: problems.invalid.title,
      status: problems.invalid.status,
      detail: 'Some answers do not fit their questions.',
      code: 'invalid',
      requestId: '019cad74-1400-7c3e-9d1b-5a0e4f6b7c21',
      errors: [{ path: 'answers.score', detail: 'The answer must be a whole number from 0 to 10.' }],
    },
  })
export type Problem = z.infer<typeof Problem>
