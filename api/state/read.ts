import type { z } from 'zod'
import type { State, StateRequest } from '../contract/state.ts'
import { viewProgram, viewSurvey } from '../definitions/view.ts'
import type { Actor } from '../http/actor.ts'
import { readPerson } from '../identity.ts'
import { surveyEligibility } from '../impressions/eligibility.ts'
import { readOnboarding } from '../onboarding/read.ts'
import type { Services } from '../services.ts'

const shown = `
  SELECT kind, target, action, max(at) AS at, max(id) AS latest FROM impressions
  WHERE subject IN (SELECT value FROM json_each(:knownAs)) GROUP BY kind, target, action`

const answered = `
  SELECT survey, max(created_at) AS at FROM survey_responses
  WHERE subject IN (SELECT value FROM json_each(:knownAs)) GROUP BY survey`

const accountOf = 'SELECT account_id FROM users WHERE id = :user'

/** Everything a browser needs to decide what to show to its user. Two round trips. */
export async function readState(
  services: Services,
  { given, actor }: { given: z.output<typeof StateRequest>; actor: Actor },
): Promise<State> {
  const knownAs = JSON.stringify(readPerson(services, given, actor).knownAs)
  const [past, responses, membership] = await services.database.read([
    { sql: shown, args: { knownAs } },
    { sql: answered, args: { knownAs } },
    { sql: accountOf, args: { user: given.userId ?? null } },
  ])
  const impressions = (past?.rows ?? []).map((row) => ({
    kind: String(row['kind']),
    target: String(row['target']),
    action: String(row['action']),
    at: Number(row['at']),
    latest: String(row['latest']),
  }))
  const account = given.accountId ?? (membership?.rows[0]?.['account_id'] as string | null | undefined) ?? null
  const enrolments = account === null ? [] : await readOnboarding(services, account)
  const locale = given.locale ?? 'en'
  const latest = (kind: string, target: string, action: string) =>
    impressions.find((row) => row.kind === kind && row.target === target && row.action === action)?.latest ?? ''

  const asked = impressions.filter((row) => row.kind === 'survey' && row.action !== 'resumed')
  const surveyPast = {
    asked: new Map(asked.map((row) => [row.target, row.at])),
    answered: new Map((responses?.rows ?? []).map((row) => [String(row['survey']), Number(row['at'])])),
  }
  const { articles, programs, surveys } = services.definitions
  return {
    programs: enrolments.flatMap((enrolment) => {
      const program = programs.find((candidate) => candidate.id === enrolment.program)
      if (!program) return []
      return [
        {
          definition: viewProgram(program, locale, articles),
          enrolment,
          celebrated: impressions
            .filter((row) => row.kind === 'milestone' && row.target.startsWith(`${program.id}/`))
            .map((row) => row.target.slice(program.id.length + 1)),
          dismissed: latest('checklist', program.id, 'dismissed') > latest('checklist', program.id, 'resumed'),
        },
      ]
    }),
    surveys: surveys.map((survey) => ({
      definition: viewSurvey(survey, locale),
      ...surveyEligibility(survey, { surveys, past: surveyPast, now: services.now() }),
    })),
  }
}
