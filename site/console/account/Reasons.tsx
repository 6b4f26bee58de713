import { useId, useState } from 'preact/hooks'

/** Reasons that are shown at first: the ones that count most. */
const shownAtFirst = 3

interface ReasonsProps {
  title: string
  /** Sentences, those that count most first. */
  reasons: string[]
  /** What is said where there is none. */
  none: string
}

/** Why a score is as it is: the weightiest reasons, and the rest on demand. */
export const Reasons = ({ title, reasons, none }: ReasonsProps) => {
  const list = useId()
  const [all, setAll] = useState(false)
  return (
    <div class="reasons">
      <h3>{title}</h3>
      {reasons.length === 0 ? (
        <p class="muted">{none}</p>
      ) : (
        <ul id={list}>
          {(all ? reasons : reasons.slice(0, shownAtFirst)).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {reasons.length > shownAtFirst && (
        <button
          type="button"
          class="button button-small"
          aria-expanded={all}
          aria-controls={list}
          aria-label={all ? `Show less of “${title}”` : `Show all ${reasons.length} of “${title}”`}
          onClick={() => setAll(!all)}
        >
          {all ? 'Show less' : `Show all ${reasons.length}`}
        </button>
      )}
    </div>
  )
}
