import type { Operation } from './list-operations.ts'
import { resolve } from './openapi.ts'
import type { Schemas } from './openapi.ts'
import { Prose } from './Prose.tsx'
import { Responses } from './Responses.tsx'
import { Field, SchemaFields } from './SchemaFields.tsx'
import { whoMayCall } from './who-may-call.ts'
import { writeCurl } from './write-curl.ts'

interface OperationSectionProps {
  operation: Operation
  schemas: Schemas
  codes: Record<string, string>
  origin: string
}

const parameterPlaces = [
  { place: 'path', title: 'In the path' },
  { place: 'query', title: 'In the query' },
]

/** One operation, with everything that is needed to call it. */
export const OperationSection = ({ operation, schemas, codes, origin }: OperationSectionProps) => {
  const { id, method, path, summary, description, parameters = [], requestBody, responses } = operation
  const body = requestBody?.content['application/json']?.schema
  const about = body && resolve(body, schemas).description
  return (
    <section class="operation" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        <a href={`#${id}`}>{summary ?? `${method.toUpperCase()} ${path}`}</a>
      </h3>
      <p class="address">
        <span class={`method method-${method}`}>{method.toUpperCase()}</span> <code>{path}</code>
        <span class="caller">{whoMayCall(operation)}</span>
      </p>
      {description && (
        <p>
          <Prose text={description} />
        </p>
      )}

      {parameterPlaces.map(({ place, title }) => {
        const own = parameters.filter((parameter) => parameter.in === place)
        if (own.length === 0) return null
        return (
          <div key={place} class="part">
            <h4>{title}</h4>
            <ul class="fields" role="list">
              {own.map(({ name, required = false, schema = {}, description: text }) => (
                <Field
                  key={name}
                  name={name}
                  schema={schema}
                  note={required ? 'required' : undefined}
                  description={text}
                  schemas={schemas}
                />
              ))}
            </ul>
          </div>
        )
      })}
      {body && (
        <div class="part">
          <h4>Body</h4>
          {about && (
            <p>
              <Prose text={about} />
            </p>
          )}
          <SchemaFields schema={body} schemas={schemas} />
        </div>
      )}
      <div class="part">
        <h4>Answer</h4>
        <Responses responses={responses} schemas={schemas} codes={codes} />
      </div>
      <div class="part">
        <h4>Example</h4>
        <pre>
          <code>{writeCurl(operation, { origin, schemas })}</code>
        </pre>
      </div>
    </section>
  )
}
