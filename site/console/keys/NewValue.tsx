import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { NewKey } from '../../../api/contract/keys.ts'
import { CopyButton } from '../ui/CopyButton.tsx'

/** The value of a key that was just made: of a secret key, the one time that it is seen. */
export const NewValue = ({ made, children }: { made: NewKey; children?: ComponentChildren }) => {
  const title = useRef<HTMLHeadingElement>(null)
  const heading = useId()
  const isSecret = made.kind === 'secret'
  useEffect(() => title.current?.focus(), [])

  return (
    <section class="panel new-value" aria-labelledby={heading}>
      <h2 id={heading} ref={title} tabIndex={-1}>
        {isSecret ? 'Store the key now' : 'The key is ready'}
      </h2>
      <p>
        {isSecret
          ? 'This is the only time that you see it: only its hash is stored here. Put it where your server keeps its secrets, never in a page.'
          : 'Put it in your pages. Everybody can read it there, so you find it here whenever you need it.'}
      </p>
      <KeyValue value={made.value} />
      {children}
    </section>
  )
}

/** A key as it is sent, to be copied. */
export const KeyValue = ({ value }: { value: string }) => (
  <p class="key-value">
    <code>{value}</code>
    <CopyButton text={value} what="key" />
  </p>
)
