import type { z } from 'zod'
import { localise } from '../../content/localise.ts'
import { severityNames, tierOf } from '../../content/support-times.ts'
import type { SupportTimes, SupportTimesRequest } from '../contract/requests.ts'
import type { Actor } from '../http/actor.ts'
import type { Services } from '../services.ts'
import { findCustomer } from './find-customer.ts'

/** How soon somebody is answered: by their plan where it is proven who asks, else what everybody is promised. */
export async function readSupportTimes(
  services: Services,
  { given, actor }: { given: z.output<typeof SupportTimesRequest>; actor: Actor },
): Promise<SupportTimes> {
  const { identity, plan, email } = await findCustomer(services, given, actor)
  const isProven = identity === 'verified'
  const { support } = services.definitions
  const tier = tierOf(support, isProven ? plan : null)
  return {
    tier: isProven ? tier.id : null,
    email: isProven ? email : null,
    times: severityNames.map((severity) => {
      const { title, description } = support.severities[severity]
      return {
        severity,
        title: localise(title, given.locale),
        example: description === undefined ? null : localise(description, given.locale),
        ...tier.times[severity],
      }
    }),
  }
}
