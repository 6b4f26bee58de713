import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { SMTPServerOptions } from 'smtp-server'
import type { Mail } from '../../api/contract/mails.ts'
import type { Page } from '../../api/contract/pagination.ts'
import type { SupportRequest } from '../../api/contract/requests.ts'
import { hashUser } from '../../api/identity.ts'
import { runJobs } from '../../api/jobs/run-jobs.ts'
import { pauseAfter, sendMails } from '../../api/mail/send-mails.ts'
import { expireFacts } from '../../api/retention/expire-facts.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { plansOf } from '../support/plans-of.ts'
import { rowsWith } from '../support/rows-with.ts'
import { startSmtp, type TestSmtp } from '../support/start-smtp.ts'

const secret = 'a secret of the product'
const hour = 60 * 60 * 1000
const asked = { id: 'r1', subject: 'Invoices', message: 'They are stuck.', email: 'mia@linde.example', severity: 'P2' }

async function openSmtp(options?: SMTPServerOptions): Promise<TestSmtp> {
  const smtp = await startSmtp(options)
  onTestFinished(() => smtp.stop())
  return smtp
}

const mailFor = (url: string) => ({
  SMTP_URL: url,
  MAIL_FROM: 'Roadbook – l’équipe <help@roadbook.example>',
  PUBLIC_URL: 'https://help.example.com',
  IDENTITY_SECRET: secret,
})

const openApp = (smtp: TestSmtp, environment: Record<string, string> = {}): Promise<TestApp> =>
  createTestApp({ ...mailFor(smtp.url), ...environment })

/** Mia, whose name and address the product knows. */
async function knowMia(app: TestApp, traits: object = {}): Promise<object> {
  await app.read('/v1/batch', {
    batch: [
      { type: 'identify', userId: 'mia', traits: { email: 'Mia@Linde.example', name: 'Mia', ...traits } },
      { type: 'group', userId: 'mia', groupId: 'linde', traits: { name: 'Linde', plan: 'enterprise' } },
    ],
  })
  return { userId: 'mia', userHash: hashUser('mia', secret) }
}

async function ask(app: TestApp, given: object = {}): Promise<void> {
  expect((await app.send('/v1/requests', { ...asked, ...given })).status).toBe(200)
}

