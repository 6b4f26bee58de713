import { useId } from 'preact/hooks'

interface ChoiceGroupProps {
  name: string
  legend: string
  /** One of them, or any number. */
  type: 'radio' | 'checkbox'
  choices: Record<string, string>
  chosen: readonly string[]
  hint?: string
  error?: string | undefined
  /** Shows each choice as the colour of its name. */
  swatch?: boolean
}

/** Choices that are all in view, as a group with a name. */
export function ChoiceGroup({ name, legend, type, choices, chosen, hint, error, swatch }: ChoiceGroupProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset class="field choices" aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="choice-list">
        {Object.entries(choices).map(([value, text]) => (
          <label class="choice" key={value}>
            <input type={type} name={name} value={value} defaultChecked={chosen.includes(value)} />
            {swatch && <span class={`swatch swatch-${value}`} aria-hidden="true" />}
            {text}
          </label>
        ))}
      </div>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
