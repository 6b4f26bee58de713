import type { SurveyResults } from '../../../api/contract/survey-results.ts'
import { formatCount, formatNumber } from '../format/number.ts'
import { formatPercent } from '../format/percent.ts'
import { Figure } from './Figure.tsx'
import { rateInWords } from './survey-words.ts'

type ShareResults = Extract<SurveyResults, { kind: 'csat' | 'ces' }>

const words = {
  csat: { title: 'Satisfied', definition: 'Share of answers 4 and 5 on a scale of 1 to 5.' },
  ces: { title: 'Found it easy', definition: 'Share of answers 4 and 5 on a scale of 1 to 5, where 5 is very easy.' },
}

/** The results of a CSAT or CES survey. */
export const ShareFigures = ({ results }: { results: ShareResults }) => (
  <dl class="figures">
    <Figure
      title={words[results.kind].title}
      value={results.share === null ? 'No answers yet' : formatPercent(results.share)}
      wordy={results.share === null}
    >
      {formatCount(results.responses, 'answer')}
      {results.interval &&
        `, 95 % interval: ${formatPercent(results.interval.lower)} to ${formatPercent(results.interval.upper)}`}
      . {words[results.kind].definition}
      {results.responses > 0 && !results.sufficient && ' A small sample: read the interval, not the figure.'}
    </Figure>
    <Figure title="Mean" value={results.mean === null ? '–' : formatNumber(results.mean)}>
      Mean of all answers, 1 to 5.
    </Figure>
    <Figure title="Response rate" value={results.responseRate === null ? '–' : formatPercent(results.responseRate)}>
      {rateInWords(results)}
    </Figure>
  </dl>
)
