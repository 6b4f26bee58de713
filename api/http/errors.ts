import { DrizzleQueryError } from 'drizzle-orm/errors'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { problems, type Problem, type ProblemCode } from '../contract/problem.ts'
import { isOutage } from '../db/outage.ts'
import { ApiError } from '../errors.ts'
import type { Log } from '../log.ts'
import { readJson } from './body.ts'
import type { Env } from './env.ts'
import { limitFailed } from './limit-requests.ts'

/** The body of an error. */
export function toProblem(error: ApiError, requestId: string): Problem {
  return {
    type: `/v1/docs#${error.code}`,
    ...problems[error.code],
    detail: error.message,
    code: error.code,
    requestId,
    ...(error.errors ? { errors: error.errors } : {}),
  }
}

/** The answer to an error. */
export function problemResponse(c: Context<Env>, error: ApiError): Response {
  return c.body(JSON.stringify(toProblem(error, c.var.requestId)), error.status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...(error.retryAfterSeconds ? { 'Retry-After': String(error.retryAfterSeconds) } : {}),
    ...(error.allow ? { Allow: error.allow.join(', ') } : {}),
    ...(error.code === 'unauthorized' ? { 'WWW-Authenticate': 'Bearer' } : {}),
  })
}

const codeOfStatus = (status: number): ProblemCode =>
  (Object.keys(problems) as ProblemCode[]).find((code) => problems[code].status === status) ?? 'bad_request'

/** What the query builder throws repeats the values of the query, which are about people; its cause does not. */
function withoutQuery(error: Error): unknown {
  return error instanceof DrizzleQueryError ? error.cause : error
}

/** What Hono throws before a route begins. Of a body that is no JSON it does not say where. */
async function explainException(c: Context<Env>, { status, message }: HTTPException): Promise<ApiError> {
  const unread: unknown = status === 400 ? await readJson(c).catch((error: unknown) => error) : undefined
  return unread instanceof ApiError ? unread : new ApiError(codeOfStatus(status), message.replace(/\.?$/, '.'))
}

/** Turns whatever was thrown into the one kind of error response. What nobody expected is logged. */
export function onError(log: Log) {
  const answer = async (error: Error, c: Context<Env>): Promise<Response> => {
    if (error instanceof ApiError) return problemResponse(c, error)
    if (isOutage(error)) {
      log.error('The database cannot be used.', { requestId: c.var.requestId, cause: withoutQuery(error) })
      const detail = 'The database cannot be used at the moment. Send again.'
      return problemResponse(c, new ApiError('overloaded', detail, { retryAfterSeconds: 5 }))
    }
    if (error instanceof HTTPException) return problemResponse(c, await explainException(c, error))
    log.error('A request failed.', { requestId: c.var.requestId, route: routePath(c), cause: withoutQuery(error) })
    return problemResponse(
      c,
      new ApiError('internal', 'Something failed here. The log of the server has the cause, under this requestId.'),
    )
  }
  return (error: Error, c: Context<Env>): Promise<Response> => {
    try {
      limitFailed(c)
    } catch (refusal) {
      return answer(refusal as Error, c)
    }
    return answer(error, c)
  }
}
