import type { Key } from '../../../api/contract/keys.ts'
import { exactTime } from '../format/exact-time.ts'
import { useConsole } from '../state/console-context.ts'
import { Fact } from '../ui/Fact.tsx'
import { When } from '../ui/When.tsx'
import { isChangeable, kindTitles, originsInWords, stateOf } from './key-words.ts'
import { KeyValue } from './NewValue.tsx'

/** What is known of a key. A write key is shown: it stands in pages anyway. */
export const KeyFacts = ({ data: key }: { data: Key }) => {
  const { session } = useConsole()
  return (
    <section class="panel" aria-label="What is known of it">
      <dl class="facts">
        <Fact title="Kind">{kindTitles[key.kind]}</Fact>
        <Fact title="State">{stateOf(key).word}</Fact>
        <Fact title="Ends in">
          <code>{key.hint}</code>
        </Fact>
        <Fact title="Made">
          <When at={key.createdAt} />
        </Fact>
        <Fact title="Last used" none="never">
          {key.lastUsedAt && <When at={key.lastUsedAt} />}
        </Fact>
        <Fact title="Expires" none="never">
          {key.expiresAt && exactTime(key.expiresAt)}
        </Fact>
        {key.previousUntil && <Fact title="Old value works until">{exactTime(key.previousUntil)}</Fact>}
        {key.revokedAt && <Fact title="Revoked">{exactTime(key.revokedAt)}</Fact>}
        {!isChangeable(key) && (
          <>
            <Fact title="May" wide>
              {key.scopes.join(', ')}
            </Fact>
            {key.kind === 'write' && (
              <Fact title="Origins" wide>
                {key.origins.length > 0 ? key.origins.join(', ') : originsInWords([])}
              </Fact>
            )}
          </>
        )}
        <Fact title="Id" wide>
          <code>{key.id}</code>
        </Fact>
      </dl>
      {key.value !== null && key.status === 'active' && <KeyValue value={key.value} />}
      {session?.keyId === key.id && <p class="note">You are signed in with this key.</p>}
    </section>
  )
}