const never = new AbortController().signal
const send = (app: TestApp) => sendMails(app.services, never)
const list = async (app: TestApp, query = '') => (await app.read<Page<Mail>>(`/v1/mails?${query}`)).data
const retry = (app: TestApp, id: string) =>
  app.request(`/v1/mails/${id}/retry`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${app.services.keys.secret}` },
  })
/** Lets as much time pass that whatever waits is due, and nobody has it in hand any more. */
const letTimePass = (app: TestApp) =>
  app.services.database.write(['UPDATE mails SET due_at = 0, leased_until = NULL WHERE due_at IS NOT NULL'])

describe('the acknowledgement', () => {
  test('says in the language of the page what was promised, and repeats nothing that a stranger wrote', async () => {
    const smtp = await openSmtp()
    const app = await openApp(smtp)
    await knowMia(app)
    await ask(app, { locale: 'fr-CH', timeZone: 'Europe/Zurich', message: 'Buy at https://spam.example' })
    await send(app)
    const [mail] = smtp.mails
    const reference = (await app.read<Page<SupportRequest>>('/v1/requests')).data[0]?.reference ?? ''
    expect(mail).toMatchObject({ from: 'help@roadbook.example', to: ['mia@linde.example'] })
    expect(mail?.headers.get('from')).toBe('Roadbook – l’équipe <help@roadbook.example>')
    expect(mail?.headers.get('subject')).toBe(`Nous avons bien reçu votre demande ${reference}`)
    for (const [name, value] of [
      ['auto-submitted', 'auto-replied'],
      ['x-auto-response-suppress', 'OOF, AutoReply'],
      ['precedence', 'bulk'],
    ] as const) {
      expect(mail?.headers.get(name)).toBe(value)
    }
    const [text = '', html = ''] = [mail?.parts.get('text/plain'), mail?.parts.get('text/html')]
    expect(text).toContain('sous 24\u00A0heures, au plus tard le mardi 3 mars 2026 à 09:00 UTC+1.')
    expect(text).toContain(`- Référence : ${reference}\n- À quel point`)
    expect(text).toContain('Nos délais de réponse <https://help.example.com/fr/help/support/support-tiers/>')
    expect(html).toContain('<html lang="fr" dir="ltr">')
    expect(html).toContain('<a href="https://help.example.com/fr/help/support/contact/">')
    expect(html).not.toMatch(/<img|<script|url\(|\{\{/)
    for (const part of [text, html]) expect(part).not.toMatch(/Invoices|spam\.example|Mia|Bonjour/)
  })

  test('repeats what a proven customer wrote from their own address, with the times of their plan', async () => {
    const smtp = await openSmtp()
    const app = await openApp(smtp)
    const proof = await knowMia(app, { name: 'ليلى حداد' })
    await ask(app, { ...proof, subject: 'Rechnung & <b>mehr</b>', message: 'One.\r\n\r\n<script>two()</script>' })
    await ask(app, { ...proof, id: 'r2', email: 'victim@else.example', timeZone: 'Moon/Base' })
    await send(app)
    const [own, other] = smtp.mails.toSorted(
      (a, b) => Number(b.to[0] === asked.email) - Number(a.to[0] === asked.email),
    )
    const [text = '', html = ''] = [own?.parts.get('text/plain'), own?.parts.get('text/html')]
    expect(text).toContain('Hello ليلى حداد,')
    expect(text).toContain('within 4 hours, by Monday, March 2, 2026 at 12:00 PM UTC at the latest')
    expect(text).toContain('You wrote about “Rechnung & <b>mehr</b>”:\n\n> One.\n> \n> <script>two()</script>')
    expect(html).toContain('<bdi>ليلى حداد</bdi>')
    expect(html).toContain('Rechnung &#38; &#60;b&#62;mehr&#60;/b&#62;')
    expect(html).toContain('<bdi>One.<br><br>&#60;script&#62;two()&#60;/script&#62;</bdi></p></blockquote>')
    expect(other?.parts.get('text/plain')).toContain('12:00 PM UTC at the latest')
    expect(other?.parts.get('text/plain')).not.toMatch(/ليلى|Invoices|stuck/)
  })

  test('goes to a mailbox five times in an hour, and what is beyond is seen by the team', async () => {
    const smtp = await openSmtp()
    const app = await openApp(smtp)
    const addresses = ['mia@linde.example', 'MIA@linde.example', 'mia+1@linde.example', 'mia+2@linde.example']
    for (let count = 0; count < 7; count++) await ask(app, { id: `r${count}`, email: addresses[count % 4] })
    await ask(app, { id: 'other', email: 'jonas@linde.example' })
    await send(app)
    expect(smtp.mails).toHaveLength(6)
    expect(await list(app, 'status=failed')).toMatchObject(
      [6, 5].map(() => ({ attempts: 0, error: 'This mailbox was sent 5 of these mails within an hour.' })),
    )
    app.clock.now += hour
    await ask(app, { id: 'later' })
    await send(app)
    expect(smtp.mails).toHaveLength(7)
  })

  test('is queued once with its request, and not at all where the request is not stored', async () => {
    const smtp = await openSmtp()
    const app = await openApp(smtp)
    await ask(app)
    await ask(app)
    await ask(app, { id: 'spam', website: 'https://spam.example' })
    expect(await list(app)).toHaveLength(1)
    await app.services.database.write(['ALTER TABLE support_requests RENAME TO support_requests_of_old'])
    expect((await app.send('/v1/requests', { ...asked, id: 'r2' })).status).toBe(500)
    expect(await list(app)).toHaveLength(1)
  })

  test('stands in the list of requests', async () => {
    const smtp = await openSmtp()
    const app = await openApp(smtp)
    const seen = async () => (await app.read<Page<SupportRequest>>('/v1/requests')).data[0]?.acknowledgement
    await ask(app)
    expect(await seen()).toEqual({ status: 'queued', error: null })
    smtp.answer.recipient = () => 550
    await send(app)
    expect(await seen()).toEqual({ status: 'failed', error: expect.stringContaining('550 No such mailbox') })
  })
})

test('the team is told of a request, and answers its sender by a reply', async () => {
  const smtp = await openSmtp()
  const app = await openApp(smtp, { SUPPORT_EMAIL: 'Support <support@roadbook.example>' })
  await knowMia(app)
  const subject = `Facture \r\nBcc: victim@else.example\u2028 ${'é'.repeat(150)}`
  await ask(app, { subject, message: 'Élève\r\nX-Other: yes' })
  await send(app)
  const team = smtp.mails.find(({ to }) => to[0] === 'support@roadbook.example')
  const toSender = smtp.mails.find(({ to }) => to[0] === asked.email)
  expect(toSender?.headers.get('reply-to')).toBe('support@roadbook.example')
  expect(team?.headers.get('reply-to')).toBe('mia@linde.example')
  expect(team?.headers.get('auto-submitted')).toBe('auto-generated')
  expect(team?.headers.get('subject')).toMatch(/^\[[0-9A-Z-]{9}\] Facture Bcc: victim@else\.example é+$/)
  expect(team?.rawHeaders.get('subject')).toMatch(/^[\x20-\x7e]+$/)
  const names = [...(team?.headers.keys() ?? [])]
  expect([names.includes('bcc'), names.includes('x-other'), team?.to.length]).toEqual([false, false, 1])
  const text = team?.parts.get('text/plain')
  expect(text).toContain('(tier enterprise)')
  expect(text).toContain('- From: mia@linde.example\n- Account: Linde')
  expect(text).toContain('> Élève\n> X-Other: yes')
  expect(text).toContain('<https://help.example.com/console/#/requests>.')
})

test('without SMTP_URL nothing is queued, and nothing can be sent again', async () => {
  const app = await createTestApp()
  await ask(app)
  expect(await list(app)).toEqual([])
  await send(app)
  await app.services.database.write([
    `INSERT INTO mails (id, key, template, locale, address, mailbox, status, created_at)
      VALUES ('old', 'old', 'request-received', 'en', 'a@b.example', 'a@b.example', 'failed', 0)`,
  ])
  await app.services.database.write(["UPDATE mails SET status = 'queued', due_at = 0"])
  const jobs = runJobs(app.services, { pause: 20 })
  await sleep(200)
  await jobs.stop()
  const [taken] = await app.services.database.read(["SELECT name FROM jobs WHERE name = 'sendMails'"])
  expect(taken?.rows).toEqual([])
  expect(await list(app)).toMatchObject([{ status: 'queued', attempts: 0 }])
  expect((await retry(app, 'old')).status).toBe(422)
  expect((await retry(app, 'nothing')).status).toBe(404)
})

describe('a mail', () => {
  test('that is refused for now is sent later, with the same Message-ID', async () => {
    const smtp = await openSmtp()
    const app = await openApp(smtp)
    await ask(app)
    const answers = [451, undefined]
    smtp.answer.mail = () => answers.shift()
    const before = Date.now()
    await send(app)
    const [waiting] = await list(app)
    expect(waiting).toMatchObject({ status: 'queued', attempts: 1, error: expect.stringContaining('451 Not now') })
    expect(Date.parse(waiting?.nextAttemptAt ?? '') - before).toBeGreaterThan(44_000)
    await send(app)
    expect(smtp.mails).toHaveLength(1)
    await letTimePass(app)
    await send(app)
    expect(await list(app)).toMatchObject([{ status: 'sent', attempts: 2, error: null, nextAttemptAt: null }])
    const ids = smtp.mails.map(({ headers }) => headers.get('message-id'))
    expect(ids).toEqual([`<${waiting?.id}@roadbook.example>`, ids[0]])
    await letTimePass(app)
    await send(app)
    expect(smtp.mails).toHaveLength(2)
  })

  test('that is refused for good is given up at once, and sent again by hand', async () => {
    const smtp = await openSmtp()
    const app = await openApp(smtp)
    await ask(app)
    smtp.answer.mail = () => 554
    await send(app)
    const [failed] = await list(app, 'status=failed')
    expect(failed).toMatchObject({ attempts: 1, nextAttemptAt: null, error: expect.stringContaining('554 Not now') })
    smtp.answer.mail = () => undefined
    const retried = await retry(app, failed?.id ?? '')
    expect([retried.status, await retried.json()]).toMatchObject([
      200,
      { status: 'queued', attempts: 0, settledAt: null },
    ])
    await send(app)
    expect(await list(app)).toMatchObject([{ status: 'sent', attempts: 1, error: null }])
    expect((await retry(app, failed?.id ?? '')).status).toBe(422)
  })

  test('waits for a server that is away, and is given up after twelve attempts', async () => {
    const smtp = await openSmtp()
    const app = await openApp(smtp)
    await ask(app)
    await smtp.stop()
    await send(app)
    expect(await list(app)).toMatchObject([{ status: 'queued', error: expect.stringContaining('ECONNREFUSED') }])
    await smtp.start()
    await letTimePass(app)
    await send(app)
    expect(await list(app)).toMatchObject([{ status: 'sent', attempts: 2 }])

    await smtp.stop()
    await ask(app, { id: 'r2' })
    for (let count = 0; count < 13; count++) {
      await letTimePass(app)
      await send(app)
    }
    expect(await list(app, 'status=failed')).toMatchObject([{ attempts: 12, error: expect.stringContaining('ECONN') }])
  })

  test('is in the hands of one process at a time, and of another when that one is gone', async () => {
    const smtp = await openSmtp()
    const app = await openApp(smtp)
    for (let count = 0; count < 12; count++) await ask(app, { id: `r${count}`, email: `n${count}@linde.example` })
    smtp.answer.mail = () => sleep(20, undefined)
    await Promise.all([send(app), send(app), send(app)])
    expect(new Set(smtp.mails.map(({ to }) => to[0])).size).toBe(12)
    expect(smtp.mails).toHaveLength(12)
    expect(smtp.connections()).toBe(12)

    // Erased while it is in hand: what comes of it changes nothing.
    await ask(app, { id: 'late' })
    smtp.answer.mail = async () => {
      await app.services.database.write(["DELETE FROM mails WHERE status = 'queued'"])
      return 451
    }
    await send(app)
    expect(await list(app, 'status=queued')).toEqual([])
  })

  test('is left for others when the server stops, once what is under way has ended', async () => {
    const smtp = await openSmtp()
    const app = await openApp(smtp)
    for (let count = 0; count < 8; count++) await ask(app, { id: `r${count}`, email: `n${count}@linde.example` })
    const stopping = new AbortController()
    smtp.answer.mail = async () => {
      stopping.abort(new Error('The server is stopping.'))
      await sleep(200)
      return undefined
    }
    await expect(sendMails(app.services, stopping.signal)).rejects.toThrow('stopping')
    expect(await list(app, 'status=sent')).toHaveLength(5)
    expect(await list(app, 'status=queued')).toMatchObject([{ attempts: 0 }, { attempts: 0 }, { attempts: 0 }])
  })

  test('is read, page by page, from the index of the filter', async () => {
    const smtp = await openSmtp()
    const app = await openApp(smtp)
    await knowMia(app)
    for (const id of ['r1', 'r2', 'r3']) await ask(app, { id })
    await ask(app, { id: 'r4', email: 'jonas@linde.example' })
    const first = await app.read<Page<Mail>>('/v1/mails?user=mia&limit=2')
    const second = await app.read<Page<Mail>>(`/v1/mails?user=mia&limit=2&cursor=${first.nextCursor}`)
    const all = await list(app)
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(all.slice(1).map(({ id }) => id))
    expect(second.nextCursor).toBeNull()
    const steps = async (query: string) =>
      (await plansOf(app, () => list(app, query))).filter((step) => /mails|USE TEMP/.test(step))
    expect(await steps('status=failed')).toEqual([expect.stringContaining('USING INDEX mails_status (status=?')])
    expect(await steps('user=mia')).toEqual([expect.stringContaining('USING INDEX mails_user (user_id=?')])
  })
})

describe('a mail server', () => {
  const users = { authOptional: false, disabledCommands: ['STARTTLS'], allowInsecureAuth: true }
  const passwordOf: SMTPServerOptions['onAuth'] = ({ username, password }, _session, done) =>
    username === 'roadbook' && password === 'p@ss/word'
      ? done(null, { user: username })
      : done(new Error('Wrong password'))
  const urlWith = ({ url }: TestSmtp, user: string, query = '') => url.replace('//', `//${user}@`) + query

  test('that wants a password gets it, and a wrong one waits to be mended', async () => {
    const smtp = await openSmtp({ ...users, onAuth: passwordOf })
    const wrong = await openApp(smtp, { SMTP_URL: urlWith(smtp, 'roadbook:secret-of-old') })
    await ask(wrong)
    await send(wrong)
    const [mail] = await list(wrong)
    expect(mail).toMatchObject({ status: 'queued', error: expect.stringContaining('535 Wrong password') })
    expect(JSON.stringify(mail)).not.toContain('secret-of-old')
    const right = await openApp(smtp, { SMTP_URL: urlWith(smtp, 'roadbook:p%40ss%2Fword') })
    await ask(right)
    await send(right)
    expect(await list(right)).toMatchObject([{ status: 'sent' }])
  })

  test('that offers TLS has to be who it says, unless that is not wanted', async () => {
    const smtp = await openSmtp({ disabledCommands: ['AUTH'] })
    const careful = await openApp(smtp)
    await ask(careful)
    await send(careful)
    expect(await list(careful)).toMatchObject([{ status: 'queued', error: expect.stringMatching(/certificate/i) }])
    const trusting = await openApp(smtp, { SMTP_URL: `${smtp.url}?tls.rejectUnauthorized=false` })
    await ask(trusting)
    await send(trusting)
    expect(await list(trusting)).toMatchObject([{ status: 'sent' }])
  })

  test('that has no TLS gets neither password nor mail where TLS is required', async () => {
    const smtp = await openSmtp({ ...users, onAuth: passwordOf })
    const app = await openApp(smtp, { SMTP_URL: urlWith(smtp, 'roadbook:p%40ss%2Fword', '?requireTLS=true') })
    await ask(app)
    await send(app)
    expect(await list(app)).toMatchObject([{ status: 'queued', error: expect.stringMatching(/STARTTLS|TLS/) }])
    expect(smtp.mails).toEqual([])
  })
})

