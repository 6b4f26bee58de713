import { useRef } from 'preact/hooks'

/** Shows the one tag that brings Cairn into Roadbook, and the calls that go with it. */
export function Snippet() {
  const dialog = useRef<HTMLDialogElement>(null)
  const key = document.querySelector<HTMLScriptElement>('script[data-key]')?.dataset.key ?? 'pk_…'
  return (
    <>
      <button type="button" class="bar-link" onClick={() => dialog.current?.showModal()}>
        How it is embedded
      </button>
      <dialog ref={dialog} class="snippet" aria-labelledby="snippet-title">
        <h2 id="snippet-title">How Cairn is embedded here</h2>
        <p>One tag in the page brings the checklist, the celebrations and the surveys:</p>
        <pre tabIndex={0}>
          <code>{`<script async src="/sdk/cairn.js" data-key="${key}"></script>`}</code>
        </pre>
        <p>Roadbook then says who is here, and what they do. Calls wait in a queue until the script has loaded:</p>
        <pre tabIndex={0}>
          <code>{calls}</code>
        </pre>
        <form method="dialog">
          <button class="primary">Close</button>
        </form>
      </dialog>
    </>
  )
}

const calls = `window.cairn = window.cairn || []
cairn.push(['identify', 'mia_k3f9', { name: 'Mia Keller' }])
cairn.push(['group', 'school_k3f9', { segment: 'school' }])
cairn.push(['track', 'lesson_booked', { minutes: 50 }])`
