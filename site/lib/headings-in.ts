import { withoutHeadingId } from '../../content/heading-id.ts'

/** Texts of the headings in a Markdown body; lines inside code fences are not headings. */
export function headingsIn(markdown: string): string[] {
  const headings: string[] = []
  let fence: string | undefined
  for (const line of markdown.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined) {
      if (fence === undefined) fence = mark
      else if (mark.startsWith(fence)) fence = undefined
    } else if (fence === undefined) {
      const text = /^ {0,3}#{1,6}\s+(.+?)\s*#*\s*$/.exec(line)?.[1]
      if (text !== undefined) headings.push(withoutHeadingId(text))
    }
  }
  return headings
}
