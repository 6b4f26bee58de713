import type { TimelineEntry } from '../../../api/contract/accounts.ts'
import type { SurveyView } from '../../../api/contract/definitions.ts'
import { formatDetail } from '../format/detail.ts'
import { humanize } from '../format/humanize.ts'

/** An entry of the timeline as a sentence, and what else is known of it. */
export interface EntryWords {
  sentence: string
  details: { name: string; value: string }[]
}

const kinds: Record<SurveyView['kind'], string> = {
  nps: 'NPS',
  csat: 'CSAT',
  ces: 'CES',
  exit: 'the exit interview',
  poll: 'a poll',
}

/** Says what happened: "Invoice sent", "Answered NPS: 9". Questions are quoted where the surveys are known. */
export const entryInWords = (entry: TimelineEntry, surveys: SurveyView[]): EntryWords => {
  if (entry.kind === 'event') {
    // A step that Cairn itself completed has its name behind a colon, and among its details.
    return { sentence: humanize(entry.name.replace(/:.*/, '')), details: detailsOf(entry.details, humanize) }
  }
  const survey = surveys.find(({ id }) => id === entry.name)
  const name = survey ? kinds[survey.kind] : humanize(entry.name)
  const scored = survey?.questions.find(({ type }) => type === 'nps' || type === 'csat' || type === 'ces')
  const score = scored && entry.details[scored.id]
  // Where a survey asks for more than its score, a figure without its question would say nothing.
  if (!scored || scored.type !== survey?.kind || score === undefined || score === null) {
    return { sentence: `Answered ${name}`, details: detailsOf(entry.details, (id) => questionText(survey, id), survey) }
  }
  const { [scored.id]: _, ...rest } = entry.details
  return {
    sentence: `Answered ${name}: ${formatDetail(score)}`,
    details: detailsOf(rest, (id) => questionText(survey, id), survey),
  }
}

const detailsOf = (
  details: Record<string, unknown>,
  nameOf: (key: string) => string,
  survey?: SurveyView,
): EntryWords['details'] =>
  Object.entries(details)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ({ name: nameOf(key), value: answerText(survey, key, value) ?? formatDetail(value) }))

const questionText = (survey: SurveyView | undefined, id: string): string =>
  survey?.questions.find((question) => question.id === id)?.text ?? humanize(id)

const highest: Partial<Record<SurveyView['questions'][number]['type'], number>> = { nps: 10, csat: 5, ces: 5 }

const answerText = (survey: SurveyView | undefined, id: string, value: unknown): string | undefined => {
  const question = survey?.questions.find((candidate) => candidate.id === id)
  const most = question && highest[question.type]
  if (most !== undefined) return `${formatDetail(value)} of ${most}`
  const texts = [value].flat().map((each) => question?.choices.find((choice) => choice.value === each)?.text)
  return texts.every((text) => text !== undefined) ? texts.join(', ') : undefined
}
