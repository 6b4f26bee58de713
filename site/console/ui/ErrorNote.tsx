import type { RequestError } from '../request-error.ts'

/** Says what did not work, and offers to try again. */
export const ErrorNote = ({ error, retry }: { error: RequestError; retry: () => void }) => (
  <div class="error-note" role="alert">
    <p>{error.message}</p>
    {error.requestId && (
      <p class="error-note-request">
        Request <code>{error.requestId}</code>
      </p>
    )}
    <button type="button" class="button button-small" onClick={retry}>
      Try again
    </button>
  </div>
)
