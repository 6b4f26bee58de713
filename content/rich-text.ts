/** Words that look the same. */
export interface Run {
  text: string
  mark?: 'strong' | 'em' | 'code' | undefined
  /** Where they lead. */
  href?: string | undefined
}

/** A paragraph, or an item of a list. */
export interface Block {
  kind: 'paragraph' | 'item'
  runs: Run[]
}

const inline = /\*\*(?<strong>[^*]+)\*\*|\*(?<em>[^*]+)\*|`(?<code>[^`]+)`|\[(?<link>[^\]]+)\]\((?<href>[^)\s]+)\)/g
const safe = /^(https?:\/\/|mailto:|tel:|#|\/(?!\/))/

/**
 * Reads the little Markdown of tours and announcements: bold, italic, code, links, lists and paragraphs. What comes out
 * is words, never markup, so that no browser has to trust it.
 */
export function parseRichText(text: string): Block[] {
  const blocks: Block[] = []
  let isOpen = false
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    const item = /^[-*] +(.*)$/.exec(line)?.[1]
    if (line === '') isOpen = false
    else if (item !== undefined) blocks.push({ kind: 'item', runs: parseRuns(item) })
    // A line that goes on.
    else if (isOpen) blocks.at(-1)?.runs.push({ text: ' ' }, ...parseRuns(line))
    else blocks.push({ kind: 'paragraph', runs: parseRuns(line) })
    if (line !== '') isOpen = true
  }
  return blocks
}

/** Whether a link may have this address. */
export const isSafeAddress = (href: string) => safe.test(href)

/** Addresses in a text that a link may not have, such as `javascript:`; they are shown as they are written. */
export function unsafeLinks(text: string): string[] {
  return [...text.matchAll(inline)].flatMap(({ groups }) => {
    const href = groups?.['href']
    return href === undefined || safe.test(href) ? [] : [href]
  })
}

function parseRuns(text: string): Run[] {
  const runs: Run[] = []
  let end = 0
  for (const match of text.matchAll(inline)) {
    const { strong, em, code, link, href } = match.groups ?? {}
    if (match.index > end) runs.push({ text: text.slice(end, match.index) })
    end = match.index + match[0].length
    if (strong !== undefined) runs.push({ text: strong, mark: 'strong' })
    else if (em !== undefined) runs.push({ text: em, mark: 'em' })
    else if (code !== undefined) runs.push({ text: code, mark: 'code' })
    else runs.push(href !== undefined && safe.test(href) ? { text: link ?? '', href } : { text: match[0] })
  }
  if (end < text.length) runs.push({ text: text.slice(end) })
  return runs
}
