import type { Audience } from '../../content/guidance-schema.ts'

type Traits = Readonly<Record<string, unknown>>

/** Why something is not for a person, in a sentence; null where it is. Traits that are not known do not fit. */
export function outsideAudience(
  audience: Audience | undefined,
  { account, user }: { account: Traits; user: Traits },
): string | null {
  if (!audience) return null
  const misses = (wanted: readonly unknown[], value: unknown) => wanted.length > 0 && !wanted.includes(value)
  if (misses(audience.segments, account['segment'])) return 'For accounts of other segments.'
  if (misses(audience.plans, account['plan'])) return 'For accounts on other plans.'
  for (const [whose, wanted, traits] of [
    ['account', audience.accountTraits, account],
    ['user', audience.userTraits, user],
  ] as const) {
    const trait = Object.keys(wanted).find((name) => misses(wanted[name] ?? [], traits[name]))
    if (trait !== undefined) return `The trait "${trait}" of the ${whose} does not fit.`
  }
  return null
}
