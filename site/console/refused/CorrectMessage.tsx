import { useEffect, useRef, useState } from 'preact/hooks'
import { Field } from '../ui/Field.tsx'

interface CorrectMessageProps {
  /** What it starts from, as JSON. */
  text: string
  sending: boolean
  send: (message: Record<string, unknown>) => void
  cancel: () => void
}

/** A message to send in place of one that was refused. */
export const CorrectMessage = ({ text, sending, send, cancel }: CorrectMessageProps) => {
  const field = useRef<HTMLTextAreaElement>(null)
  const [problem, setProblem] = useState<string | undefined>(undefined)
  useEffect(() => field.current?.focus(), [])

  const submit = (event: Event): void => {
    event.preventDefault()
    const read = readObject(field.current?.value ?? '')
    setProblem(typeof read === 'string' ? read : undefined)
    if (typeof read === 'string') field.current?.focus()
    else if (!sending) send(read)
  }

  return (
    <form class="form" noValidate onSubmit={submit}>
      <Field
        label="Corrected message"
        hint="JSON, as a client would send it. It keeps its message id unless you give it another."
        error={problem}
      >
        {(control) => (
          <textarea {...control} ref={field} class="json-field" rows={14} spellcheck={false} defaultValue={text} />
        )}
      </Field>
      <p class="buttons">
        <button type="submit" class="button button-primary" aria-disabled={sending}>
          {sending ? 'Sending …' : 'Send the corrected message'}
        </button>
        <button type="button" class="button" onClick={cancel}>
          Cancel
        </button>
      </p>
    </form>
  )
}

/** The object that a text is as JSON, or what is wrong with it. */
const readObject = (text: string): Record<string, unknown> | string => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
    return 'A message is a JSON object: it begins with { and ends with }.'
  } catch (error) {
    return `This is not JSON: ${error instanceof Error ? error.message : String(error)}.`
  }
}
