/** What requests besides messages are, by their path. */
const types: Record<string, string> = {
  '/v1/feedback': 'feedback',
  '/v1/article-views': 'read',
  '/v1/article-contacts': 'contact after',
  '/v1/requests': 'request to support',
  '/v1/requests/times': 'times of support',
  '/v1/searches': 'search',
}

/** What a request is, and what it is about: by ids alone, never by what somebody wrote. */
export const nameRequest = (path: string, body: Record<string, unknown>): { type: string; name: string } => {
  const survey = /^\/v1\/surveys\/(.+)\/responses$/.exec(path)?.[1]
  const { kind, id, action, article = '' } = body as Partial<Record<string, string>>
  if (survey) return { type: 'answer', name: `survey ${survey}` }
  if (kind && action) return { type: action, name: `${kind} ${id ?? ''}` }
  return { type: types[path] ?? path, name: article }
}
