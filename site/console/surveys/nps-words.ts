import type { NpsResults } from '../../../api/contract/survey-results.ts'
import { formatDifference, formatNumber } from '../format/number.ts'

/** Answers from which an NPS is given as a figure. */
export const enoughAnswers = 30

/** The score where there are enough answers, otherwise how many of them there are. */
export const npsHeadline = ({ score, responses }: Pick<NpsResults, 'score' | 'responses'>): string => {
  if (score !== null) return formatNumber(score)
  if (responses === 0) return 'No answers yet'
  return `${responses} of ${enoughAnswers} answers: too few for a score`
}

/** The interval in which the true score lies, in words. */
export const intervalInWords = (interval: NpsResults['interval']): string | null =>
  interval === null
    ? null
    : `95 % interval: ${formatNumber(Math.round(interval.lower))} to ${formatNumber(Math.round(interval.upper))}`

/** Whether the score has changed: only a significant difference is called a change. */
export const changeInWords = ({ difference, pValue, significant }: NpsResults['change']): string => {
  if (difference === null || significant === null) {
    return `No comparison: it takes ${enoughAnswers} answers in both periods.`
  }
  const points = `${formatDifference(difference)} points`
  const chance = pValue === null ? '' : ` (p ${pValueInWords(pValue)})`
  if (!significant) return `No change that can be told from chance: ${points}${chance}.`
  return `${difference > 0 ? 'Improved' : 'Declined'}: ${points}, more than chance explains${chance}.`
}

const pValueInWords = (pValue: number): string => (pValue < 0.001 ? '< 0.001' : `= ${pValue.toPrecision(2)}`)
