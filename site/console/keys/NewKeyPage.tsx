import { useState } from 'preact/hooks'
import type { CreateKeyRequest, KeyKind, NewKey } from '../../../api/contract/keys.ts'
import { writeRoute } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { Field } from '../ui/Field.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Problem } from '../ui/Problem.tsx'
import { KeyFields } from './KeyFields.tsx'
import { endOfDay, kindTitles } from './key-words.ts'
import { readKeyForm, textOf } from './key-form.ts'
import type { KeyValues } from './key-form.ts'
import { NewValue } from './NewValue.tsx'
import { useKeyForm } from './use-key-form.ts'

const keys = writeRoute({ page: 'keys' })

/** Makes a key, and shows it. */
export const NewKeyPage = ({ takeFocus }: { takeFocus: boolean }) => {
  const [made, setMade] = useState<NewKey | null>(null)
  return (
    <>
      <p class="breadcrumb">
        <a href={keys}>Keys</a>
      </p>
      <PageHead title={made?.name ?? 'Make a key'} takeFocus={takeFocus} />
      {made ? (
        <NewValue made={made}>
          <p class="buttons">
            <a class="button" href={writeRoute({ page: 'key', id: made.id })}>
              Look at the key
            </a>
            <a class="button" href={keys}>
              All keys
            </a>
          </p>
        </NewValue>
      ) : (
        <NewKeyForm made={setMade} />
      )}
    </>
  )
}

const NewKeyForm = ({ made }: { made: (key: NewKey) => void }) => {
  const { client, cache, now } = useConsole()
  const [kind, setKind] = useState<KeyKind>('secret')
  const { props, sending, errors, problem } = useKeyForm<CreateKeyRequest>({
    read: (form) => ({ kind, ...readKeyForm(form, kind), expiresAt: endOfDay(textOf(form, 'expires')) }),
    save: async (values) => {
      const key = await client.createKey(values)
      cache.delete('keys')
      made(key)
    },
  })

  return (
    <form class="panel form" {...props}>
      <fieldset class="choices">
        <legend>Kind</legend>
        {(['secret', 'write'] as const).map((value) => (
          <label key={value} class="choice">
            <input type="radio" name="kind" value={value} checked={kind === value} onChange={() => setKind(value)} />
            <span>
              {kindTitles[value]} <span class="muted">{kindHints[value]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <KeyFields kind={kind} start={starts[kind]} errors={errors} />
      <Field
        label="Last day"
        hint="The key works until the end of this day. Empty for a key that does not expire."
        error={errors['expiresAt']}
      >
        {(control) => <input {...control} name="expires" type="date" min={localDay(now())} />}
      </Field>
      <Problem text={problem} />
      <p class="buttons">
        <button type="submit" class="button button-primary" aria-disabled={sending}>
          {sending ? 'Making the key …' : 'Make the key'}
        </button>
        <a class="button" href={keys}>
          Cancel
        </a>
      </p>
    </form>
  )
}

const kindHints: Record<KeyKind, string> = {
  secret: 'For servers and colleagues. It is shown once, and whoever has it can do what you allow it.',
  write: 'For pages. Everybody can read it there, so it can only send.',
}

const starts: Record<KeyKind, KeyValues> = {
  secret: { name: '', scopes: [], origins: [] },
  write: { name: '', scopes: ['ingest', 'browser'], origins: [] },
}

const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
