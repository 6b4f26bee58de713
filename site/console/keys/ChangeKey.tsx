import { useState } from 'preact/hooks'
import type { Key } from '../../../api/contract/keys.ts'
import { useConsole } from '../state/console-context.ts'
import { Problem } from '../ui/Problem.tsx'
import { KeyFields } from './KeyFields.tsx'
import { readKeyForm } from './key-form.ts'
import { useKeyForm } from './use-key-form.ts'

/** Renames a key, or changes what it may do. */
export const ChangeKey = ({ data: key, changed }: { data: Key; changed: (key: Key) => void }) => {
  const { client, announce } = useConsole()
  const [saved, setSaved] = useState(false)
  const { props, sending, errors, problem } = useKeyForm({
    read: (form) => readKeyForm(form, key.kind),
    save: async (values) => {
      changed(await client.updateKey(key.id, values))
      setSaved(true)
      announce('The key is changed.')
    },
  })

  return (
    <section class="panel" aria-labelledby="change-key">
      <header class="panel-head">
        <h2 id="change-key">What it may do</h2>
      </header>
      <form class="form" {...props} onInput={() => setSaved(false)}>
        <KeyFields kind={key.kind} start={key} errors={errors} />
        <Problem text={problem} />
        <p class="buttons">
          <button type="submit" class="button button-primary" aria-disabled={sending}>
            {sending ? 'Saving …' : 'Save'}
          </button>
          {saved && !sending && <span class="muted">Saved. It holds within three seconds everywhere.</span>}
        </p>
      </form>
    </section>
  )
}
