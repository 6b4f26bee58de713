import type { Key } from '../../../api/contract/keys.ts'
import { writeRoute } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { useAnnouncedCount } from '../state/use-announced-count.ts'
import { usePages } from '../state/use-pages.ts'
import { BandLabel } from '../ui/BandLabel.tsx'
import { Dash } from '../ui/Dash.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Cell, Rows } from '../ui/Rows.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { When } from '../ui/When.tsx'
import { kindTitles, originsInWords, stateOf, workingFirst } from './key-words.ts'

/** Rows of one request: those that work come first of what has been read, so as much as possible is. */
const pageSize = 500

/** Every key of this server, those that work first. */
export const KeysPage = ({ takeFocus }: { takeFocus: boolean }) => {
  const { client } = useConsole()
  const pages = usePages('keys', (request, signal) => client.keys(request, signal), pageSize)
  const { rows } = pages

  useAnnouncedCount(pages, 'key')

  return (
    <>
      <PageHead
        title="Keys"
        takeFocus={takeFocus}
        lead="Who may send, read and change what is stored here. Give every server, page and colleague a key of their own."
        aside={
          <a class="button button-primary" href={writeRoute({ page: 'new-key' })}>
            Make a key
          </a>
        }
      />
      {pages.error && <ErrorNote error={pages.error} retry={pages.retry} />}
      {rows === null && !pages.error && (
        <div class="panel">
          <Skeleton lines={8} />
        </div>
      )}
      {rows !== null && rows.length > 0 && (
        <>
          <Rows caption="Keys" columns={columns}>
            {workingFirst(rows).map((key) => (
              <KeyRow key={key.id} data={key} />
            ))}
          </Rows>
          <LoadMore pages={pages} what="keys" />
        </>
      )}
    </>
  )
}

const columns = [
  { title: 'Name' },
  { title: 'Kind', class: 'short-cell' },
  { title: 'May' },
  { title: 'Origins', class: 'roomy-cell' },
  { title: 'Last used', class: 'short-cell' },
  { title: 'Expires', class: 'short-cell' },
  { title: 'State' },
]

const never = <span class="muted">Never</span>

const KeyRow = ({ data: key }: { data: Key }) => {
  const { word, tone } = stateOf(key)
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a class="row-link" href={writeRoute({ page: 'key', id: key.id })}>
          {key.name}
        </a>
        <span class="row-detail">
          ends in <code>{key.hint}</code>
        </span>
      </th>
      <Cell title="Kind" class="short-cell">
        {kindTitles[key.kind]}
      </Cell>
      <Cell title="May">{key.scopes.join(', ')}</Cell>
      <Cell title="Origins" class="roomy-cell">
        {key.kind === 'write' ? originsInWords(key.origins) : <Dash means="none: it is not for pages" />}
      </Cell>
      <Cell title="Last used" class="short-cell">
        {key.lastUsedAt === null ? never : <When at={key.lastUsedAt} />}
      </Cell>
      <Cell title="Expires" class="short-cell">
        {key.expiresAt === null ? never : <When at={key.expiresAt} />}
      </Cell>
      <Cell title="State">
        <BandLabel band={word} tone={tone} />
        {key.previousUntil !== null && (
          <span class="row-detail">
            old value ends <When at={key.previousUntil} />
          </span>
        )}
      </Cell>
    </tr>
  )
}
