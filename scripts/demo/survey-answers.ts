import { createRandom, type Random } from './create-random.ts'
import { day } from './moments.ts'
import type { Deed, SchoolStory } from './school-story.ts'
import type { Person } from './staff.ts'
import { remarks } from './survey-remarks.ts'

/** That somebody was asked, and what they answered, where they did. */
export interface SampleAnswer {
  at: number
  survey: string
  submissionId: string
  userId: string
  accountId: string
  locale: string
  /** Null where they closed it or looked away. */
  answers: Record<string, string | number | boolean> | null
}

interface Asking {
  survey: string
  /** What makes it due. */
  event: string
  delaySeconds: number
  /** Days in which nobody is asked twice. */
  rest: number
  /** How many of those who are asked answer. */
  rate: number
  answer: (story: SchoolStory, random: Random) => Record<string, string | number>
}

const rated = (remark: readonly [string, ...string[]], question: string) => (story: SchoolStory, random: Random) => {
  const score = random.pick(story.life.ratings)
  return { score, ...(score <= 3 && random.chance(0.6) ? { [question]: random.pick(remark) } : {}) }
}

const askings: Asking[] = [
  {
    survey: 'csat',
    event: 'support_request_closed',
    delaySeconds: 2,
    rest: 31,
    rate: 0.6,
    answer: rated(remarks.improve, 'improve'),
  },
  {
    survey: 'ces',
    event: 'invoice_sent',
    delaySeconds: 5,
    rest: 120,
    rate: 0.4,
    answer: rated(remarks.difficult, 'difficult'),
  },
]

function recommend({ life }: SchoolStory, random: Random): Record<string, string | number> {
  const score = random.pick(life.recommends)
  const question = score <= 6 ? 'fix-first' : score <= 8 ? 'missing' : 'like-most'
  return { score, ...(random.chance(0.55) ? { [question]: random.pick(remarks[question]) } : {}) }
}

/** Who was asked what in a school, and what they answered. The same seed gives the same. */
export function answersIn(story: SchoolStory, { seed, now }: { seed: string; now: number }): SampleAnswer[] {
  const random = createRandom(`${seed}/${story.school.id}/answers`)
  const told = (person: Person, at: number, survey: string) => ({
    at,
    survey,
    submissionId: `sample-${survey}-${person.id}-${Math.floor((now - at) / day)}`,
    userId: person.id,
    accountId: story.school.id,
    locale: person.locale,
  })

  const triggered = askings.flatMap(({ survey, event, delaySeconds, rest, rate, answer }) =>
    story.staff.flatMap((person) =>
      apart(
        story.deeds.filter((deed) => deed.event === event && deed.person === person),
        rest * day,
      ).map((deed) => ({
        ...told(person, deed.at + delaySeconds * 1000, survey),
        answers: random.chance(rate) ? answer(story, random) : null,
      })),
    ),
  )
  const live = story.deeds.find(({ event }) => event === 'school_went_live')?.at
  // Owners are asked as they go live, their people by and by as they come to work.
  const asked = live === undefined ? [] : story.staff.map((person, place) => ({ person, at: meet(person, place) }))
  function meet(person: Person, place: number): number {
    const days = story.deeds.filter((deed) => deed.person === person && deed.at > (live ?? 0))
    const deed = days[Math.floor(days.length * (place === 0 ? 0 : random.between(0.1, 0.95)))]
    return (place === 0 ? (live ?? 0) : (deed?.at ?? now)) + 3000
  }
  const recommendations = asked.map(({ person, at }) => ({
    ...told(person, at, 'nps'),
    answers: random.chance(0.5) ? recommend(story, random) : null,
  }))
  const [owner] = story.staff
  const [leavesFor, ...others] = story.life.leavesFor
  const leaving =
    leavesFor && owner && random.chance(0.7)
      ? [
          {
            ...told(owner, now - random.whole(3, 12) * day, 'exit-interview'),
            answers: leave([leavesFor, ...others], random),
          },
        ]
      : []
  return [...triggered, ...recommendations, ...leaving].filter(({ at }) => at < now)
}

function leave(reasons: [string, ...string[]], random: Random): Record<string, string | number | boolean> {
  return {
    reason: random.pick(reasons),
    differently: random.pick(remarks.differently),
    recommend: random.whole(3, 7),
    'come-back': random.chance(0.5),
    'contact-again': random.chance(0.7),
  }
}

/** Of deeds in any order, those that come so long after the one before. */
function apart(deeds: Deed[], pause: number): Deed[] {
  let last = -Infinity
  return [...deeds]
    .sort((one, other) => one.at - other.at)
    .filter(({ at }) => {
      if (at - last < pause) return false
      last = at
      return true
    })
}
