import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** What is wrong, in a sentence, by the name of the field. */
export type FieldErrors = Record<string, string>

interface FormOptions {
  /** Says what is wrong; an empty record lets the form pass. */
  check?: (values: FormData) => FieldErrors
  /** Does what the form is for. */
  submit: (values: FormData) => void
  /** The form goes back to what it starts from when this changes: how many there are of what it makes, say. */
  resetOn?: number
}

/** A form that checks itself when it is sent, and takes the person to the first field that needs them. */
export function useForm({ check, submit, resetOn }: FormOptions) {
  const ref = useRef<HTMLFormElement>(null)
  const [errors, setErrors] = useState<FieldErrors>({})
  useEffect(() => ref.current?.reset(), [resetOn])

  function onSubmit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const values = new FormData(form)
    const found = check?.(values) ?? {}
    setErrors(found)
    const first = Object.keys(found)[0]
    if (first === undefined) submit(values)
    else form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
  }

  /** Writes a value into a field, and leaves the person there. */
  function fill(name: string, value: string): void {
    const field = ref.current?.elements.namedItem(name)
    if (!(field instanceof HTMLInputElement)) return
    field.value = value
    field.focus()
  }
  return { errors, fill, props: { ref, onSubmit, noValidate: true } }
}

/** The trimmed text of a field. */
export function textOf(values: FormData, name: string): string {
  const value = values.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** The value of a field that offers the keys of a record; the first of them where it is none. */
export function choiceOf<Key extends string>(values: FormData, name: string, choices: Record<Key, unknown>): Key {
  const keys = Object.keys(choices) as [Key, ...Key[]]
  return keys.find((key) => key === values.get(name)) ?? keys[0]
}

/** What is wrong with texts that must be there, by the name of the field. */
export function missing(values: FormData, sentences: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(sentences).filter(([name]) => textOf(values, name) === ''))
}
