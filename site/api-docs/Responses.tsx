import type { OperationObject, Schemas } from './openapi.ts'
import { SchemaFields } from './SchemaFields.tsx'

interface ResponsesProps {
  responses: OperationObject['responses']
  schemas: Schemas
  /** Code of each error by its status. */
  codes: Record<string, string>
}

/** What an operation answers: its result unfolds, its errors lead to the table of errors. */
export const Responses = ({ responses, schemas, codes }: ResponsesProps) => {
  const all = Object.entries(responses)
  const errors = all.filter(([status]) => Number(status) >= 400)
  return (
    <>
      {all
        .filter(([status]) => Number(status) < 400)
        .map(([status, { description, content }]) => {
          const schema = content?.['application/json']?.schema
          const line = (
            <>
              <span class="status">{status}</span> {description}
            </>
          )
          if (!schema) return <p key={status}>{line}</p>
          return (
            <details key={status} class="fold">
              <summary>{line}</summary>
              <SchemaFields schema={schema} schemas={schemas} answer />
            </details>
          )
        })}
      {errors.length > 0 && (
        <p class="errors">
          Errors:{' '}
          {errors.map(([status, { description }], place) => (
            <>
              {place > 0 && ', '}
              <a href={`#${codes[status] ?? 'errors'}`} title={description}>
                {status} <code>{codes[status]}</code>
              </a>
            </>
          ))}
        </p>
      )}
    </>
  )
}
