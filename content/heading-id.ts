const mark = /\s*\{#([\w-]+)\}\s*$/

/** The name that a heading is written with, `Costs {#costs}`, by what it consists of; code says nothing of itself. */
export function headingIdOf(children: readonly { type: string; value?: unknown }[]): string | undefined {
  const last = children.at(-1)
  return last?.type === 'text' ? mark.exec(String(last.value))?.[1] : undefined
}

/** The words of a heading that is written with a name. */
export const withoutHeadingId = (text: string): string => text.replace(mark, '')
