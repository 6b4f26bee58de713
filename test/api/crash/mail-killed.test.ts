import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { Mail } from '../../../api/contract/mails.ts'
import type { Page } from '../../../api/contract/pagination.ts'
import { openDatabase } from '../../../api/db/open.ts'
import { startApiProcess, type ServerProcess } from '../../support/start-server.ts'
import { noSqld, startSqld } from '../../support/start-sqld.ts'
import { startSmtp, type TestSmtp } from '../../support/start-smtp.ts'

async function openSmtp(): Promise<TestSmtp> {
  const smtp = await startSmtp()
  onTestFinished(() => smtp.stop())
  return smtp
}

async function start({ url }: TestSmtp, environment: Record<string, string> = {}): Promise<ServerProcess> {
  const mail = { SMTP_URL: url, MAIL_FROM: 'help@roadbook.example', PUBLIC_URL: 'https://help.example.com' }
  const server = await startApiProcess({ ...mail, RATE_LIMIT_IP: '0', ...environment })
  onTestFinished(() => server.dispose())
  return server
}

async function ask({ url, writeKey }: ServerProcess, id: string): Promise<void> {
  const request = { id, subject: 'Invoices', message: 'They are stuck.', email: `${id}@linde.example` }
  const response = await fetch(`${url}/v1/requests`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${writeKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  })
  expect(response.status).toBe(200)
}

async function list({ url, secretKey }: ServerProcess, status: string): Promise<Mail[]> {
  const response = await fetch(`${url}/v1/mails?status=${status}&limit=500`, {
    headers: { Authorization: `Bearer ${secretKey}` },
  })
  return ((await response.json()) as Page<Mail>).data
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not come about in 20 s.')
    await wait(50)
  }
}

test('a mail whose sender was killed after the server had it is sent again, and can be told to be the same', async () => {
  const smtp = await openSmtp()
  const first = await start(smtp)
  smtp.answer.mail = async () => {
    await first.stop('SIGKILL')
    return undefined
  }
  await ask(first, 'r1')
  await until(() => first.process.signalCode === 'SIGKILL')
  expect(smtp.mails).toHaveLength(1)

  // The lease of the dead runs out.
  const database = await openDatabase({ url: `file:${join(first.dataDir, 'cairn.db')}` })
  const [taken] = await database.read(['SELECT status, attempts FROM mails WHERE leased_until IS NOT NULL'])
  expect({ ...taken?.rows[0] }).toEqual({ status: 'queued', attempts: 1 })
  await database.write([
    'UPDATE mails SET due_at = 0, leased_until = 0',
    'UPDATE jobs SET leased_until = 0, due_at = 0',
  ])
  await database.close()

  smtp.answer = {}
  const heir = await start(smtp, { DATA_DIR: first.dataDir })
  await until(async () => (await list(heir, 'sent')).length === 1)
  const [sent] = await list(heir, 'sent')
  expect(sent).toMatchObject({ attempts: 2 })
  expect(smtp.mails.map(({ headers }) => headers.get('message-id'))).toEqual([
    `<${sent?.id}@roadbook.example>`,
    `<${sent?.id}@roadbook.example>`,
  ])
}, 60_000)

async function expectEachOnce(smtp: TestSmtp, one: ServerProcess, other: ServerProcess): Promise<void> {
  const ids = Array.from({ length: 40 }, (_, index) => `r${index}`)
  for (const [index, id] of ids.entries()) await ask(index % 2 ? one : other, id)
  await until(async () => (await list(one, 'sent')).length === ids.length)
  expect(smtp.mails.map(({ to }) => to[0]).sort()).toEqual(ids.map((id) => `${id}@linde.example`).sort())
}

test('of two processes that share a database one sends each mail', async () => {
  const smtp = await openSmtp()
  const one = await start(smtp)
  await expectEachOnce(smtp, one, await start(smtp, { DATA_DIR: one.dataDir }))
}, 60_000)

test('of two processes that share a database server one sends each mail', async (context) => {
  if (noSqld) context.skip(noSqld)
  const server = await startSqld()
  onTestFinished(() => server.dispose())
  const smtp = await openSmtp()
  const keys = { WRITE_KEY: 'pk_test_0123456789abcdef', SECRET_KEY: 'sk_test_0123456789abcdef' }
  const environment = { ...keys, DATABASE_URL: server.url }
  await expectEachOnce(smtp, await start(smtp, environment), await start(smtp, environment))
}, 90_000)

test('a stop lets the mail that is under way end, and none is sent twice', async () => {
  const smtp = await openSmtp()
  const server = await start(smtp)
  smtp.answer.mail = () => wait(1000, undefined)
  await ask(server, 'r1')
  await until(() => smtp.mails.length === 1)
  expect(await server.stop('SIGTERM')).toBe(0)
  smtp.answer = {}
  const heir = await start(smtp, { DATA_DIR: server.dataDir })
  await until(async () => (await list(heir, 'sent')).length === 1)
  expect(smtp.mails).toHaveLength(1)
  expect(server.output() + heir.output()).not.toMatch(/linde\.example/)
}, 60_000)
