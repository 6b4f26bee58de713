import type { SurveyView } from '../../../api/contract/definitions.ts'
import type { SurveyResults } from '../../../api/contract/survey-results.ts'
import { humanize } from '../format/humanize.ts'
import { formatCount, formatNumber } from '../format/number.ts'

/** What each kind of survey measures, as a heading. */
export const kindTitles: Record<SurveyView['kind'], string> = {
  nps: 'Recommendation (NPS)',
  csat: 'Satisfaction (CSAT)',
  ces: 'Effort (CES)',
  exit: 'Exit interview',
  poll: 'Poll',
}

/** Orders surveys as people look for them, and those of one kind by their id. */
export const byKind = (a: SurveyView, b: SurveyView): number =>
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.id.localeCompare(b.id)

const kinds: SurveyView['kind'][] = ['nps', 'csat', 'ces', 'exit', 'poll']

/** When a survey is asked. */
export const triggerInWords = ({
  trigger,
  repeatAfterDays,
}: Pick<SurveyView, 'trigger' | 'repeatAfterDays'>): string => {
  if (trigger === null) return 'Asked only when your product opens it.'
  const { event, url, delaySeconds, daysAfterSignup, percentage } = trigger
  const when = [
    event !== null && `on “${humanize(event)}”`,
    url !== null && `at ${url}`,
    daysAfterSignup !== null && `from ${formatCount(daysAfterSignup, 'day')} after signing up`,
    delaySeconds > 0 ? `after ${formatCount(delaySeconds, 'second')}` : 'at once',
    percentage < 100 && `${formatNumber(percentage)} % of people`,
  ].filter((each) => each !== false)
  return `Asked ${when.join(', ')}, nobody twice within ${formatCount(repeatAfterDays, 'day')}.`
}

/** How often asking led to an answer: somebody who is asked twice counts twice, and who puts it off not yet. */
export const rateInWords = ({
  responses,
  invited,
  dismissed,
  postponed,
  responseRate,
}: Pick<SurveyResults, 'responses' | 'invited' | 'dismissed' | 'postponed' | 'responseRate'>): string => {
  const putOff = postponed > 0 ? ` Put off ${formatCount(postponed, 'time')}.` : ''
  if (responseRate === null) return `Nobody was asked yet.${putOff}`
  const closed = dismissed > 0 ? `, closed ${formatCount(dismissed, 'time')}` : ''
  return `Asked ${formatCount(invited, 'time')}, answered ${formatCount(responses, 'time')}${closed}.${putOff}`
}

/** Results that are nothing but counted choices. */
type ListOfChoices = Extract<SurveyResults, { kind: 'exit' | 'poll' }>

export const isListOfChoices = (results: SurveyResults | null): results is ListOfChoices =>
  results?.kind === 'exit' || results?.kind === 'poll'

/** How many people answered what is counted choice by choice. */
export const answersInWords = ({ responses }: ListOfChoices): string =>
  responses === 0 ? 'No answers yet.' : `${formatCount(responses, 'answer')}. Counted is each choice.`
