import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { isAddressOrRange } from './http/client-address.ts'
import { isFreePrefix, ownNames } from './http/path-under.ts'
import { keyShape } from './keys/key-value.ts'
import { readMailbox, type Mailbox } from './mail/read-mailbox.ts'
import { judgeSmtpUrl, readSmtpUrl, type SmtpServer } from './mail/read-smtp-url.ts'

/** A variable that is empty is not given. */
const unlessEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())
const optional = unlessEmpty(z.string())
const url = (schemes: string[], remedy: string) =>
  optional.refine(
    (value) => value === undefined || (URL.canParse(value) && schemes.includes(new URL(value).protocol)),
    remedy,
  )
const upTo = (max: number) => {
  const remedy = `must be a whole number from 0 to ${max}`
  return z.coerce.number({ error: remedy }).int(remedy).min(0, remedy).max(max, remedy)
}
const wholeNumber = (fallback: number, max: number) =>
  z.preprocess((value) => (value === '' || value === undefined ? fallback : value), upTo(max))
const list = (isRight: (item: string) => boolean, remedy: string) =>
  z.preprocess(
    (value) =>
      String(value ?? '')
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    z.array(z.string().refine(isRight, remedy)),
  )
const key = (prefix: string) =>
  optional.refine(
    (value) => value === undefined || keyShape.test(value),
    `must have 16 to 200 letters, digits, dots, dashes or underscores (such as ${prefix}…)`,
  )

const smtpUrl = optional.superRefine((value, { addIssue }) => {
  const message = value === undefined ? null : judgeSmtpUrl(value)
  if (message !== null) addIssue({ code: 'custom', message })
})
const mailbox = (example: string) =>
  optional.refine(
    (value) => value === undefined || readMailbox(value) !== null,
    `must be an address such as ${example}`,
  )

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host)

const serverSchemes = ['http:', 'https:', 'libsql:']

const Environment = z.object({
  PORT: wholeNumber(3000, 65_535),
  HOST: z.preprocess((value) => value || '127.0.0.1', z.string()),
  PUBLIC_URL: url(['http:', 'https:'], 'must be an http(s) URL such as https://help.example.com').refine(
    (value) => value === undefined || !URL.canParse(value) || /^\/+$/.test(new URL(value).pathname),
    'must have no path: the help center is at the root of its address',
  ),
  PATH_PREFIX: optional
    .refine(
      (value) => value === undefined || /^(\/(?!\.+(\/|$))[\w.~-]+)+$/.test(value),
      'must be a path such as /journey, without a slash at its end',
    )
    .refine(
      (value) => value === undefined || isFreePrefix(value),
      `must begin with a name that Cairn does not have itself, such as /journey, and not with /${ownNames.join(', /')}`,
    ),
  DATA_DIR: z.preprocess((value) => value || './data', z.string()),
  DATABASE_URL: url(
    ['file:', ...serverSchemes],
    'must be a file:, http(s):// or libsql:// URL, or empty for a file in DATA_DIR',
  ),
  DATABASE_REPLICA_URL: url(
    serverSchemes,
    'must be an http(s):// or libsql:// URL, or empty where there is no replica',
  ),
  DATABASE_AUTH_TOKEN: optional,
  WRITE_KEY: key('pk_'),
  SECRET_KEY: key('sk_'),
  IDENTITY_SECRET: optional.refine(
    (value) => value === undefined || value.length >= 16,
    'must have at least 16 characters',
  ),
  VERIFY_ACCOUNTS: unlessEmpty(z.enum(['true', 'false'], 'must be true, or empty where no account is verified')),
  ALLOWED_ORIGINS: list(
    (origin) => URL.canParse(origin) && new URL(origin).origin === origin,
    'must be origins such as https://app.example.com, separated by commas, without a path',
  ),
  RATE_LIMIT: wholeNumber(5000, 10_000_000),
  RATE_LIMIT_IP: unlessEmpty(upTo(10_000_000)),
  TRUSTED_PROXIES: list(isAddressOrRange, 'must be IP addresses, or ranges such as 10.0.0.0/8, separated by commas'),
  SMTP_URL: smtpUrl,
  MAIL_FROM: mailbox('Roadbook <help@example.com>'),
  SUPPORT_EMAIL: mailbox('support@example.com'),
  RETENTION_DAYS: wholeNumber(0, 36_500),
  REJECTED_DAYS: wholeNumber(30, 36_500),
  AUDIT_DAYS: wholeNumber(400, 36_500),
  DEMO: unlessEmpty(z.enum(['on', 'off'], 'must be on or off')),
  LOG_LEVEL: z.preprocess(
    (value) => value || 'info',
    z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent'),
  ),
})

/** Variables whose values no message repeats. */
const secrets = new Set([
  'DATABASE_URL',
  'DATABASE_REPLICA_URL',
  'DATABASE_AUTH_TOKEN',
  'WRITE_KEY',
  'SECRET_KEY',
  'IDENTITY_SECRET',
  'SMTP_URL',
])

/** What it takes to send mail. */
export interface MailSettings {
  server: SmtpServer
  from: Mailbox
  /** Where the support team reads its mail; undefined where it is not told of requests. */
  team: Mailbox | undefined
  /** What links in mail begin with, without a slash at the end. */
  publicUrl: string
}

