import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { ApiError } from '../errors.ts'
import type { Allowance, RateLimit } from '../rate-limit.ts'
import { giveHeader, readHeader } from './answer.ts'
import { networkOf, readClientAddress } from './client-address.ts'
import type { Env } from './env.ts'

/** The network a request comes from; null where it came by no network. It is counted and never kept. */
function senderOf(c: Context<Env>): string | null {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  const hops = {
    peer: incoming?.socket.remoteAddress,
    forwardedFor: readHeader(c, 'x-forwarded-for'),
    forwarded: readHeader(c, 'forwarded'),
  }
  const address = readClientAddress(hops, c.get('services').isTrustedProxy)
  return address === null ? null : networkOf(address)
}

interface Taken extends Allowance {
  policy: string
  perSecond: number
}

/** The header fields of draft-ietf-httpapi-ratelimit-headers. */
function tell(c: Context<Env>, taken: Taken[]): void {
  if (taken.length === 0) return
  giveHeader(c, 'RateLimit-Policy', taken.map(({ policy, perSecond }) => `"${policy}";q=${perSecond};w=1`).join(', '))
  giveHeader(
    c,
    'RateLimit',
    taken.map(({ policy, remaining, reset }) => `"${policy}";r=${remaining};t=${reset}`).join(', '),
  )
}

function takeFrom(limit: RateLimit, { policy, key, count }: { policy: string; key: string; count: number }): Taken[] {
  return limit.perSecond === 0 ? [] : [{ policy, perSecond: limit.perSecond, ...limit.take(key, count) }]
}

/** Takes from the limit of the network that a request comes from. */
function takeFromNetwork(c: Context<Env>, count: number): Taken[] {
  const sender = senderOf(c)
  const taken = sender ? takeFrom(c.get('services').networkLimit, { policy: 'address', key: sender, count }) : []
  const wait = taken[0]?.wait ?? 0
  if (wait > 0) {
    tell(c, taken)
    throw new ApiError('rate_limited', `Too much comes from your address. Wait ${wait} s.`, { retryAfterSeconds: wait })
  }
  return taken
}

/** Counts a request that nobody vouches for. @throws ApiError `rate_limited` */
export function limitStranger(c: Context<Env>): void {
  tell(c, takeFromNetwork(c, 1))
}

/**
 * Counts what a key sends, and what comes from its network; servers with a secret key are no network of strangers.
 *
 * @param what.unit - Messages and other requests are counted apart.
 * @throws ApiError `rate_limited`
 */
export function limitSender(c: Context<Env>, { unit, count }: { unit: 'messages' | 'requests'; count: number }): void {
  const actor = c.get('actor')
  const services = c.get('services')
  const ofNetwork = actor.kind === 'secret' ? [] : takeFromNetwork(c, count)
  const ofKey = takeFrom(services.rateLimit, { policy: unit, key: `${actor.keyId} ${unit}`, count })
  tell(c, [...ofKey, ...ofNetwork])
  const wait = ofKey[0]?.wait ?? 0
  if (wait > 0) {
    const verb = unit === 'messages' ? 'sends' : 'asks'
    throw new ApiError('rate_limited', `This key ${verb} too fast. Wait ${wait} s.`, { retryAfterSeconds: wait })
  }
}

/** Lets a key make as many requests a second as it may send messages. Comes after the middleware that asks for the key. */
export const limitRequests = createMiddleware<Env>(async (c, next) => {
  limitSender(c, { unit: 'requests', count: 1 })
  await next()
})
