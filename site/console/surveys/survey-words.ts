import type { SurveyView } from '../../../api/contract/definitions.ts'
import { humanize } from '../format/humanize.ts'
import { formatCount } from '../format/number.ts'

/** What each kind of survey measures, as a heading. */
export const kindTitles: Record<SurveyView['kind'], string> = {
  nps: 'Recommendation (NPS)',
  csat: 'Satisfaction (CSAT)',
  ces: 'Effort (CES)',
  exit: 'Exit interview',
}

/** Orders surveys as people look for them, and those of one kind by their id. */
export const byKind = (a: SurveyView, b: SurveyView): number =>
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.id.localeCompare(b.id)

const kinds: SurveyView['kind'][] = ['nps', 'csat', 'ces', 'exit']

/** When a survey is asked. */
export const triggerInWords = ({
  trigger,
  repeatAfterDays,
}: Pick<SurveyView, 'trigger' | 'repeatAfterDays'>): string => {
  if (trigger === null) return 'Asked only when your product opens it.'
  const delay = trigger.delaySeconds === 0 ? 'at once' : `after ${formatCount(trigger.delaySeconds, 'second')}`
  const again = formatCount(repeatAfterDays, 'day')
  return `Asked on “${humanize(trigger.event)}”, ${delay}, nobody twice within ${again}.`
}

/** How often asking led to an answer: somebody who is asked twice counts twice. */
export const rateInWords = (results: { responses: number; invited: number; responseRate: number | null }): string =>
  results.responseRate === null
    ? 'Nobody was asked yet.'
    : `Asked ${formatCount(results.invited, 'time')}, answered ${formatCount(results.responses, 'time')}.`
