import { Field } from './Field.tsx'

interface TextFieldProps {
  name: string
  label: string
  value: string
  type?: 'text' | 'email' | 'number' | 'date' | 'time'
  hint?: string
  error?: string | undefined
  autocomplete?: string
  class?: string
  step?: string
  min?: string
}

/** One line of text, filled in with a value to start from. */
export function TextField({ label, hint, error, class: className, value, type = 'text', ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} class={className}>
      {(control) => <input {...control} {...input} type={type} defaultValue={value} />}
    </Field>
  )
}
