import type { Group } from './list-operations.ts'
import type { Schemas } from './openapi.ts'
import { OperationSection } from './OperationSection.tsx'

interface ReferenceProps {
  groups: Group[]
  schemas: Schemas
  codes: Record<string, string>
  origin: string
}

/** Every operation, by what it is about. */
export const Reference = ({ groups, ...shared }: ReferenceProps) => (
  <>
    {groups.map(({ id, title, operations }) => (
      <section key={id} aria-labelledby={id}>
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {operations.map((operation) => (
          <OperationSection key={operation.id} operation={operation} {...shared} />
        ))}
      </section>
    ))}
  </>
)
