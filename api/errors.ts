import { problems, type FieldError, type ProblemCode } from './contract/problem.ts'

/**
 * The one error that a verb throws on purpose. `app.onError` turns it into a response.
 *
 * @example
 * ```ts
 * throw new ApiError('not_found', `There is no account "${id}".`)
 * ```
 */
export class ApiError extends Error {
  readonly code: ProblemCode
  readonly errors: FieldError[] | undefined
  readonly retryAfterSeconds: number | undefined
  /** The methods that the path takes. */
  readonly allow: string[] | undefined

  constructor(
    code: ProblemCode,
    detail: string,
    more: { errors?: FieldError[]; retryAfterSeconds?: number; allow?: string[] } = {},
  ) {
    super(detail)
    this.code = code
    this.errors = more.errors
    this.retryAfterSeconds = more.retryAfterSeconds
    this.allow = more.allow
  }

  get status() {
    return problems[this.code].status
  }
}