test('mails about a person are part of what is held about them, and go with them', async () => {
  const smtp = await openSmtp()
  const app = await openApp(smtp, { SUPPORT_EMAIL: 'support@roadbook.example' })
  const proof = await knowMia(app)
  await ask(app, proof)
  await send(app)
  await ask(app, { ...proof, id: 'r2' })
  const held = await app.read<{ mails: Mail[] }>('/v1/users/mia/export')
  expect(held.mails.map(({ to, status }) => [to, status]).sort()).toEqual([
    ['mia@linde.example', 'queued'],
    ['mia@linde.example', 'sent'],
    ['support@roadbook.example', 'queued'],
    ['support@roadbook.example', 'sent'],
  ])
  const remove = (path: string) =>
    app.request(path, { method: 'DELETE', headers: { Authorization: `Bearer ${app.services.keys.secret}` } })
  expect(await (await remove('/v1/users/mia')).json()).toMatchObject({ removed: { mails: 4, supportRequests: 2 } })
  expect(await rowsWith(app.services.database, 'mia@linde.example')).toEqual([])
  await send(app)
  expect(smtp.mails).toHaveLength(2)

  await ask(app, { id: 'stranger', email: 'somebody@else.example' })
  await remove('/v1/requests/stranger')
  expect(await list(app)).toEqual([])
})

