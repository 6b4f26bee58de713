import type { ComponentChildren } from 'preact'

interface RowsProps {
  caption: string
  columns: { title: string; class?: string }[]
  children: ComponentChildren
}

/**
 * A list as a table, on a phone as cards. The roles are spelled out because
 * browsers forget what a table is once its rows are laid out as blocks.
 */
export const Rows = ({ caption, columns, children }: RowsProps) => (
  <table class="panel rows" role="table">
    <caption class="visually-hidden">{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ title, class: className }) => (
          <th key={title} role="columnheader" scope="col" class={className}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">{children}</tbody>
  </table>
)

interface CellProps {
  /** The title of its column, which a card repeats. */
  title: string
  class?: string
  children: ComponentChildren
}

/** A cell of such a list. */
export const Cell = ({ title, class: className, children }: CellProps) => (
  <td role="cell" data-title={title} class={className}>
    {children}
  </td>
)
