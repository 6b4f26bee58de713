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

  constructor(code: ProblemCode, detail: string, more: { errors?: FieldError[]; retryAfterSeconds?: number } = {}) {
    super(detail)
    this.code = code
    this.errors = more.errors
    this.retryAfterSeconds = more.retryAfterSeconds
  }

  get status() {
    return problems[this.code].status
  }
}
