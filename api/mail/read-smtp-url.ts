/** The mail server and how it is spoken to. */
export interface SmtpServer {
  host: string
  /** The usual one where it is not said. */
  port?: number
  /** Whether TLS comes first; else it follows where the server offers it. */
  secure: boolean
  auth?: { user: string; pass: string }
  /** Whether nothing is said before TLS. */
  requireTLS: boolean
  ignoreTLS: boolean
  /** What this machine calls itself. */
  name?: string
  tls: { rejectUnauthorized: boolean; servername?: string }
}

const options = ['requireTLS', 'ignoreTLS', 'name', 'tls.rejectUnauthorized', 'tls.servername']
const flags = ['true', 'false']
const isFlag = (option: string) => !['name', 'tls.servername'].includes(option)

/** What is wrong with SMTP_URL, as the end of a sentence that begins with its name; null where it can be used. */
export function judgeSmtpUrl(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    return 'must be a URL such as smtp://user:password@mail.example.com:587, or smtps:// where TLS comes first'
  }
  if (decoded(url.username) === null || decoded(url.password) === null) {
    return 'must have user and password percent-encoded, such as %40 for @'
  }
  for (const [option, said] of url.searchParams) {
    if (!options.includes(option)) return `may have the options ${options.join(', ')}, and no other`
    if (isFlag(option) && !flags.includes(said)) return `must have true or false for the option ${option}`
  }
  return null
}

/** Reads SMTP_URL, which `judgeSmtpUrl` found nothing wrong with. */
export function readSmtpUrl(value: string, isLoopback: (host: string) => boolean): SmtpServer {
  const url = new URL(value)
  const given = url.searchParams
  const [name, servername] = [given.get('name'), given.get('tls.servername')]
  const [user, pass] = [decoded(url.username) ?? '', decoded(url.password) ?? '']
  const secure = url.protocol === 'smtps:'
  const ignoreTLS = given.get('ignoreTLS') === 'true'
  // A password goes over a network only where nobody can listen, unless it was said that TLS is not wanted.
  const keepsSecret = user !== '' && !isLoopback(url.hostname) && !ignoreTLS
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    secure,
    ...(user === '' ? {} : { auth: { user, pass } }),
    requireTLS: !secure && (given.has('requireTLS') ? given.get('requireTLS') === 'true' : keepsSecret),
    ignoreTLS,
    ...(name === null ? {} : { name }),
    tls: {
      rejectUnauthorized: given.get('tls.rejectUnauthorized') !== 'false',
      ...(servername === null ? {} : { servername }),
    },
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
