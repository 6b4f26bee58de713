import type { Session } from './demo.ts'

/** The account and user that `?account=…&user=…` asks for, so that two browsers can show the same school. */
export function readLink(search: string): Session | null {
  const query = new URLSearchParams(search)
  const accountId = query.get('account')
  if (!isId(accountId)) return null
  const userId = query.get('user')
  return { accountId, userId: isId(userId) ? userId : accountId.replace(/^(school_)?/, 'mia_') }
}

function isId(text: string | null): text is string {
  return text !== null && /^[\w.:-]{1,80}$/.test(text)
}
