import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { useSend } from '../state/use-send.ts'
import { Problem } from './Problem.tsx'

interface AskButtonProps {
  /** The words of the button. */
  label: string
  /** The question. */
  title: string
  /** The words of the button that does it, and while it is being done. */
  confirm: string
  busy: string
  /** True where nothing brings back what it does. */
  final?: boolean
  /** Does it. Where it throws, the dialog stays and says why. */
  act: () => Promise<void>
  /** What will happen, and fields that say how. */
  children: ComponentChildren
}

/** A button that asks before it does something. Its dialog gives the focus back to it. */
export const AskButton = ({ label, title, confirm, busy, final = false, act, children }: AskButtonProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const { sending, error, send, forget } = useSend()

  const open = (): void => {
    forget()
    dialog.current?.showModal()
  }
  const close = (): void => dialog.current?.close()
  const submit = (event: Event): void => {
    event.preventDefault()
    void send(async () => {
      await act()
      close()
    })
  }

  return (
    <>
      <button type="button" class={final ? 'button button-final' : 'button'} onClick={open}>
        {label}
      </button>
      <dialog
        ref={dialog}
        class="dialog"
        aria-labelledby={heading}
        // What is on its way may fail, and would have nowhere to say so.
        onCancel={(event) => sending && event.preventDefault()}
      >
        <form onSubmit={submit}>
          <h2 id={heading}>{title}</h2>
          {children}
          <Problem text={error?.message ?? null} />
          <p class="buttons">
            <button type="button" class="button" aria-disabled={sending} onClick={() => !sending && close()}>
              Cancel
            </button>
            <button
              type="submit"
              class={final ? 'button button-final' : 'button button-primary'}
              aria-disabled={sending}
            >
              {sending ? busy : confirm}
            </button>
          </p>
        </form>
      </dialog>
    </>
  )
}
