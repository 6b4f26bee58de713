/** A tag or the text between two. */
export type HtmlPart =
  { kind: 'open' | 'close'; name: string; attributes: Record<string, string> } | { kind: 'text'; text: string }

const part = /<!--[^]*?-->|<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+/gi
const attribute = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Reads HTML as its tags and texts. It is for pages that this build has made: they are well formed. */
export function* scanHtml(html: string): Generator<HtmlPart> {
  for (const [whole, slash, name, attributes = ''] of html.matchAll(part)) {
    if (name !== undefined) {
      yield { kind: slash ? 'close' : 'open', name: name.toLowerCase(), attributes: readAttributes(attributes) }
    } else if (!whole.startsWith('<!--')) yield { kind: 'text', text: decodeEntities(whole) }
  }
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(text.matchAll(attribute), ([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decodeEntities(double ?? single ?? bare ?? ''),
    ]),
  )
}

function decodeEntities(text: string): string {
  return text.replace(/&(#?\w+);/g, (entity, name: string) => {
    const [, hex, decimal] = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name) ?? []
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    return entities[name] ?? entity
  })
}
