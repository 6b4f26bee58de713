import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { readMime, type ReadMail } from './read-mime.ts'
import { freePort } from './start-server.ts'

/** A mail that a server took. */
export interface TakenMail extends ReadMail {
  from: string
  to: string[]
  raw: string
}

/** A mail server on loopback. */
export interface TestSmtp {
  url: string
  /** What it took, or would have taken. */
  mails: TakenMail[]
  /** Connections that it had. */
  connections(): number
  /** What it answers: a code to a recipient or to a mail, each asked anew; nothing takes it. */
  answer: {
    recipient?: () => number | undefined
    mail?: (mail: TakenMail) => Promise<number | undefined> | number | undefined
  }
  start(): Promise<void>
  stop(): Promise<void>
}

const refusal = (code: number | undefined, words: string) =>
  code === undefined ? null : Object.assign(new Error(words), { responseCode: code })

/** Starts a mail server on a free port. It wants no password and has no TLS unless the options say so. */
export async function startSmtp(options: SMTPServerOptions = {}): Promise<TestSmtp> {
  const port = await freePort()
  let server: SMTPServer | null = null
  let connections = 0
  const smtp: TestSmtp = {
    url: `smtp://127.0.0.1:${port}`,
    mails: [],
    connections: () => connections,
    answer: {},
    async start() {
      const started = new SMTPServer({
        logger: false,
        disabledCommands: ['AUTH', 'STARTTLS'],
        disableReverseLookup: true,
        closeTimeout: 100,
        onConnect(_session, done) {
          connections++
          done()
        },
        onRcptTo: (_address, _session, done) => done(refusal(smtp.answer.recipient?.(), 'No such mailbox')),
        onData(stream, { envelope }, done) {
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            const raw = Buffer.concat(chunks).toString('utf8')
            const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
            const mail = { ...readMime(raw), raw, from, to: envelope.rcptTo.map(({ address }) => address) }
            smtp.mails.push(mail)
            void Promise.resolve(smtp.answer.mail?.(mail)).then((code) => done(refusal(code, 'Not now')))
          })
        },
        ...options,
      })
      // Who is killed or hangs up leaves a broken connection.
      started.on('error', () => undefined)
      server = started
      await new Promise<void>((resolve) => started.listen(port, '127.0.0.1', resolve))
      if ((started.server.address() as AddressInfo).port !== port) throw new Error('The mail server is elsewhere.')
    },
    async stop() {
      const ending = server
      server = null
      if (ending) await new Promise<void>((resolve) => ending.close(() => resolve()))
    },
  }
  await smtp.start()
  return smtp
}
