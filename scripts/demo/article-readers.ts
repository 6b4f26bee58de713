import { createRandom, type Random } from './create-random.ts'
import { day, dayName, midnight, workOn } from './moments.ts'

/** A vote on an article. */
export interface SampleVote {
  at: number
  id: string
  article: string
  helpful: boolean
  reason?: 'not-found' | 'unclear' | 'out-of-date' | 'did-not-work' | 'other'
  comment?: string
}

/** How often an article was read on a day. */
export interface SampleViews {
  day: string
  article: string
  count: number
}

interface Readership {
  article: string
  /** Readers on an ordinary day. */
  daily: number
  /** Share of votes that say it helped. */
  helps: number
  reasons: readonly NonNullable<SampleVote['reason']>[]
  /** What they write; each is written once at the most. */
  comments: readonly string[]
}

const liked = { reasons: ['other'], comments: [] } as const

const readerships: Readership[] = [
  { article: 'getting-started/signup', daily: 9, helps: 0.93, ...liked },
  { article: 'getting-started/set-up-your-school', daily: 8, helps: 0.9, ...liked },
  { article: 'getting-started/vehicles-and-categories', daily: 5, helps: 0.86, ...liked },
  { article: 'getting-started/go-live', daily: 5, helps: 0.92, ...liked },
  { article: 'getting-started/first-lesson', daily: 7, helps: 0.94, ...liked },
  { article: 'students/create-student', daily: 6, helps: 0.92, ...liked },
  {
    article: 'students/import-students',
    daily: 7,
    helps: 0.62,
    reasons: ['unclear', 'did-not-work', 'did-not-work'],
    comments: [
      'Which column is the phone number? Mine came out empty.',
      'An example file to download would have saved me an hour.',
      'It does not say what happens to students that are already there.',
    ],
  },
  { article: 'planning/book-lesson', daily: 11, helps: 0.95, ...liked },
  { article: 'planning/availability', daily: 5, helps: 0.88, ...liked },
  {
    article: 'planning/calendar-link',
    daily: 8,
    helps: 0.55,
    reasons: ['did-not-work', 'did-not-work', 'out-of-date'],
    comments: [
      'On my Android the menu looks different from the picture.',
      'I did it three times and still see nothing from this week.',
      'Please say first that Google may take a day.',
    ],
  },
  { article: 'invoicing/send-invoice', daily: 9, helps: 0.93, ...liked },
  {
    article: 'invoicing/payment-details',
    daily: 6,
    helps: 0.74,
    reasons: ['unclear', 'not-found'],
    comments: ['Where do I find my QR-IBAN? My bank does not call it that.', 'Is a PostFinance account fine?'],
  },
  { article: 'invoicing/record-payment', daily: 5, helps: 0.9, ...liked },
  { article: 'account/invite-team', daily: 5, helps: 0.91, ...liked },
  {
    article: 'account/cancel',
    daily: 2,
    helps: 0.5,
    reasons: ['not-found', 'unclear'],
    comments: ['I only wanted to know until when I have to give notice.'],
  },
  {
    article: 'troubleshooting/calendar-not-syncing',
    daily: 9,
    helps: 0.48,
    reasons: ['did-not-work', 'did-not-work', 'unclear'],
    comments: [
      'All steps done, still yesterday’s lessons on my phone.',
      'Refresh by hand is not an answer when I am on the road.',
      'It helped after I removed the old link, which stands at the very end.',
    ],
  },
  { article: 'troubleshooting/payment-failed', daily: 3, helps: 0.78, reasons: ['unclear'], comments: [] },
  { article: 'support/support-tiers', daily: 3, helps: 0.87, ...liked },
]

/** Who read which article in the last 120 days, and what they said about it. The same seed gives the same. */
export function readArticles({ seed, now }: { seed: string; now: number }): {
  votes: SampleVote[]
  views: SampleViews[]
} {
  const votes: SampleVote[] = []
  const views: SampleViews[] = []
  for (const readership of readerships) {
    const { article, daily } = readership
    const random = createRandom(`${seed}/${article}`)
    const unsaid = [...readership.comments]
    for (let daysAgo = 120; daysAgo >= 1; daysAgo--) {
      const start = midnight(now, daysAgo)
      const count = Math.round(daily * workOn(start) * random.between(0.5, 1.5))
      if (count > 0) views.push({ day: dayName(start), article, count })
      // One reader in fifty votes.
      if (!random.chance(count / 50)) continue
      const at = start + random.between(0.25, 0.75) * day
      const id = `sample-${article}-${daysAgo}`
      const helpful = random.chance(readership.helps)
      votes.push({ at, id, article, helpful, ...(helpful ? {} : complaint(readership, unsaid, random)) })
    }
  }
  return { votes, views }
}

function complaint({ reasons }: Readership, unsaid: string[], random: Random): Pick<SampleVote, 'reason' | 'comment'> {
  const [reason, ...others] = reasons
  const comment = random.chance(0.5) ? unsaid.shift() : undefined
  return {
    ...(reason && random.chance(0.8) ? { reason: random.pick([reason, ...others]) } : {}),
    ...(comment === undefined ? {} : { comment }),
  }
}
