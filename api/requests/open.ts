import type { z } from 'zod'
import { deadlines, tierOf } from '../../content/support-times.ts'
import type { OpenedRequest, OpenRequest } from '../contract/requests.ts'
import type { Actor } from '../http/actor.ts'
import type { Services } from '../services.ts'
import { announceRequest } from './announce-request.ts'
import { findCustomer } from './find-customer.ts'
import { referenceOf } from './reference.ts'
import { recordRequest } from './record-request.ts'

const insert = `
  INSERT INTO support_requests (
    id, subject, message, email, locale, severity, tier, user_id, account_id, identity, opened_at, respond_by, resolve_by, due_at)
  VALUES (
    :id, :subject, :message, :email, :locale, :severity, :tier, :userId, :accountId, :identity, :now, :respondBy, :resolveBy,
    :respondBy)
  ON CONFLICT (id) DO NOTHING`

/**
 * Stores a request with the deadlines of the sender's plan. What is answered tells nothing of that plan, unless it is
 * proven who sends it: anybody can type anybody's e-mail address.
 */
export async function openRequest(
  services: Services,
  { given, actor }: { given: z.output<typeof OpenRequest>; actor: Actor },
): Promise<OpenedRequest> {
  const { database, definitions, now, newId } = services
  const id = given.id ?? newId()
  const openedAt = now()
  const timesOf = (plan: string | null) => {
    const tier = tierOf(definitions.support, plan)
    const { firstResponse } = tier.times[given.severity]
    return { tier: tier.id, firstResponse, ...deadlines(tier, given.severity, openedAt) }
  }
  const answer = ({ respondBy, resolveBy }: ReturnType<typeof timesOf>): OpenedRequest => ({
    id,
    reference: referenceOf(id),
    respondBy: new Date(respondBy).toISOString(),
    resolveBy: new Date(resolveBy).toISOString(),
  })
  // Only what fills in forms by itself sees this field. It is told nothing, so that it does not try another way.
  if (given.website) return answer(timesOf(null))

  const customer = await findCustomer(services, given, actor)
  const { userId, accountId, identity } = customer
  const sender = { userId, accountId, identity }
  const kept = timesOf(customer.plan)
  const told = identity === 'verified' ? kept : timesOf(null)
  const { subject, message, email, locale, severity, timeZone } = given
  const { tier, respondBy, resolveBy } = kept
  const request = { id, subject, message, email, locale, severity }
  const args = { ...request, ...sender, tier, respondBy, resolveBy, now: openedAt }
  await Promise.all([
    database.write([
      { sql: insert, args },
      ...announceRequest(services, { ...request, timeZone, customer, told, kept }),
    ]),
    // Anybody can type an address: what only that says of the sender is a fact when the team has seen the request.
    ...(identity === 'email'
      ? []
      : [recordRequest(services, { id, severity, ...sender }, [{ event: 'support_request_opened', at: openedAt }])]),
  ])
  return answer(told)
}
