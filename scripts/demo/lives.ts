/** How a school stands, as its traits say. */
export interface Standing {
  payment_status: 'current' | 'past_due' | 'failed'
  plan_fit: 'underusing' | 'right_sized' | 'hitting_limits'
  campaigns_active: number
  leads_vs_quota: number
  emails_opened: number
  calls_attended: number
}

/** How a school has fared: what its messages and answers are drawn from. */
export interface Life {
  /** How many days ago it signed up: at least and at most. */
  signedUp: [number, number]
  /** How many steps of its setup it has completed: at least and at most. */
  steps: [number, number]
  /** How busy each person was so many days ago; 1 is an ordinary day, 0 is nobody there. */
  pace: (daysAgo: number) => number
  /** How it stood so many days ago. */
  standing: (daysAgo: number) => Standing
  /** Days until its contract ends: at least and at most. */
  contract: [number, number]
  /** Support requests a month. */
  requests: number
  /** Whether its last support request is still open. */
  openRequest: boolean
  /** Answers to the NPS question, each as likely as it is often here. */
  recommends: readonly [number, ...number[]]
  /** The same for CSAT and CES, 1 to 5. */
  ratings: readonly [number, ...number[]]
  /** Why it gave notice, where it did. */
  leavesFor: readonly string[]
}

const fine: Standing = {
  payment_status: 'current',
  plan_fit: 'right_sized',
  campaigns_active: 1,
  leads_vs_quota: 0.88,
  emails_opened: 0.45,
  calls_attended: 1,
}

const healthy: Life = {
  signedUp: [75, 118],
  steps: [5, 5],
  pace: () => 0.9,
  standing: () => fine,
  contract: [50, 330],
  requests: 0.7,
  openRequest: false,
  recommends: [6, 7, 8, 8, 9, 9, 9, 10, 10],
  ratings: [3, 4, 4, 5, 5, 5],
  leavesFor: [],
}

const beginner: Life = { ...healthy, pace: () => 0, contract: [320, 360], requests: 0, recommends: [8], leavesFor: [] }

/** The lives that the sample schools lead, by name. */
export const lives = {
  champion: {
    ...healthy,
    signedUp: [105, 119],
    // A third more every month.
    pace: (daysAgo) => 0.75 * 1.0102 ** (120 - daysAgo),
    standing: () => ({ ...fine, campaigns_active: 4, leads_vs_quota: 1.2, emails_opened: 0.75, calls_attended: 3 }),
    requests: 0.4,
    recommends: [8, 9, 9, 10, 10, 10],
    ratings: [4, 5, 5, 5],
  },
  healthy,
  outgrowing: {
    ...healthy,
    pace: (daysAgo) => 1.5 - daysAgo / 400,
    standing: () => ({ ...fine, plan_fit: 'hitting_limits', leads_vs_quota: 1.05 }),
  },
  'usage drop': {
    ...healthy,
    pace: (daysAgo) => (daysAgo > 34 ? 1 : daysAgo > 24 ? 0.4 : 0.12),
    standing: (daysAgo) =>
      daysAgo > 30
        ? fine
        : { ...fine, plan_fit: 'underusing', campaigns_active: 0, leads_vs_quota: 0.55, emails_opened: 0.15 },
    requests: 1.2,
    openRequest: true,
    recommends: [3, 5, 6, 7, 8],
    ratings: [2, 3, 3, 4],
  },
  'payment failed': {
    ...healthy,
    pace: () => 0.7,
    standing: (daysAgo) => ({
      ...fine,
      payment_status: daysAgo > 22 ? 'current' : daysAgo > 12 ? 'past_due' : 'failed',
      emails_opened: daysAgo > 22 ? 0.4 : 0.1,
    }),
    contract: [40, 85],
    recommends: [5, 6, 7, 8, 9],
    ratings: [2, 3, 4, 4, 5],
  },
  'gone quiet': {
    ...healthy,
    pace: (daysAgo) => (daysAgo > 58 ? 0.7 : daysAgo > 44 ? 0.2 : 0),
    standing: (daysAgo) =>
      daysAgo > 50
        ? fine
        : {
            ...fine,
            plan_fit: 'underusing',
            campaigns_active: 0,
            leads_vs_quota: 0.2,
            emails_opened: 0,
            calls_attended: 0,
          },
    contract: [8, 26],
    requests: 1,
    recommends: [1, 3, 4, 5, 6, 7],
    ratings: [1, 2, 3, 4],
    leavesFor: ['value', 'competitor', 'price'],
  },
  'stalled in onboarding': { ...beginner, signedUp: [13, 27], steps: [1, 3] },
  'just signed up': { ...beginner, signedUp: [1, 3], steps: [0, 2] },
} satisfies Record<string, Life>

/** Names a life. */
export type LifeName = keyof typeof lives
