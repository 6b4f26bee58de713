import type { HealthPoint } from '../../../api/contract/health.ts'
import type { Enrolment } from '../../../api/contract/onboarding.ts'

const newForDays = 14

interface WhatIsKnown {
  enrolments: readonly Pick<Enrolment, 'startedAt'>[]
  /** Days with a score, in any order. */
  history: readonly Pick<HealthPoint, 'day'>[]
  now: Date
}

/** Whether the earliest that is known of an account is less than two weeks old. Where nothing is known, it is not new. */
export const isNew = ({ enrolments, history, now }: WhatIsKnown): boolean => {
  const times = [...enrolments.map(({ startedAt }) => startedAt), ...history.map(({ day }) => day)].map(Date.parse)
  return times.length > 0 && now.getTime() - Math.min(...times) < newForDays * 86_400_000
}