/** What the environment settles, checked and with its defaults. */
export interface Settings {
  port: number
  host: string
  /** Without a slash at its end; undefined where the server is reached under any name. */
  publicUrl: string | undefined
  /** Where pages find the API and the SDK as well, such as `/journey`. */
  pathPrefix: string | undefined
  dataDir: string
  databaseUrl: string
  databaseAuthToken: string | undefined
  /** Where reads that may lag go; undefined for the database itself. */
  databaseReplicaUrl: string | undefined
  writeKey: string | undefined
  secretKey: string | undefined
  identitySecret: string | undefined
  /** Whether a browser has to prove also the account that it names. */
  verifyAccounts: boolean
  allowedOrigins: string[]
  /** Messages a second and key, and as many other requests; 0 is no limit. */
  rateLimit: number
  /** The same of one IP address (of a /64 in IPv6). */
  rateLimitIp: number
  /** Addresses and ranges of proxies whose word about who called them is believed. */
  trustedProxies: string[]
  /** How mail is sent; undefined where none is. */
  mail: MailSettings | undefined
  /** Days that facts are kept; 0 is for ever. */
  retentionDays: number
  /** Days that rejected messages are kept; 0 is for ever. */
  rejectedDays: number
  /** Days that the audit log is kept; 0 is for ever. */
  auditDays: number
  /** Whether the demo product is served: whoever opens it writes into this database. */
  demo: boolean
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Thrown where the environment cannot be used: a sentence for each variable that is wrong. */
export class SettingsError extends Error {}

/** A relative file as the absolute one that everybody reads it as. */
const toWholeUrl = (url: string): string => (/^file:(?!\/)/.test(url) ? pathToFileURL(url.slice(5)).href : url)

/** @throws SettingsError where some of what sending mail takes is given, and some is not. */
function readMail(values: z.output<typeof Environment>, publicUrl: string | undefined): MailSettings | undefined {
  const { SMTP_URL: smtp, MAIL_FROM: from, SUPPORT_EMAIL: team } = values
  if (smtp === undefined) {
    const given = from !== undefined ? 'MAIL_FROM' : team !== undefined ? 'SUPPORT_EMAIL' : undefined
    if (given === undefined) return undefined
    throw new SettingsError(`${given} needs an SMTP_URL: the server that mail is sent by.`)
  }
  const sender = from === undefined ? null : readMailbox(from)
  if (!sender) throw new SettingsError('SMTP_URL needs a MAIL_FROM: the address that mail is from.')
  if (!publicUrl) throw new SettingsError('SMTP_URL needs a PUBLIC_URL: links in mail begin with it.')
  return {
    server: readSmtpUrl(smtp, isLoopback),
    from: sender,
    team: (team === undefined ? null : readMailbox(team)) ?? undefined,
    publicUrl,
  }
}

/**
 * Reads the settings from environment variables.
 *
 * @throws SettingsError that names each bad variable and what it must be.
 * @example
 * ```ts
 * const settings = readSettings(process.env)
 * ```
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0])
      return secrets.has(name)
        ? `${name} ${issue.message}.`
        : `${name} ${issue.message}; it is "${String(environment[name])}".`
    })
    throw new SettingsError([...new Set(sentences)].join('\n'))
  }
  const values = parsed.data
  if (values.DATABASE_REPLICA_URL && (values.DATABASE_URL ?? 'file:').startsWith('file:')) {
    throw new SettingsError('DATABASE_REPLICA_URL needs a DATABASE_URL: the server that it is a replica of.')
  }
  const verifyAccounts = values.VERIFY_ACCOUNTS === 'true'
  if (verifyAccounts && !values.IDENTITY_SECRET) {
    throw new SettingsError('VERIFY_ACCOUNTS needs an IDENTITY_SECRET: accounts are proven by hashes made with it.')
  }
  const dataDir = resolve(values.DATA_DIR)
  const publicUrl = values.PUBLIC_URL?.replace(/\/+$/, '')
  const isForOthers =
    !isLoopback(values.HOST) ||
    (publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname)) ||
    values.TRUSTED_PROXIES.length > 0
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl,
    pathPrefix: values.PATH_PREFIX,
    dataDir,
    databaseUrl: toWholeUrl(values.DATABASE_URL ?? pathToFileURL(join(dataDir, 'cairn.db')).href),
    databaseAuthToken: values.DATABASE_AUTH_TOKEN,
    databaseReplicaUrl: values.DATABASE_REPLICA_URL,
    writeKey: values.WRITE_KEY,
    secretKey: values.SECRET_KEY,
    identitySecret: values.IDENTITY_SECRET,
    verifyAccounts,
    allowedOrigins: values.ALLOWED_ORIGINS,
    rateLimit: values.RATE_LIMIT,
    // An office behind one address may send a good part of what its key may; nobody alone can use that up.
    rateLimitIp: values.RATE_LIMIT_IP ?? Math.ceil(values.RATE_LIMIT / 5),
    trustedProxies: values.TRUSTED_PROXIES,
    mail: readMail(values, publicUrl),
    retentionDays: values.RETENTION_DAYS,
    rejectedDays: values.REJECTED_DAYS,
    auditDays: values.AUDIT_DAYS,
    demo: values.DEMO ? values.DEMO === 'on' : !isForOthers,
    logLevel: values.LOG_LEVEL,
  }
}
