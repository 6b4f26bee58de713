import { npsChange, nps, ratingShare, sufficientResponses } from '../../surveys/scoring.ts'
import type { Survey } from '../../surveys/schema.ts'
import type { NpsResults, SurveyResults } from '../contract/survey-results.ts'
import { dayInMilliseconds } from '../day.ts'
import type { Services } from '../services.ts'
import { findSurvey } from './find.ts'
import { monthlyTrend } from './monthly-trend.ts'

const ninetyDays = 90 * dayInMilliseconds

interface Response {
  at: number
  answers: Record<string, unknown>
}

/** Which responses count: those that began in the period, of people whose account is in the segment now. */
export interface ResultsFilter {
  from: number | null
  to: number | null
  segment: string | null
}

const inSegment = `(:segment IS NULL OR account_id IN (SELECT id FROM accounts WHERE segment = :segment))`

const responsesSql = `
  SELECT created_at, answers FROM survey_responses
  WHERE survey = :survey AND created_at >= :from AND created_at < :to AND ${inSegment}
  ORDER BY created_at`

// Each time somebody was asked counts, unless they put it off: they are asked again. Who answered was asked, even where
// that was not recorded (a link in a mail).
const invitedSql = `
  WITH acts AS (
    SELECT subject, action, at, lead(action) OVER (PARTITION BY subject ORDER BY at, id) AS next FROM impressions
    WHERE kind = 'survey' AND target = :survey AND at >= :from AND ${inSegment}
      AND action IN ('shown', 'opened', 'postponed', 'dismissed')),
  asked AS (
    SELECT subject FROM acts WHERE action IN ('shown', 'opened') AND at < :to AND next IS NOT 'postponed')
  SELECT (SELECT count(*) FROM asked) + (
    SELECT count(*) FROM survey_responses
    WHERE survey = :survey AND created_at >= :from AND created_at < :to AND ${inSegment}
      AND subject NOT IN (SELECT subject FROM asked)) AS invited,
  (SELECT count(*) FROM acts WHERE action = 'dismissed' AND at < :to) AS dismissed,
  (SELECT count(*) FROM acts WHERE action = 'postponed' AND at < :to) AS postponed`

/** Statistics of a survey's answers. */
export async function readSurveyResults(
  services: Services,
  { survey: id, filter }: { survey: string; filter: ResultsFilter },
): Promise<SurveyResults> {
  const survey = findSurvey(services, id)
  const now = services.now()
  const to = filter.to ?? now + 1
  const period = filter.from === null ? ninetyDays : to - filter.from
  const earliest = filter.from === null ? 0 : filter.from - period
  const scope = { survey: id, to, segment: filter.segment }
  const [responseRows, invitedRows] = await services.database.mayLag.read([
    { sql: responsesSql, args: { ...scope, from: earliest } },
    { sql: invitedSql, args: { ...scope, from: filter.from ?? 0 } },
  ])
  const all: Response[] = (responseRows?.rows ?? []).map((row) => ({
    at: Number(row['created_at']),
    answers: JSON.parse(String(row['answers'])) as Response['answers'],
  }))
  const responses = all.filter((response) => response.at >= (filter.from ?? 0))
  const count = (name: string) => Number(invitedRows?.rows[0]?.[name] ?? 0)
  const invited = count('invited')
  const head = {
    survey: id,
    from: filter.from === null ? null : new Date(filter.from).toISOString(),
    to: filter.to === null ? null : new Date(filter.to).toISOString(),
    invited,
    dismissed: count('dismissed'),
    postponed: count('postponed'),
    choices: countChoices(survey, responses),
  }
  const rate = (count: number) => (invited === 0 ? null : count / invited)

  if (survey.kind === 'exit' || survey.kind === 'poll') {
    return {
      kind: survey.kind,
      ...head,
      responses: responses.length,
      responseRate: rate(responses.length),
      sufficient: responses.length >= sufficientResponses,
    }
  }
  const scores = scoresOf(survey, responses)
  const values = scores.map((score) => score.value)
  if (survey.kind === 'nps') {
    const { rawScore: _, ...result } = nps(values)
    const before = scoresOf(survey, all).filter(({ at }) => at >= to - 2 * period && at < to - period)
    const current = scores.filter(({ at }) => at >= to - period)
    return {
      kind: 'nps',
      ...head,
      ...result,
      responseRate: rate(values.length),
      trend: monthlyTrend(scores, (month) => ({ score: nps(month).score })),
      change: npsChange(
        current.map(({ value }) => value),
        before.map(({ value }) => value),
      ),
    } satisfies NpsResults
  }
  return {
    kind: survey.kind,
    ...head,
    ...ratingShare(values),
    responseRate: rate(values.length),
    trend: monthlyTrend(scores, (month) => ({ share: ratingShare(month).share })),
  }
}

/** The scores given to the survey's first question of its own kind. */
function scoresOf(survey: Survey, responses: Response[]): { at: number; value: number }[] {
  const question = survey.questions.find((candidate) => candidate.type === survey.kind)
  if (!question) return []
  return responses.flatMap(({ at, answers }) => {
    const value = answers[question.id]
    return typeof value === 'number' ? [{ at, value }] : []
  })
}

function countChoices(survey: Survey, responses: Response[]): { question: string; value: string; count: number }[] {
  return survey.questions.flatMap(({ id, type, choices = [] }) => {
    const values = type === 'yes-no' ? ['true', 'false'] : choices.map(({ value }) => value)
    const given = responses.flatMap(({ answers }) => [answers[id] ?? []].flat().map(String))
    return values.map((value) => ({ question: id, value, count: given.filter((each) => each === value).length }))
  })
}
