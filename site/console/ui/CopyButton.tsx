import { useState } from 'preact/hooks'
import { useConsole } from '../state/console-context.ts'

/** Copies a text and says so. Where the browser has no clipboard for the page, the text can still be selected. */
export const CopyButton = ({ text, what }: { text: string; what: string }) => {
  const { announce } = useConsole()
  const [result, setResult] = useState<'Copied' | 'Select it to copy' | null>(null)

  const copy = async (): Promise<void> => {
    const copied = await write(text)
    setResult(copied ? 'Copied' : 'Select it to copy')
    announce(copied ? `${what} copied.` : `${what} could not be copied. Select it instead.`)
  }

  return (
    <button type="button" class="button button-small" aria-label={`Copy ${what}`} onClick={() => void copy()}>
      {result ?? 'Copy'}
    </button>
  )
}

const write = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
