import { useRef } from 'preact/hooks'
import type { Key, NewKey } from '../../../api/contract/keys.ts'
import { useConsole } from '../state/console-context.ts'
import { AskButton } from '../ui/AskButton.tsx'
import { Field } from '../ui/Field.tsx'
import { graces, usualGrace } from './key-words.ts'

interface EndKeyProps {
  data: Key
  rotated: (key: NewKey) => void
  revoked: (key: Key) => void
}

/** A new value for a key, or its end. Both ask first: something out there uses it. */
export const EndKey = ({ data: key, rotated, revoked }: EndKeyProps) => {
  const { client, session, now } = useConsole()
  const grace = useRef<HTMLSelectElement>(null)
  const isOwn = session?.keyId === key.id

  const rotate = async (): Promise<void> => rotated(await client.rotateKey(key.id, Number(grace.current?.value)))
  const revoke = async (): Promise<void> => {
    await client.revokeKey(key.id)
    revoked({ ...key, status: 'revoked', revokedAt: now().toISOString(), previousUntil: null })
  }

  return (
    <section class="panel" aria-labelledby="end-key">
      <header class="panel-head">
        <h2 id="end-key">Rotate or revoke</h2>
      </header>
      <p class="readable">
        Rotate a key now and then, and at once where its value may have leaked. Revoke one that nobody needs any more.
      </p>
      <div class="buttons">
        {key.status === 'active' && (
          <AskButton
            label="Rotate the key …"
            title={`Give “${key.name}” a new value?`}
            confirm="Make a new value"
            busy="Making it …"
            act={rotate}
          >
            <Field
              label="The old value works on for"
              hint={
                key.previousUntil === null
                  ? 'Long enough to change whatever uses it.'
                  : 'The value from before the last rotation still works. It ends now, whatever you choose: at most two work at a time.'
              }
            >
              {(control) => (
                <select {...control} ref={grace} defaultValue={String(usualGrace)}>
                  {graces.map(([seconds, title]) => (
                    <option key={seconds} value={seconds} selected={seconds === usualGrace}>
                      {title}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            {isOwn && <p>You are signed in with this key: sign in again with its new value when the old one ends.</p>}
          </AskButton>
        )}
        <AskButton
          final
          label="Revoke the key …"
          title={`Revoke “${key.name}”?`}
          confirm="Revoke the key"
          busy="Revoking …"
          act={revoke}
        >
          <p>
            Whatever uses it is refused within three seconds, and nothing brings it back. Console sessions that were
            opened with it end.
          </p>
          {isOwn && <p class="field-error">You are signed in with this key, so you are signed out.</p>}
        </AskButton>
      </div>
    </section>
  )
}
