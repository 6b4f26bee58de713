import type { Context, Hono } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { ApiError } from '../errors.ts'
import type { Env } from './env.ts'
import { problemResponse } from './errors.ts'

/**
 * Answers what no route takes: with the methods that the path has, or that there is no such path. The paths are gathered
 * when that first happens, so that what a route takes pays nothing for it.
 */
export function noRoute(app: Hono<Env>) {
  let methods: TrieRouter<string> | undefined
  return (c: Context<Env>): Response => {
    methods ??= methodsByPath(app)
    const allowed = methods.match('ALL', c.req.path)[0].map(([method]) => method)
    const error =
      allowed.length > 0
        ? wrongMethod(c, allowed)
        : new ApiError('not_found', `There is nothing at ${c.req.path}. /v1/docs lists what there is.`)
    return problemResponse(c, error)
  }
}

/** What a path says to a method that it does not have. */
export function wrongMethod(c: Context<Env>, methods: string[]): ApiError {
  const allow = [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]
  const { method, path } = c.req
  return new ApiError('method_not_allowed', `${path} does not take ${method}. Send ${allow.join(' or ')}.`, { allow })
}

/** The methods of each path. Behind a star is what only its own route knows, and what holds for all methods is no answer. */
function methodsByPath({ routes }: Hono<Env>): TrieRouter<string> {
  const router = new TrieRouter<string>()
  for (const { method, path } of routes) {
    if (method !== 'ALL' && !path.includes('*')) router.add('ALL', path, method)
  }
  return router
}
