import { useRef, useState } from 'preact/hooks'
import type { RejectedMessage, ReplayResult } from '../../../api/contract/rejected-messages.ts'
import { useConsole } from '../state/console-context.ts'
import { useMay } from '../state/use-may.ts'
import { useSend } from '../state/use-send.ts'
import { AskButton } from '../ui/AskButton.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { CorrectMessage } from './CorrectMessage.tsx'
import type { RefusedReason } from './reason-words.ts'
import { Problem } from '../ui/Problem.tsx'

interface SentMessageProps {
  data: RejectedMessage
  /** Called when it is sent again, before it is known what becomes of it. */
  begun: () => void
  replayed: (result: ReplayResult) => void
  removed: () => void
}

/** The message as it was sent, and what can be done with it. */
export const SentMessage = ({ data, begun, replayed, removed }: SentMessageProps) => {
  const { client } = useConsole()
  const may = useMay()
  const { sending, error, send } = useSend()
  const [correcting, setCorrecting] = useState(false)
  const correct = useRef<HTMLButtonElement>(null)
  const isFaulty = faultyReasons.has(data.reason)
  const text = data.excerpt ?? JSON.stringify(data.message, null, 2)

  const replay = (message?: Record<string, unknown>): Promise<void> =>
    send(async () => {
      begun()
      replayed(await client.replayRefused({ ids: [data.id], ...(message && { message }) }))
    })
  const remove = async (): Promise<void> => {
    await client.removeRefusedMessage(data.id)
    removed()
  }

  return (
    <section class="panel" aria-labelledby="sent-message">
      <header class="panel-head">
        <h2 id="sent-message">{data.excerpt === null ? 'As it was sent' : 'Its beginning'}</h2>
        <CopyButton text={text} what="message" />
      </header>
      {correcting ? (
        <CorrectMessage
          text={data.excerpt === null ? text : ''}
          sending={sending}
          send={(message) => void replay(message)}
          cancel={() => {
            setCorrecting(false)
            requestAnimationFrame(() => correct.current?.focus())
          }}
        />
      ) : (
        <>
          <pre class="sent-message" tabIndex={0} role="region" aria-label="The message">
            <code>{text}</code>
          </pre>
          {may('write') && (
            <div class="buttons">
              {data.replayable && (
                <button type="button" class={classOf(!isFaulty)} aria-disabled={sending} onClick={() => void replay()}>
                  {sending ? 'Sending …' : 'Send again'}
                </button>
              )}
              {data.reason !== 'erased' && (
                <button type="button" class={classOf(isFaulty)} ref={correct} onClick={() => setCorrecting(true)}>
                  Correct it
                </button>
              )}
              <AskButton
                final
                label="Remove it …"
                title="Remove this message?"
                confirm="Remove"
                busy="Removing …"
                act={remove}
              >
                <p>Nothing is left of it, and nothing brings it back.</p>
              </AskButton>
            </div>
          )}
        </>
      )}
      <Problem text={error?.message ?? null} />
    </section>
  )
}

/** Reasons that are in the message itself: sent again as it is, it would be refused again. */
const faultyReasons: ReadonlySet<RefusedReason> = new Set(['invalid', 'too_large', 'unstorable'])

const classOf = (isFirst: boolean): string => (isFirst ? 'button button-primary' : 'button')
