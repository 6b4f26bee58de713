import { useEffect, useRef, useState } from 'preact/hooks'
import type { SignedIn } from './client.ts'
import { useConsole } from './state/console-context.ts'
import { toRequestError } from './state/to-request-error.ts'
import { Mark } from './ui/Mark.tsx'

interface SignInProps {
  /** True where a session has just ended. */
  expired: boolean
  signedIn: (session: SignedIn) => void
}

/** Asks for the secret key, and says where to find it. */
export const SignIn = ({ expired, signedIn }: SignInProps) => {
  const { client } = useConsole()
  const field = useRef<HTMLInputElement>(null)
  const [message, setMessage] = useState<string | null>(null)
  const [sending, setSending] = useState(false)

  useEffect(() => {
    document.title = 'Sign in · Cairn console'
    field.current?.focus()
  }, [])

  const signIn = async (event: Event): Promise<void> => {
    event.preventDefault()
    const secretKey = field.current?.value.trim() ?? ''
    if (sending) return
    if (secretKey === '') {
      reject('Paste the secret key first.')
      return
    }
    setSending(true)
    try {
      signedIn(await client.signIn(secretKey))
    } catch (reason) {
      const error = toRequestError(reason)
      reject(error.status === 401 ? 'This is no secret key of this server.' : error.message)
      setSending(false)
    }
  }
  const reject = (text: string): void => {
    setMessage(text)
    field.current?.focus()
  }

  return (
    <main class="narrow">
      <p class="shell-mark">
        <Mark />
        <span>Cairn</span>
      </p>
      <form class="panel sign-in" noValidate onSubmit={(event) => void signIn(event)}>
        <h1>Sign in to the console</h1>
        {expired && (
          <p class="note" role="status">
            Your session has ended. Sign in again and you are back where you were.
          </p>
        )}
        <div class="field">
          <label for="secret-key">Secret key</label>
          <input
            ref={field}
            id="secret-key"
            name="secret-key"
            type="password"
            autoComplete="current-password"
            spellcheck={false}
            aria-invalid={message !== null}
            aria-describedby={message === null ? 'secret-key-hint' : 'secret-key-error secret-key-hint'}
          />
          {message !== null && (
            <p id="secret-key-error" class="field-error" role="alert">
              {message}
            </p>
          )}
        </div>
        <button type="submit" class="button button-primary" aria-disabled={sending}>
          {sending ? 'Signing in …' : 'Sign in'}
        </button>
        <div id="secret-key-hint" class="sign-in-hint">
          <p>
            The key is what the server was given as <code>SECRET_KEY</code>. If it was given none, it made one on its
            first start and keeps it in the file <code>secret-key</code> of its data folder. Where that is, it says when
            it is ready. A key that somebody made for you works too, where it has the scope <code>read</code>.
          </p>
          <p>Whoever has it can read everything about your customers. Keep it as you keep a password.</p>
        </div>
      </form>
    </main>
  )
}
