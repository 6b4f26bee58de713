import { Field } from './Field.tsx'

interface SelectFieldProps {
  name: string
  label: string
  /** The words of each choice, by its value. */
  choices: Record<string, string>
  value?: string
  hint?: string
  error?: string | undefined
  class?: string
}

/** One of several choices. */
export function SelectField({ name, label, choices, value, hint, error, class: className }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} class={className}>
      {(control) => (
        <select {...control} name={name}>
          {Object.entries(choices).map(([key, text]) => (
            <option key={key} value={key} {...startsSelected(key === value)}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** What a reset of the form comes back to. Preact sets the property, its types do not name it. */
function startsSelected(selected: boolean): { defaultSelected: boolean } {
  return { defaultSelected: selected }
}
