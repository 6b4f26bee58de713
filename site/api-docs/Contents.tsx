import type { Group } from './list-operations.ts'

/** Links to every operation. */
export const Contents = ({ groups }: { groups: Group[] }) => (
  <>
    {groups.map(({ id, title, operations }) => (
      <li key={id}>
        <a href={`#${id}`}>{title}</a>
        <ul role="list">
          {operations.map((operation) => (
            <li key={operation.id}>
              <a href={`#${operation.id}`}>
                <span class={`method method-${operation.method}`}>{operation.method.toUpperCase()}</span>
                <span>{operation.path.replace('/v1', '').replaceAll(/\{(\w+)\}/g, ':$1')}</span>
              </a>
            </li>
          ))}
        </ul>
      </li>
    ))}
  </>
)