test('what a mail said is forgotten when it is sent, and the mail by its age', async () => {
  const smtp = await openSmtp()
  const app = await openApp(smtp, { RETENTION_DAYS: '30' })
  const proof = await knowMia(app)
  await ask(app, { ...proof, message: 'Nobody else should know.' })
  await send(app)
  expect(await rowsWith(app.services.database, 'Nobody else')).toEqual(['support_requests'])
  smtp.answer.mail = () => 451
  await ask(app, { id: 'waits' })
  await send(app)
  app.clock.now += 40 * 24 * hour
  await expireFacts(app.services)
  expect(await list(app)).toMatchObject([{ status: 'queued' }])
})

test('attempts are counted by what came of them, and so is what waits', async () => {
  const smtp = await openSmtp()
  const app = await openApp(smtp)
  const answers = [undefined, 451, 550]
  smtp.answer.mail = () => answers.shift()
  for (const id of ['r1', 'r2', 'r3']) {
    await ask(app, { id })
    await send(app)
  }
  const response = await app.request('/metrics', { headers: { Authorization: `Bearer ${app.services.keys.secret}` } })
  const text = await response.text()
  for (const outcome of ['sent', 'deferred', 'failed']) {
    expect(text).toContain(`cairn_mail_attempts_total{template="request-received",outcome="${outcome}"} 1\n`)
  }
  expect(text).toContain('cairn_mails_queued 1\n')
})

test('pauses double up to four hours, and are spread', () => {
  const minutes = (attempts: number, random: number) => pauseAfter(attempts, random) / 60_000
  expect([1, 2, 3, 8, 9, 12].map((attempts) => minutes(attempts, 0.5))).toEqual([1, 2, 4, 128, 240, 240])
  expect([minutes(3, 0), minutes(3, 1)]).toEqual([3, 5])
})
