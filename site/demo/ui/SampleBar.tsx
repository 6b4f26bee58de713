import { Snippet } from './Snippet.tsx'

/** Says that this is no real product, and leads to the parts of Cairn around it. */
export function SampleBar() {
  return (
    <aside class="sample-bar" aria-label="About this sample">
      <p>
        <strong>Sample product.</strong> <span class="wide">Roadbook shows Cairn at work in somebody’s app.</span>
      </p>
      <nav aria-label="Cairn">
        <a class="bar-link" href="/">
          Help center
        </a>
        <a class="bar-link" href="/console/">
          Console
        </a>
        <Snippet />
      </nav>
    </aside>
  )
}
