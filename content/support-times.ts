import type { Support } from './support-schema.ts'

/** Severities, the most serious first. */
export const severityNames = ['P0', 'P1', 'P2', 'P3'] as const
export type SeverityName = (typeof severityNames)[number]

/** A tier of support. */
export type SupportTier = Support['tiers'][number]

const minutesOf = { m: 1, h: 60, d: 24 * 60 }

/** A duration of the definition in minutes. */
export function inMinutes(duration: string): number {
  return Number(duration.slice(0, -1)) * minutesOf[duration.slice(-1) as keyof typeof minutesOf]
}

/** The tier of a plan; that of everybody else where no tier names it. */
export function tierOf({ tiers }: Support, plan: string | null): SupportTier {
  const tier = tiers.find(({ plans }) => plan !== null && plans.includes(plan)) ?? tiers.find((each) => each.default)
  if (!tier) throw new Error('No tier of support is the default one.')
  return tier
}

/**
 * Until when a request is to be answered and solved, in milliseconds.
 *
 * @example
 * ```ts
 * deadlines(tierOf(support, 'pro'), 'P1', Date.parse('2026-03-02T08:00Z')) // 12:00 of that day, 8:00 of the next
 * ```
 */
export function deadlines(
  { times }: SupportTier,
  severity: SeverityName,
  openedAt: number,
): { respondBy: number; resolveBy: number } {
  const { firstResponse, resolution } = times[severity]
  const after = (duration: string) => openedAt + inMinutes(duration) * 60_000
  return { respondBy: after(firstResponse), resolveBy: after(resolution) }
}

const units = { m: 'minute', h: 'hour', d: 'day' }

/** A duration as people read it: `4h` is "4 hours". */
export function durationInWords(duration: string, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[duration.slice(-1) as keyof typeof units],
    unitDisplay: 'long',
  }).format(Number(duration.slice(0, -1)))
}
