import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { ApiError } from '../errors.ts'
import type { Allowance, RateLimit } from '../rate-limit.ts'
import { actorOf } from './actor.ts'
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

/** What is counted, each kind apart: who loads pages uses up nothing of what they may send, and a probe is always heard. */
type Unit = 'messages' | 'requests' | 'files' | 'probes'

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
function takeFromNetwork(c: Context<Env>, { unit, count }: { unit: Unit; count: number }): Taken[] {
  const { networkLimit } = c.get('services')
  // Without a limit nobody asks where a request comes from.
  const sender = networkLimit.perSecond === 0 ? null : senderOf(c)
  const taken = sender ? takeFrom(networkLimit, { policy: 'address', key: `${sender} ${unit}`, count }) : []
  const wait = taken[0]?.wait ?? 0
  if (wait > 0) {
    tell(c, taken)
    throw new ApiError('rate_limited', `Too much comes from your address. Wait ${wait} s.`, { retryAfterSeconds: wait })
  }
  return taken
}

/** Counts requests that no key vouches for. */
export const limitStrangers = (unit: Unit) =>
  createMiddleware<Env>(async (c, next) => {
    tell(c, takeFromNetwork(c, { unit, count: 1 }))
    await next()
  })

/**
 * Counts what a key sends, and what comes from its network; a server that sends messages with a secret key is no
 * network of strangers.
 *
 * @throws ApiError `rate_limited`
 */
export function limitSender(c: Context<Env>, { unit, count }: { unit: 'messages' | 'requests'; count: number }): void {
  const actor = actorOf(c)
  const services = c.get('services')
  const ofNetwork = actor.kind === 'secret' && unit === 'messages' ? [] : takeFromNetwork(c, { unit, count })
  const ofKey = takeFrom(services.rateLimit, { policy: unit, key: `${actor.keyId} ${unit}`, count })
  tell(c, [...ofKey, ...ofNetwork])
  const wait = ofKey[0]?.wait ?? 0
  if (wait > 0) {
    const verb = unit === 'messages' ? 'sends' : 'asks'
    throw new ApiError('rate_limited', `This key ${verb} too fast. Wait ${wait} s.`, { retryAfterSeconds: wait })
  }
}

/**
 * Counts forms that strangers send. With a secret key nobody is a stranger.
 *
 * @throws ApiError `rate_limited`
 */
export function limitForms(c: Context<Env>): void {
  const { formLimit } = c.get('services')
  const sender = c.get('actor')?.kind === 'secret' || formLimit.perSecond === 0 ? null : senderOf(c)
  const wait = sender === null ? 0 : formLimit.take(sender, 1).wait
  if (wait === 0) return
  const detail = `Many requests came from your network. Wait ${wait} s.`
  throw new ApiError('rate_limited', detail, { retryAfterSeconds: wait })
}

/**
 * Counts a request that failed before it was counted: its key is not known, or its body cannot be read.
 *
 * @throws ApiError `rate_limited`
 */
export function limitFailed(c: Context<Env>): void {
  if (c.get('headers')['RateLimit'] !== undefined) return
  if (c.get('actor')) limitSender(c, { unit: 'requests', count: 1 })
  else tell(c, takeFromNetwork(c, { unit: 'requests', count: 1 }))
}
