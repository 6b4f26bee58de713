import type { z } from 'zod'
import type { State, StateRequest } from '../contract/state.ts'
import type { Definitions } from '../definitions/definitions.ts'
import { viewProgram } from '../definitions/view.ts'
import type { Actor } from '../http/actor.ts'
import { readPerson } from '../identity.ts'
import { outsideAudience } from '../impressions/audience.ts'
import { budgetSince, countsAsInterruption, spentBudget } from '../impressions/budget.ts'
import { signedUpAt } from '../impressions/sample.ts'
import { readOnboarding } from '../onboarding/read.ts'
import type { Services } from '../services.ts'
import { explainLeftOut } from './explain-left-out.ts'
import { judgeAnnouncements, judgeHelp, judgeTours } from './judge-guidance.ts'
import { judgeSurveys } from './judge-surveys.ts'
import { readPast, selectPast } from './past.ts'
import type { Viewer } from './viewer.ts'

const answered = `
  SELECT survey, max(created_at) AS at FROM survey_responses
  WHERE subject IN (SELECT value FROM json_each(:knownAs)) GROUP BY survey`

const interruptions = `
  SELECT at FROM impressions
  WHERE subject IN (SELECT value FROM json_each(:knownAs)) AND ${countsAsInterruption} AND at > :week`

const userOf = 'SELECT account_id, traits, first_seen_at FROM users WHERE id = :user'
const accountOf = `
  SELECT traits FROM accounts WHERE id = coalesce(:account, (SELECT account_id FROM users WHERE id = :user))`

/** Everything a browser needs to decide what to show to its user. Two round trips. */
export async function readState(
  services: Services,
  { given, actor }: { given: z.output<typeof StateRequest>; actor: Actor },
): Promise<State> {
  const person = readPerson(services, given, actor)
  const knownAs = JSON.stringify(person.knownAs)
  const now = services.now()
  const who = { user: given.userId ?? null }
  const [seen, responses, interrupted, users, accounts] = await services.database.read([
    { sql: selectPast, args: { knownAs } },
    { sql: answered, args: { knownAs } },
    { sql: interruptions, args: { knownAs, week: budgetSince(now).week } },
    { sql: userOf, args: who },
    { sql: accountOf, args: { ...who, account: given.accountId ?? null } },
  ])
  const past = readPast(seen)
  const user = users?.rows[0]
  const account = given.accountId ?? (user?.['account_id'] as string | null | undefined) ?? null
  const enrolments = account === null ? [] : await readOnboarding(services, account)
  const { articles, programs } = services.definitions
  const help = { articles, url: services.settings.publicUrl }
  const locale = given.locale ?? 'en'
  const traitsIn = (traits: unknown) => JSON.parse(String(traits ?? '{}')) as Record<string, unknown>
  const times = (interrupted?.rows ?? []).map((row) => Number(row['at']))
  const spent = spentBudget(times, services.definitions.interruptions, now)
  const traits = traitsIn(user?.['traits'])
  const viewer: Viewer = {
    subject: person.subject,
    signedUpAt: user ? signedUpAt(traits, Number(user['first_seen_at'])) : null,
    past,
    locale,
    spent,
    account: traitsIn(accounts?.rows[0]?.['traits']),
    user: traits,
  }
  const answeredAt = new Map((responses?.rows ?? []).map((row) => [String(row['survey']), Number(row['at'])]))
  const state: State = {
    programs: enrolments.flatMap((enrolment) => {
      const program = programs.find((candidate) => candidate.id === enrolment.program)
      if (!program || outsideAudience(program.audience, viewer) !== null) return []
      const { id } = program
      return [
        {
          definition: viewProgram(program, locale, help),
          enrolment,
          celebrated: past
            .targets('milestone', 'shown')
            .filter((target) => target.startsWith(`${id}/`))
            .map((target) => target.slice(id.length + 1)),
          dismissed: past.latest('checklist', id, 'dismissed') > past.latest('checklist', id, 'resumed'),
        },
      ]
    }),
    surveys: judgeSurveys(services, viewer, answeredAt),
    tours: judgeTours(services, viewer),
    announcements: judgeAnnouncements(services, viewer),
    name: provenName(services, viewer),
    help: judgeHelp(services, viewer),
    guided: rulesFor(services.definitions),
  }
  return given.explain ? { ...state, leftOut: explainLeftOut(services, { viewer, account, state }) } : state
}

/** Without a secret anybody could ask for anybody's name, and with one for that of any account. */
function provenName({ settings }: Services, { signedUpAt, user }: Viewer): string | null {
  const { name } = user
  return settings.identitySecret && signedUpAt !== null && typeof name === 'string' ? name : null
}

/** Which rules a browser needs besides those of what is on most pages, whoever is there. */
function rulesFor({ programs, surveys, tours, announcements, helpPanel }: Definitions): State['guided'] {
  if (helpPanel) return 'all'
  const isOnPages =
    surveys.some(({ trigger }) => trigger && (trigger.url !== undefined || trigger.event === undefined)) ||
    programs.some(
      ({ urls, steps }) =>
        urls.length > 0 || steps.some(({ completesOn }) => 'url' in completesOn || 'element' in completesOn),
    )
  return isOnPages ? 'pages' : tours.length + announcements.length > 0 ? 'guide' : null
}
