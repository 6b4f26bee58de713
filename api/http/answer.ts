import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Env } from './env.ts'

// Most requests bring a message or a few. What a `Headers` of the request and one of the answer cost is more than all
// else that is done with them, so both are plain objects here.

/** A header of the request, by its name in small letters. */
export function readHeader(c: Context, name: string): string | undefined {
  // Node's own headers, where the request came over its server.
  const { headers } = ((c.env ?? {}) as Partial<HttpBindings>).incoming ?? {}
  const value = headers ? headers[name] : c.req.header(name)
  return Array.isArray(value) ? value.join(', ') : value
}

/** Gives the answer a header, which one that the route sets itself replaces. */
export function giveHeader(c: Context<Env>, name: string, value: string): void {
  c.get('headers')[name] = value
}

/** Puts the headers on an answer that has none of them yet. */
export function putHeaders(c: Context<Env>): void {
  if (c.get('hasHeaders')) return
  const { headers } = c.res
  for (const [name, value] of Object.entries(c.get('headers'))) {
    if (!headers.has(name)) headers.set(name, value)
  }
}

/** Answers with JSON, the quickest way. */
export function answerJson(c: Context<Env>, body: object): Response {
  c.set('hasHeaders', true)
  const headers = c.get('headers')
  headers['Content-Type'] = 'application/json'
  return new Response(JSON.stringify(body), { headers })
}
