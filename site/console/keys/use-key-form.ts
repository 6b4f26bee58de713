import { useEffect, useRef, useState } from 'preact/hooks'
import { useSend } from '../state/use-send.ts'
import { checkKeyForm, fieldErrorsOf } from './key-form.ts'
import type { FieldErrors, KeyValues } from './key-form.ts'

interface KeyFormOptions<Values extends KeyValues> {
  read: (form: FormData) => Values
  save: (values: Values) => Promise<void>
}

/** A form about a key: it shows what is wrong where it is wrong, and takes the person there. */
export const useKeyForm = <Values extends KeyValues>({ read, save }: KeyFormOptions<Values>) => {
  const form = useRef<HTMLFormElement>(null)
  const { sending, error, send, forget } = useSend()
  const [missing, setMissing] = useState<FieldErrors>({})
  const [sent, setSent] = useState<object>({})
  const fromApi = fieldErrorsOf(error, sent)

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input')?.focus()
  }, [missing, error])

  const submit = (event: Event): void => {
    event.preventDefault()
    if (!form.current) return
    const values = read(new FormData(form.current))
    const found = checkKeyForm(values)
    forget()
    setMissing(found)
    setSent(values)
    if (Object.keys(found).length === 0) void send(() => save(values))
  }

  return {
    props: { ref: form, onSubmit: submit, noValidate: true },
    sending,
    errors: { ...missing, ...fromApi },
    /** What is wrong where no field is. */
    problem: error && Object.keys(fromApi).length < Math.max(error.fields.length, 1) ? error.message : null,
  }
}
