interface ProblemProps {
  /** Null where nothing went wrong. */
  text: string | null
}

/** What went wrong with something that was asked for, said as soon as it is known. */
export const Problem = ({ text }: ProblemProps) =>
  text !== null && (
    <p class="field-error" role="alert">
      {text}
    </p>
  )
