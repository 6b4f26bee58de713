/** A mail as its reader gets it. */
export interface ReadMail {
  /** As they stand in the mail, by their names in lower case. */
  rawHeaders: Map<string, string>
  /** The same with their words decoded. */
  headers: Map<string, string>
  /** Its texts, by their type. */
  parts: Map<string, string>
}

const decodeQuoted = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    'latin1',
  )

/** Words of a header such as `=?UTF-8?Q?caf=C3=A9?=`. */
function decodeHeader(text: string): string {
  const joined = text.replace(/(=\?utf-8\?([qb])\?[^?]*\?=)\s+(?==\?utf-8\?\2\?)/gi, '$1')
  return joined.replace(/\?=(?==\?utf-8\?)/gi, '?=').replace(/(=\?utf-8\?([qb])\?[^?]*\?=)+/gi, (words) => {
    const bytes = [...words.matchAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi)].map(([, kind, word = '']) =>
      kind?.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : decodeQuoted(word.replaceAll('_', ' ')),
    )
    return Buffer.concat(bytes).toString('utf8')
  })
}

function readHeaders(head: string): Map<string, string> {
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
}

/** Reads a mail of one text or several alternatives. */
export function readMime(raw: string): ReadMail {
  const split = (text: string) => {
    const end = text.indexOf('\r\n\r\n')
    return [readHeaders(text.slice(0, end)), text.slice(end + 4)] as const
  }
  const [rawHeaders, body] = split(raw)
  const boundary = /boundary="([^"]+)"/.exec(rawHeaders.get('content-type') ?? '')?.[1]
  const pieces = boundary === undefined ? [raw] : body.split(`--${boundary}`).slice(1, -1)
  const parts = pieces.map((piece) => {
    const [headers, text] = split(piece.replace(/^\r\n/, ''))
    const encoding = headers.get('content-transfer-encoding')
    const bytes =
      encoding === 'quoted-printable'
        ? decodeQuoted(text)
        : Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8')
    return [headers.get('content-type')?.split(';')[0] ?? '', bytes.toString('utf8').replaceAll('\r\n', '\n')] as const
  })
  const headers = new Map([...rawHeaders].map(([name, value]) => [name, decodeHeader(value)]))
  return { rawHeaders, headers, parts: new Map(parts) }
}
