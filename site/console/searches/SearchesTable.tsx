import type { SearchInsight } from '../../../api/contract/searches.ts'
import { languageName } from '../../i18n/language-name.ts'
import { formatNumber } from '../format/number.ts'
import { useConsole } from '../state/console-context.ts'
import { Dash } from '../ui/Dash.tsx'
import { Cell, Rows } from '../ui/Rows.tsx'
import { clicksInWords } from './search-words.ts'

const columns = [
  { title: 'Looked for' },
  { title: 'Searches', class: 'number' },
  { title: 'Nothing found', class: 'number' },
  { title: 'Not opened', class: 'number' },
  { title: 'Opened', class: 'number' },
  { title: 'What was opened', class: 'wide-cell' },
]

/** Searches, each with what came of it. */
export const SearchesTable = ({ rows }: { rows: SearchInsight[] }) => (
  <Rows caption="Searches" columns={columns}>
    {rows.map((row) => (
      <tr key={`${row.locale} ${row.query}`} role="row">
        <th role="rowheader" scope="row">
          {row.query}
          {row.locale !== 'en' && <span class="row-detail">{languageName(row.locale, 'en')}</span>}
        </th>
        <Cell title="Searches" class="number numeric">
          {formatNumber(row.searches)}
        </Cell>
        <Cell title="Nothing found" class="number numeric">
          {formatNumber(row.withoutAnswer)}
        </Cell>
        <Cell title="Not opened" class="number numeric">
          {formatNumber(row.withoutClick)}
        </Cell>
        <Cell title="Opened" class="number numeric">
          {clicksInWords(row)}
        </Cell>
        <Cell title="What was opened" class="wide-cell">
          <Opened row={row} />
        </Cell>
      </tr>
    ))}
  </Rows>
)

const Opened = ({ row }: { row: SearchInsight }) => {
  const { articles } = useConsole()
  if (row.clicked.length === 0) return <Dash means="Nothing was opened" />
  return (
    <ul role="list">
      {row.clicked.map(({ article, count }) => {
        const known = articles[`${row.locale}/${article}`]
        return (
          <li key={article}>
            {known ? <a href={known.url}>{known.title}</a> : article} <span class="muted">{formatNumber(count)}</span>
          </li>
        )
      })}
    </ul>
  )
}
