import { useState } from 'preact/hooks'
import type { RejectedMessage, ReplayResult } from '../../../api/contract/rejected-messages.ts'
import { exactTime } from '../format/exact-time.ts'
import { writeRoute } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { keyName, useKeys } from '../state/use-keys.ts'
import { useResource } from '../state/use-resource.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Fact } from '../ui/Fact.tsx'
import { Outcome } from '../ui/Outcome.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { reasonAdvice, reasonTitles } from './reason-words.ts'
import { messageInWords } from './refused-words.ts'
import { SentMessage } from './SentMessage.tsx'

/** One refused message: what was sent, what is wrong with it, and what to do. */
export const RefusedMessagePage = ({ id, takeFocus }: { id: string; takeFocus: boolean }) => {
  const { client } = useConsole()
  const { data, error, retry } = useResource(`refused/${id}`, (signal) => client.refusedMessage(id, signal))
  const [outcome, setOutcome] = useState<{ text: string; isGone: boolean } | null>(null)
  const isMissing = error?.status === 404

  const replayed = (result: ReplayResult): void => {
    const refusal = [...result.rejected, ...result.notReplayable][0]
    if (refusal) {
      setOutcome({ text: `It was refused again. ${refusal.detail}`, isGone: false })
      retry()
    } else {
      setOutcome({ text: result.accepted > 0 ? 'It is a fact now.' : 'It was a fact already.', isGone: true })
    }
  }

  return (
    <>
      <p class="breadcrumb">
        <a href={writeRoute({ page: 'refused-messages', filter: { reason: '', key: '' } })}>Refused messages</a>
      </p>
      <PageHead
        title={isMissing ? 'No such message' : data ? messageInWords(data) : 'Refused message'}
        takeFocus={takeFocus}
        mark={data ? reasonTitles[data.reason] : null}
      />
      {isMissing && <p>It was removed, has become a fact, or is older than what is kept.</p>}
      {error && !isMissing && <ErrorNote error={error} retry={retry} />}
      {!data && !error && (
        <div class="panel">
          <Skeleton lines={10} />
        </div>
      )}
      {data && !isMissing && (
        <div class="stack">
          {outcome && <Outcome key={outcome.text}>{outcome.text}</Outcome>}
          {!outcome?.isGone && (
            <>
              <WhatIsWrong data={data} />
              <SentMessage
                data={data}
                begun={() => setOutcome(null)}
                replayed={replayed}
                removed={() => setOutcome({ text: 'It is removed. Nothing is left of it.', isGone: true })}
              />
            </>
          )}
        </div>
      )}
    </>
  )
}

const WhatIsWrong = ({ data }: { data: RejectedMessage }) => {
  const keys = useKeys()
  return (
    <section class="panel" aria-labelledby="what-is-wrong">
      <header class="panel-head">
        <h2 id="what-is-wrong">What is wrong</h2>
      </header>
      <p class="readable">{data.detail}</p>
      <p class="readable muted">{reasonAdvice[data.reason]}</p>
      <dl class="facts">
        <Fact title="Arrived" wide>
          {exactTime(data.receivedAt)}
        </Fact>
        <Fact title="Came with" wide>
          {data.keyId === null ? null : keyName(keys, data.keyId)}
        </Fact>
        <Fact title="User" none="it does not say" wide>
          {data.userId}
        </Fact>
        <Fact title="Visitor" none="it does not say" wide>
          {data.anonymousId}
        </Fact>
        <Fact title="Message id" none="none" wide>
          {data.messageId}
        </Fact>
      </dl>
    </section>
  )
}
