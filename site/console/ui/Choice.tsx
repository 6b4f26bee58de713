interface ChoiceProps {
  id: string
  label: string
  /** The words of the choice that filters nothing, where there is one. */
  any?: string
  value: string
  options: [value: string, title: string][]
  choose: (value: string) => void
  /** True for the one at the end, which has the most words to show. */
  last?: boolean
}

/** A field with some choices; a value that is none of them is one more. */
export const Choice = ({ id, label, any, value, options, choose, last = false }: ChoiceProps) => {
  const known = value === '' || options.some(([option]) => option === value)
  return (
    <div class={last ? 'field filter-last' : 'field'}>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {!known && <option value={value}>{value}</option>}
        {options.map(([option, title]) => (
          <option key={option} value={option}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}
