import type { Mail } from '../../../api/contract/mails.ts'
import { languageName } from '../../i18n/language-name.ts'
import { useMay } from '../state/use-may.ts'
import { Dash } from '../ui/Dash.tsx'
import { Cell, Rows } from '../ui/Rows.tsx'
import { When } from '../ui/When.tsx'
import { mailInWords, standingInWords } from './mail-words.ts'

const columns = [
  { title: 'Mail' },
  { title: 'To' },
  { title: 'Where it stands', class: 'wide-cell' },
  { title: 'What to do' },
]

/** Mails, the newest first. */
export const MailsTable = ({ rows, retry }: { rows: Mail[]; retry: (mail: Mail) => void }) => {
  const may = useMay()
  return (
    <Rows caption="Mails" columns={columns}>
      {rows.map((mail) => (
        <tr key={mail.id} role="row">
          <th role="rowheader" scope="row">
            {mailInWords(mail)}
            <span class="row-detail">
              <When at={mail.queuedAt} />
              {mail.locale !== 'en' && `, in ${languageName(mail.locale, 'en')}`}
            </span>
          </th>
          <Cell title="To" class="line-cell">
            {mail.to}
          </Cell>
          <Cell title="Where it stands" class="wide-cell">
            <span class={mail.status === 'failed' ? 'is-refused' : undefined}>{standingInWords(mail)}</span>
            {mail.error !== null && <span class="row-detail">{mail.error}</span>}
          </Cell>
          <Cell title="What to do">
            {mail.status === 'sent' || !may('write') ? (
              <Dash means="Nothing" />
            ) : (
              <button type="button" class="button button-small" onClick={() => retry(mail)}>
                Send now<span class="visually-hidden">: to {mail.to}</span>
              </button>
            )}
          </Cell>
        </tr>
      ))}
    </Rows>
  )
}
