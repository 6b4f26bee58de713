import { expect } from '@playwright/test'
import { hashAccount, hashUser } from '../../api/identity.ts'
import { askServer } from '../support/ask-server.ts'
import { call } from '../support/host-page.ts'
import { serveProduct } from '../support/serve-product.ts'
import { test } from '../support/server-fixture.ts'
import { startServerProcess } from '../support/start-server.ts'

interface Rows<Row> {
  data: Row[]
}

test('a page that proves the account is served, changes it, and cannot name another', async ({ page }) => {
  const secret = 'a secret of the product'
  const server = await startServerProcess({ IDENTITY_SECRET: secret, VERIFY_ACCOUNTS: 'true', PATH_PREFIX: '/journey' })
  const proof = (account: string) => `${hashUser('mia', secret)}.${hashAccount(account, 'mia', secret)}`
  const product = await serveProduct(server.url, '/journey', {
    page: `<!doctype html><title>Host</title><script async src="/journey/sdk/cairn.js" data-key="${server.writeKey}"
      data-user="mia" data-user-hash="${proof('linde')}" data-account="linde"></script>`,
  })
  const ask = askServer(server)
  const told = async (path: string) => (await ask<Rows<Record<string, unknown>>>(`GET /v1/${path}`)).data
  try {
    for (const groupId of ['linde', 'elm']) {
      await ask('POST /v1/group', { userId: 'owner', groupId, traits: { segment: 'school' } })
    }
    await page.goto(product.url)
    await expect(page.getByRole('region', { name: 'Set up your school' })).toBeVisible()

    await call(page, 'identify', 'mia', { name: 'Mia' }, { userHash: proof('elm') })
    await call(page, 'group', 'elm')
    await call(page, 'track', 'student_created')
    await expect.poll(() => told('events?event=student_created')).toMatchObject([{ userId: 'mia', accountId: 'elm' }])
    await expect(page.getByRole('region', { name: 'Set up your school' })).toBeVisible()
    expect(await told('rejected-messages')).toEqual([])

    await call(page, 'group', 'ash')
    await expect.poll(() => told('rejected-messages')).toMatchObject([{ reason: 'unverified', userId: 'mia' }])
    expect((await told('accounts')).map(({ id }) => id).sort()).toEqual(['elm', 'linde'])
  } finally {
    await product.close()
    await server.dispose()
  }
})
