import type { FieldError, Problem } from '../../api/contract/problem.ts'

/** A request that did not give what was asked for, told as a sentence for the person who is looking. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  /** HTTP status; 0 where no answer came. */
  readonly status: number
  /** Names the request in the server's log. */
  readonly requestId: string | null
  /** The fields that are wrong, where it is about fields. `message` has them too. */
  readonly fields: FieldError[]

  constructor(message: string, status: number, more: { requestId?: string | null; fields?: FieldError[] } = {}) {
    super(message)
    this.status = status
    this.requestId = more.requestId ?? null
    this.fields = more.fields ?? []
  }
}

/** Turns an answer that is an error into a sentence: the server's own where it gave one. */
export const errorFromAnswer = (status: number, body: unknown): RequestError => {
  if (!isProblem(body)) {
    return new RequestError(
      `The server answered with status ${status} and no explanation. Try again in a moment.`,
      status,
    )
  }
  const { requestId = null, errors: fields = [] } = body
  const inWords = fields.map(({ path, detail }) => `${path}: ${detail}`)
  return new RequestError([endSentence(body.detail || body.title), ...inWords].join(' '), status, { requestId, fields })
}

/** The error of a request that got no answer. */
export const unreachable = (): RequestError =>
  new RequestError('The server cannot be reached. Check your connection, then try again.', 0)

const endSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

const isProblem = (body: unknown): body is Pick<Problem, 'title' | 'detail' | 'errors'> & { requestId?: string } =>
  typeof body === 'object' && body !== null && 'title' in body && typeof body.title === 'string'
