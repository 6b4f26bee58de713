/** Says that the description did not come, and offers to try again. */
export const Failure = ({ message, retry }: { message: string; retry: () => void }) => (
  <div class="failure" role="alert">
    <p>
      The description of the API did not load: {message} It is also at <a href="/v1/openapi.json">/v1/openapi.json</a>.
    </p>
    <button type="button" class="button" onClick={retry}>
      Try again
    </button>
  </div>
)
