import type { ArticleInsight } from '../../../api/contract/articles.ts'
import { languageName } from '../../i18n/language-name.ts'
import { humanize } from '../format/humanize.ts'
import { formatCount, formatNumber } from '../format/number.ts'
import { formatPercent } from '../format/percent.ts'
import { useConsole } from '../state/console-context.ts'
import { Bar } from '../ui/Bar.tsx'
import { When } from '../ui/When.tsx'

/** What readers of one article thought of it. */
export const ArticleCard = ({ insight }: { insight: ArticleInsight }) => {
  const { articles } = useConsole()
  const known = articles[`${insight.locale}/${insight.article}`]
  return (
    <li class="panel article">
      <div class="article-head">
        <div>
          <p class="article-category">
            {known?.category ?? 'No longer in the help center'}
            {insight.locale !== 'en' && ` · ${languageName(insight.locale, 'en')}`}
          </p>
          <h2>{known ? <a href={known.url}>{known.title}</a> : insight.article}</h2>
        </div>
        <Votes insight={insight} />
      </div>
      {insight.reasons.length > 0 && (
        <p class="article-reasons">
          <span class="muted">Reasons for “No”:</span>{' '}
          {insight.reasons.map(({ reason, count }) => `${humanize(reason)} ${formatNumber(count)}`).join(' · ')}
        </p>
      )}
      {insight.comments.length > 0 && <Comments insight={insight} />}
    </li>
  )
}

const Votes = ({ insight }: { insight: ArticleInsight }) => {
  const votes = insight.helpful + insight.notHelpful
  const parts = [
    { share: insight.helpful / votes, class: 'bar-good' },
    { share: insight.notHelpful / votes, class: 'bar-danger' },
  ]
  return (
    <div class="votes">
      <p>
        {insight.helpfulShare === null ? (
          <span class="muted">No votes yet</span>
        ) : (
          <>
            <strong>{formatPercent(insight.helpfulShare)}</strong> of {formatCount(votes, 'vote')} helpful
            {insight.helpfulShareInterval && (
              <span class="muted">
                {' '}
                ({formatPercent(insight.helpfulShareInterval.lower)} to{' '}
                {formatPercent(insight.helpfulShareInterval.upper)})
              </span>
            )}
          </>
        )}
      </p>
      <Bar parts={votes === 0 ? [] : parts} />
      <p class="muted numeric">
        {formatCount(insight.views, 'view')} · {formatNumber(insight.helpful)} helpful ·{' '}
        {formatNumber(insight.notHelpful)} not helpful
        {insight.contacted > 0 && ` · ${formatNumber(insight.contacted)} left for support`}
      </p>
    </div>
  )
}

const Comments = ({ insight }: { insight: ArticleInsight }) => (
  <div class="comments">
    <h3>Latest comments</h3>
    <ul role="list">
      {insight.comments.map(({ at, helpful, reason, comment }) => (
        <li key={`${at}${comment}`}>
          <blockquote>{comment}</blockquote>
          <p class="muted">
            {helpful ? 'Helpful' : 'Not helpful'}
            {reason !== null && `, ${humanize(reason).toLowerCase()}`} · <When at={at} />
          </p>
        </li>
      ))}
    </ul>
  </div>
)
