import { nestedIn, rulesOf, typeOf } from './describe-schema.ts'
import { refName, resolve } from './openapi.ts'
import type { Schema, Schemas } from './openapi.ts'
import { Prose } from './Prose.tsx'

interface FieldProps {
  name: string
  schema: Schema
  /** Said where it is not what one expects: a field of a request may be left out, one of an answer is there. */
  note?: 'required' | 'may be absent' | undefined
  description?: string | undefined
  schemas: Schemas
  /** Names of the components around it, so that one that contains itself ends. */
  within?: readonly string[]
  /** Whether it is of an answer. */
  answer?: boolean
}

/** One field: its name, what it may be, and what is inside it. */
export const Field = ({ name, schema, note, description, schemas, within = [], answer = false }: FieldProps) => {
  const given = resolve(schema, schemas)
  const rules = rulesOf(given)
  const values = valuesOf(given)
  const text = description ?? given.description
  return (
    <li class="field">
      <p class="field-head">
        <code class="field-name">{name}</code> <span class="field-type">{typeOf(schema, schemas)}</span>{' '}
        {note && <span class="field-note">{note}</span>}
      </p>
      {text && (
        <p>
          <Prose text={text} />
        </p>
      )}
      {rules.length > 0 && <p class="field-rules">{rules.join(' · ')}</p>}
      {values.length > 0 && (
        <p class="field-rules">
          One of{' '}
          {values.map((value, place) => (
            <>
              {place > 0 && ', '}
              <code>{String(value)}</code>
            </>
          ))}
        </p>
      )}
      <NestedFields schema={schema} schemas={schemas} within={within} answer={answer} of={name} />
    </li>
  )
}

const valuesOf = (schema: Schema): unknown[] =>
  schema.enum ?? schema.items?.enum ?? (schema.const === undefined ? [] : [schema.const])

interface SchemaFieldsProps {
  schema: Schema
  schemas: Schemas
  within?: readonly string[]
  /** Whether it is the body of an answer. */
  answer?: boolean
}

/** The fields of a body. One that is no object of its own is described by its type, its kinds fold. */
export const SchemaFields = ({ schema, schemas, within = [], answer = false }: SchemaFieldsProps) => {
  const given = resolve(schema, schemas)
  const { properties } = given
  const name = refName(schema)
  const inside = name === null ? within : [...within, name]
  if (!properties) {
    return (
      <>
        <p class="field-rules">A {typeOf(schema, schemas)}</p>
        <NestedFields schema={schema} schemas={schemas} within={within} answer={answer} of="the body" />
      </>
    )
  }
  return (
    <ul class="fields" role="list">
      {Object.entries(properties).map(([field, value]) => (
        <Field
          key={field}
          name={field}
          schema={value}
          note={noteOn(given.required?.includes(field) ?? false, answer)}
          schemas={schemas}
          within={inside}
          answer={answer}
        />
      ))}
    </ul>
  )
}

const noteOn = (required: boolean, answer: boolean): FieldProps['note'] => {
  if (answer) return required ? undefined : 'may be absent'
  return required ? 'required' : undefined
}

interface NestedFieldsProps extends SchemaFieldsProps {
  /** Whose fields they are, for those who do not see where they stand. */
  of: string
}

const NestedFields = ({ schema, schemas, within = [], answer = false, of }: NestedFieldsProps) => {
  const name = refName(schema) ?? (schema.items ? refName(schema.items) : null)
  if (name !== null && within.includes(name)) return <p class="field-rules">Again a {name}, as above.</p>
  const inside = name === null ? within : [...within, name]
  return (
    <>
      {nestedIn(schema, schemas).map(({ title, schema: nested }, place) => (
        <details key={place} class="fold">
          <summary>
            {title} <span class="visually-hidden">of {of}</span>
          </summary>
          <SchemaFields schema={nested} schemas={schemas} within={inside} answer={answer} />
        </details>
      ))}
    </>
  )
}
