import type { NpsResults } from '../../../api/contract/survey-results.ts'
import { formatCount } from '../format/number.ts'
import { formatPercent } from '../format/percent.ts'
import { Bar } from '../ui/Bar.tsx'
import { Figure } from './Figure.tsx'
import { NpsTrend } from './NpsTrend.tsx'
import { changeInWords, enoughAnswers, intervalInWords, npsHeadline } from './nps-words.ts'
import { rateInWords } from './survey-words.ts'

/** The results of an NPS survey. */
export const NpsFigures = ({ results }: { results: NpsResults }) => {
  const interval = intervalInWords(results.interval)
  return (
    <>
      <dl class="figures">
        <Figure title="NPS" value={npsHeadline(results)} wordy={results.score === null}>
          {formatCount(results.responses, 'answer')}
          {interval && `, ${interval}`}. Share of promoters minus share of detractors, −100 to 100, given from{' '}
          {enoughAnswers} answers.
        </Figure>
        <Figure title="Response rate" value={results.responseRate === null ? '–' : formatPercent(results.responseRate)}>
          {rateInWords(results)}
        </Figure>
        <Figure title="Change" value={changeInWords(results.change)} wordy>
          The last 90 days against the 90 days before.
        </Figure>
      </dl>
      <Groups results={results} />
      <NpsTrend trend={results.trend} />
    </>
  )
}

const Groups = ({ results }: { results: NpsResults }) => {
  const groups = [
    { name: 'Promoters', answers: '9 and 10', class: 'bar-good', ...results.promoters },
    { name: 'Passives', answers: '7 and 8', class: 'bar-neutral', ...results.passives },
    { name: 'Detractors', answers: '0 to 6', class: 'bar-danger', ...results.detractors },
  ]
  return (
    <section class="groups" aria-label="Answers by group">
      <h3>Who answered what</h3>
      <Bar parts={groups.map((group) => ({ share: group.share ?? 0, class: group.class }))} />
      <ul role="list">
        {groups.map((group) => (
          <li key={group.name} class={`group ${group.class}`}>
            <strong>{group.name}</strong> <span class="muted">({group.answers})</span>{' '}
            <span class="numeric">
              {group.count}
              {group.share !== null && `, ${formatPercent(group.share)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
