import { useId } from 'preact/hooks'
import type { KeyKind } from '../../../api/contract/keys.ts'
import { scopes as scopeWords } from '../../../api/contract/scopes.ts'
import { Field } from '../ui/Field.tsx'
import { scopesOf } from './key-form.ts'
import type { FieldErrors, KeyValues } from './key-form.ts'

interface KeyFieldsProps {
  kind: KeyKind
  /** What the fields start from. */
  start: KeyValues
  errors: FieldErrors
}

/** The fields of what can be changed of a key: its name, what it may do, and where. */
export const KeyFields = ({ kind, start, errors }: KeyFieldsProps) => (
  <>
    <Field label="Name" hint="What it is for, in your words." error={errors['name']}>
      {(control) => (
        <input {...control} name="name" type="text" maxLength={100} autoComplete="off" defaultValue={start.name} />
      )}
    </Field>
    <ScopeFields key={kind} kind={kind} start={start} error={errors['scopes']} />
    {kind === 'write' && (
      <Field
        label="Origins"
        hint={
          <>
            Pages that may use it, one a line, such as <code>https://app.example.com</code>. Empty for those of{' '}
            <code>ALLOWED_ORIGINS</code>.
          </>
        }
        error={errors['origins']}
      >
        {(control) => (
          <textarea {...control} name="origins" rows={3} spellcheck={false} defaultValue={start.origins.join('\n')} />
        )}
      </Field>
    )}
  </>
)

const ScopeFields = ({
  kind,
  start,
  error,
}: Pick<KeyFieldsProps, 'kind' | 'start'> & { error: string | undefined }) => {
  const id = useId()
  return (
    <fieldset
      class="choices"
      aria-describedby={error === undefined ? undefined : id}
      data-invalid={error === undefined ? undefined : ''}
    >
      <legend>It may</legend>
      {scopesOf(kind).map((scope) => (
        <label key={scope} class="choice">
          <input type="checkbox" name="scopes" value={scope} defaultChecked={start.scopes.includes(scope)} />
          <span>
            {scopeWords[scope]} <code class="muted">{scope}</code>
          </span>
        </label>
      ))}
      {error !== undefined && (
        <p id={id} class="field-error">
          {error}
        </p>
      )}
    </fieldset>
  )
}
