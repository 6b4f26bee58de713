import { useState } from 'preact/hooks'
import type { Key, NewKey } from '../../../api/contract/keys.ts'
import { exactTime } from '../format/exact-time.ts'
import { writeRoute } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { useResource } from '../state/use-resource.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Outcome } from '../ui/Outcome.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { ChangeKey } from './ChangeKey.tsx'
import { EndKey } from './EndKey.tsx'
import { KeyFacts } from './KeyFacts.tsx'
import { isChangeable, stateOf } from './key-words.ts'
import { NewValue } from './NewValue.tsx'

/** One key: what it is, what it may do, a new value for it, and its end. */
export const KeyPage = ({ id, takeFocus }: { id: string; takeFocus: boolean }) => {
  const { client, cache } = useConsole()
  const { data, error, retry } = useResource(`key/${id}`, (signal) => client.key(id, signal))
  // What an answer said of it, since a key that is rotated at once may have ended this very session.
  const [changed, setChanged] = useState<Key | null>(null)
  const [rotated, setRotated] = useState<NewKey | null>(null)
  const key = changed ?? data
  const isMissing = error?.status === 404

  const take = (next: Key): void => {
    cache.delete('keys')
    cache.delete(`key/${id}`)
    setChanged(next)
  }

  return (
    <>
      <p class="breadcrumb">
        <a href={writeRoute({ page: 'keys' })}>Keys</a>
      </p>
      <PageHead
        title={isMissing ? 'No such key' : (key?.name ?? 'Key')}
        takeFocus={takeFocus}
        mark={key && key.status !== 'active' ? stateOf(key).word : null}
      />
      {isMissing && (
        <p>
          There is no key with the id <code>{id}</code>.
        </p>
      )}
      {error && !isMissing && <ErrorNote error={error} retry={retry} />}
      {!key && !error && (
        <div class="panel">
          <Skeleton lines={6} />
        </div>
      )}
      {key && (
        <div class="stack">
          {rotated && (
            <NewValue key={rotated.hint} made={rotated}>
              <p>{graceInWords(rotated)}</p>
            </NewValue>
          )}
          {changed?.status === 'revoked' && (
            <Outcome>The key is revoked. Whatever used it is refused from now on.</Outcome>
          )}
          <KeyFacts data={key} />
          {key.builtIn ? <BuiltIn id={key.id} /> : <Changes data={key} changed={take} rotated={setRotated} />}
        </div>
      )}
    </>
  )
}

const graceInWords = ({ previousUntil }: NewKey): string =>
  previousUntil === null
    ? 'The old value no longer works.'
    : `The old value works until ${exactTime(previousUntil)}. Change what uses it until then.`

interface ChangesProps {
  data: Key
  changed: (key: Key) => void
  rotated: (key: NewKey) => void
}

const Changes = ({ data: key, changed, rotated }: ChangesProps) => {
  const rotate = (made: NewKey): void => {
    // The value of a secret key is shown once, and then nowhere.
    changed({ ...made, value: made.kind === 'write' ? made.value : null })
    rotated(made)
  }
  if (key.status === 'revoked') return <p class="muted">A revoked key stays so. Make a new one in its place.</p>
  return (
    <>
      {isChangeable(key) && <ChangeKey data={key} changed={changed} />}
      <EndKey data={key} rotated={rotate} revoked={changed} />
    </>
  )
}

const BuiltIn = ({ id }: { id: string }) => (
  <section class="panel" aria-labelledby="built-in">
    <header class="panel-head">
      <h2 id="built-in">Where it is changed</h2>
    </header>
    <p class="readable">
      It is <code>{id.toUpperCase()}_KEY</code> of the environment, or the file <code>{id}-key</code> of the data
      folder. Change it there and restart; without the file, a start makes a new one.
    </p>
  </section>
)
