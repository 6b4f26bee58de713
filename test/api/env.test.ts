import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { readSettings } from '../../api/env.ts'

test('an empty environment has the defaults of the contract', () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: undefined,
    dataDir: resolve('data'),
    databaseUrl: pathToFileURL('data/cairn.db').href,
    allowedOrigins: [],
    rateLimit: 5000,
    retentionDays: 0,
    rejectedDays: 30,
    logLevel: 'info',
  })
})

test('a variable that is set to nothing counts as not set', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '', IDENTITY_SECRET: '' })).toMatchObject({
    port: 3000,
    identitySecret: undefined,
  })
})

test.each([
  [{ DATABASE_URL: 'file:facts.db' }, 'facts.db'],
  [{ DATA_DIR: '100% #1?' }, '100% #1?/cairn.db'],
  [{ DATA_DIR: 'a%20b' }, 'a%20b/cairn.db'],
])('%j is one file to whoever opens it', (environment, path) => {
  expect(fileURLToPath(readSettings(environment).databaseUrl)).toBe(resolve(path))
})

test.each([
  ['PORT', 'eighty', 'PORT must be a whole number from 0 to 65535; it is "eighty".'],
  ['PORT', '70000', 'PORT must be a whole number'],
  ['RATE_LIMIT', '-1', 'RATE_LIMIT must be a whole number'],
  ['RATE_LIMIT_IP', '1.5', 'RATE_LIMIT_IP must be a whole number'],
  ['TRUSTED_PROXIES', '10.0.0.0/33', 'TRUSTED_PROXIES must be IP addresses, or ranges'],
  ['TRUSTED_PROXIES', '10.0.0.1, proxy.internal', 'TRUSTED_PROXIES must be IP addresses, or ranges'],
  ['PUBLIC_URL', 'help.example.com', 'PUBLIC_URL must be an http(s) URL such as https://help.example.com'],
  ['DATABASE_URL', 'postgres://x/y', 'DATABASE_URL must be a file:, http(s):// or libsql:// URL'],
  ['DATABASE_URL', 'wss://db.example.com', 'DATABASE_URL must be a file:, http(s):// or libsql:// URL'],
  ['DATABASE_REPLICA_URL', 'file:replica.db', 'DATABASE_REPLICA_URL must be an http(s):// or libsql:// URL'],
  ['DATABASE_REPLICA_URL', 'http://replica.internal:8080', 'DATABASE_REPLICA_URL needs a DATABASE_URL'],
  ['ALLOWED_ORIGINS', 'https://a.example.com/path', 'ALLOWED_ORIGINS must be origins'],
  ['IDENTITY_SECRET', 'short', 'IDENTITY_SECRET must have at least 16 characters'],
  ['VERIFY_ACCOUNTS', 'yes', 'VERIFY_ACCOUNTS must be true, or empty where no account is verified; it is "yes".'],
  ['VERIFY_ACCOUNTS', 'true', 'VERIFY_ACCOUNTS needs an IDENTITY_SECRET: accounts are proven by hashes made with it.'],
  ['SECRET_KEY', 'short', 'SECRET_KEY must have 16 to 200'],
  [
    'PUBLIC_URL',
    'https://example.com/help',
    'PUBLIC_URL must have no path: the help center is at the root of its address',
  ],
  ['PATH_PREFIX', 'journey/', 'PATH_PREFIX must be a path such as /journey'],
  ['PATH_PREFIX', '/..', 'PATH_PREFIX must be a path such as /journey'],
  ['PATH_PREFIX', '/v1', 'PATH_PREFIX must begin with a name that Cairn does not have itself, such as /journey'],
  ['PATH_PREFIX', '/console/a', 'PATH_PREFIX must begin with a name that Cairn does not have itself'],
  ['SMTP_URL', 'mail.example.com', 'SMTP_URL must be a URL such as smtp://user:password@mail.example.com:587'],
  ['SMTP_URL', 'https://mail.example.com', 'SMTP_URL must be a URL such as smtp://'],
  ['SMTP_URL', 'smtp://a:100%@mail.example.com', 'SMTP_URL must have user and password percent-encoded'],
  ['SMTP_URL', 'smtp://mail.example.com?debug=true', 'SMTP_URL may have the options requireTLS, ignoreTLS, name'],
  ['SMTP_URL', 'smtp://mail.example.com?requireTLS=yes', 'SMTP_URL must have true or false for the option requireTLS'],
  ['SMTP_URL', 'smtp://mail.example.com', 'SMTP_URL needs a MAIL_FROM: the address that mail is from.'],
  ['MAIL_FROM', 'help@example.com', 'MAIL_FROM needs an SMTP_URL: the server that mail is sent by.'],
  ['MAIL_FROM', 'Help\nBcc: a@b.example <help@example.com>', 'MAIL_FROM must be an address such as Roadbook <help@'],
  ['SUPPORT_EMAIL', 'support', 'SUPPORT_EMAIL must be an address such as support@example.com; it is "support".'],
  ['SUPPORT_EMAIL', 'support@example.com', 'SUPPORT_EMAIL needs an SMTP_URL'],
  ['DEMO', 'yes', 'DEMO must be on or off; it is "yes".'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be debug, info'],
])('%s=%s stops the start with a sentence', (name, value, sentence) => {
  expect(() => readSettings({ [name]: value })).toThrow(sentence)
})

const mail = { SMTP_URL: 'smtp://mail.example.com', MAIL_FROM: 'help@example.com', PUBLIC_URL: 'https://example.com' }

test('mail needs an address for its links', () => {
  expect(() => readSettings({ ...mail, PUBLIC_URL: '' })).toThrow('SMTP_URL needs a PUBLIC_URL: links in mail')
})

test.each([
  ['smtp://mail.example.com', { host: 'mail.example.com', secure: false, requireTLS: false, ignoreTLS: false }],
  ['smtps://u:p%40s@mail.example.com:4650', { port: 4650, secure: true, auth: { user: 'u', pass: 'p@s' } }],
  // A password is never said to a network where everybody can listen.
  ['smtp://u:p@mail.example.com', { requireTLS: true, tls: { rejectUnauthorized: true } }],
  ['smtp://u:p@127.0.0.1', { requireTLS: false }],
  ['smtp://u:p@[::1]:25', { host: '::1', port: 25, requireTLS: false }],
  ['smtp://u:p@mail.internal?ignoreTLS=true&name=app.example.com', { requireTLS: false, name: 'app.example.com' }],
  ['smtp://m?tls.servername=mail.example.com&tls.rejectUnauthorized=false', { tls: { rejectUnauthorized: false } }],
])('%s is a mail server', (url, server) => {
  expect(readSettings({ ...mail, SMTP_URL: url }).mail?.server).toMatchObject(server)
})

test.each([
  ['help@example.com', { name: '', address: 'help@example.com' }],
  ['"Équipe, Roadbook" <help@example.com>', { name: 'Équipe, Roadbook', address: 'help@example.com' }],
])('%s is who mail is from', (from, mailbox) => {
  expect(readSettings({ ...mail, MAIL_FROM: from }).mail?.from).toEqual(mailbox)
})

test.each([
  [{}, true],
  [{ HOST: 'localhost', PUBLIC_URL: 'http://127.0.0.1:3000' }, true],
  [{ HOST: '::1', PUBLIC_URL: 'http://[::1]:3000/' }, true],
  [{ HOST: '0.0.0.0' }, false],
  [{ PUBLIC_URL: 'https://help.example.com' }, false],
  [{ TRUSTED_PROXIES: '127.0.0.1' }, false],
  [{ PUBLIC_URL: 'https://help.example.com', DEMO: 'on' }, true],
  [{ DEMO: 'off' }, false],
])('with %j the demo is served: %s', (environment, demo) => {
  expect(readSettings(environment).demo).toBe(demo)
})

test('an address may send a fifth of what a key may, unless told otherwise', () => {
  expect(readSettings({})).toMatchObject({ rateLimit: 5000, rateLimitIp: 1000 })
  expect(readSettings({ RATE_LIMIT: '0' })).toMatchObject({ rateLimit: 0, rateLimitIp: 0 })
  expect(readSettings({ RATE_LIMIT: '0', RATE_LIMIT_IP: '50' })).toMatchObject({ rateLimit: 0, rateLimitIp: 50 })
})

test('all that is wrong is said at once', () => {
  expect(() => readSettings({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT[^]*LOG_LEVEL/)
})

test('what is secret is not repeated', () => {
  expect(() => readSettings({ SECRET_KEY: 'tooshort' })).toThrow(/^SECRET_KEY must have [^]*\.$/)
  expect(() => readSettings({ SECRET_KEY: 'tooshort' })).not.toThrow(/tooshort/)
  const password = { ...mail, SMTP_URL: 'smtp://u:tooshort@mail.example.com?debug=true' }
  expect(() => readSettings(password)).toThrow(/^SMTP_URL may have the options/)
  expect(() => readSettings(password)).not.toThrow(/tooshort/)
})
