import { RequestError } from '../request-error.ts'

/** What a promise was rejected with, as an error that can be shown. */
export const toRequestError = (error: unknown): RequestError =>
  error instanceof RequestError
    ? error
    : new RequestError('Something failed in this page. Reload it, then try again.', 0, { requestId: String(error) })
