import { expect, type Page } from '@playwright/test'
import type { ArticleInsight } from '../../api/contract/articles.ts'
import type { Page as Rows } from '../../api/contract/pagination.ts'
import type { SupportRequest } from '../../api/contract/requests.ts'
import { hashUser } from '../../api/identity.ts'
import { askServer } from '../support/ask-server.ts'
import { complaints, expectNoBarrier } from '../support/judge-page.ts'
import { testAlone as test } from '../support/server-fixture.ts'
import { signIn } from '../support/sign-in.ts'
import { startServerProcess } from '../support/start-server.ts'

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('What is it about?').fill('Invoice is not sent')
  await page.getByRole('radio', { name: /there is no way around/ }).check()
  await page.getByLabel('What happened?').fill('I press “Send” & <nothing> happens.')
  await page.getByLabel('Your e-mail address').fill('mia@linde.example')
}

test('somebody leaves an article for support, is offered articles, and what they send is seen in the console', async ({
  page,
  server,
}) => {
  const ask = askServer(server)
  const requests = async () => (await ask<Rows<SupportRequest>>('GET /v1/requests')).data
  const seen = complaints(page)
  await page.goto('/help/planning/conflicts/')
  await page.getByRole('link', { name: 'Contact support' }).first().click()
  await expect(page).toHaveURL(/\/contact\/$/)
  await expect
    .poll(async () => (await ask<Rows<ArticleInsight>>('GET /v1/articles/insights')).data)
    .toMatchObject([{ article: 'planning/conflicts', contacted: 1 }])

  await test.step('wrong fields are named, and the first is gone to', async () => {
    await page.getByLabel('Your e-mail address').fill('mia')
    await page.getByRole('button', { name: 'Send' }).click()
    const subject = page.getByLabel('What is it about?')
    await expect(subject).toBeFocused()
    await expect(subject).toHaveAccessibleDescription('Say in a few words what it is about.')
    await expect(page.getByLabel('Your e-mail address')).toHaveAccessibleDescription(/such as name@example\.com/)
    await expectNoBarrier(page)
    expect(await requests()).toEqual([])
  })

  await test.step('articles are suggested while the subject is typed', async () => {
    await page.getByLabel('What is it about?').pressSequentially('send an invoice')
    await expect(page.getByRole('link', { name: 'Send an invoice' })).toBeVisible()
  })

  await test.step('nothing is lost while the server cannot be reached', async () => {
    await fillIn(page)
    await page.route('**/v1/requests', (route) => route.abort())
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByText('It did not reach us.')).toBeVisible()
    await expect(page.getByLabel('What happened?')).toHaveValue(/nothing/)
    await page.unroute('**/v1/requests')
  })

  await test.step('what is sent is answered with the time by which a person answers', async () => {
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByRole('heading', { name: 'We have your message' })).toBeVisible()
    await expect(page.getByText(/A person answers by e-mail, by .+ at the latest/)).toBeVisible()
    const [request] = await requests()
    expect(request).toMatchObject({ subject: 'Invoice is not sent', severity: 'P1', tier: 'starter' })
    await expect(page.getByText(`Your reference is ${request?.reference}.`)).toBeVisible()
  })
  // The aborted request is the browser's own complaint.
  expect(seen.filter((text) => !text.includes('ERR_FAILED'))).toEqual([])

  await signIn(page, server.secretKey)
  for (const [scheme, width] of [
    ['light', 1280],
    ['dark', 375],
  ] as const) {
    await test.step(`the console shows it in ${scheme} at ${width} px`, async () => {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme: scheme })
      await page.goto('/console/#/requests')
      await page.reload()
      await expect(page.getByRole('row', { name: /Invoice is not sent/ })).toContainText('left to answer')
      await page.getByText('Invoice is not sent').first().click()
      await expect(page.getByText('I press “Send” & <nothing> happens.')).toBeVisible()
      await expectNoBarrier(page)
    })
  }
  await page.getByRole('button', { name: /^Answered/ }).click()
  await expect(page.getByRole('row', { name: /Invoice is not sent/ })).toContainText('left to solve')
  await page.getByRole('button', { name: /^Close/ }).click()
  await expect(page.getByRole('heading', { name: 'Nobody is waiting' })).toBeVisible()
})

test('the page says how soon whoever writes is answered', async ({ page }) => {
  await page.goto('/contact/')
  await expect(page.getByRole('region', { name: 'How soon we answer' }).getByRole('row')).toHaveCount(5)
  await expect(page.getByRole('row', { name: /We cannot work at all/ })).toContainText('answered within 30 minutes')
})

test('without JavaScript the form is a form: what is wrong is said with nothing lost, and what is right is stored', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${server.url}/contact/`)
  await fillIn(page)
  await page.getByLabel('Your e-mail address').fill('mia@linde')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page).toHaveURL(`${server.url}/contact/`)
  await expect(page.getByText('It is not sent yet.')).toBeVisible()
  await expect(page.getByLabel('What is it about?')).toHaveValue('Invoice is not sent')
  await expect(page.getByRole('radio', { name: /there is no way around/ })).toBeChecked()
  await expect(page.getByLabel('What happened?')).toHaveValue('I press “Send” & <nothing> happens.')
  const email = page.getByLabel('Your e-mail address')
  await expect(email).toHaveValue('mia@linde')
  await expect(email).toHaveAttribute('aria-invalid', 'true')
  await expect(email).toHaveAccessibleDescription(/such as name@example\.com/)
  await expect(page.getByLabel('What is it about?')).not.toHaveAttribute('aria-invalid')

  await email.fill('mia@linde.example')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page).toHaveURL(`${server.url}/contact/received/`)
  await expect(page.getByRole('heading', { name: 'We have your message' })).toBeVisible()
  const { data } = await askServer(server)<Rows<SupportRequest>>('GET /v1/requests')
  expect(data).toMatchObject([{ subject: 'Invoice is not sent', severity: 'P1', locale: 'en' }])
  await context.close()

  const elsewhere = await fetch(`${server.url}/contact/`, {
    method: 'POST',
    headers: { Origin: 'https://evil.example.com' },
    body: new URLSearchParams({ subject: 'a', message: 'b', email: 'c@d.example' }),
  })
  expect(elsewhere.status).toBe(403)

  const torn = await fetch(`${server.url}/contact/`, {
    method: 'POST',
    headers: { Origin: server.url, 'Content-Type': 'multipart/form-data; boundary=x' },
    body: 'no part of a form',
  })
  expect(torn.status).toBe(400)
})

test('whoever is proven to be a customer sees the times of their plan, and nobody else does', async ({ page }) => {
  const secret = 'a secret of the product'
  const server = await startServerProcess({ IDENTITY_SECRET: secret })
  try {
    await askServer(server)('POST /v1/group', { userId: 'mia', groupId: 'linde', traits: { plan: 'enterprise' } })
    await page.goto(`${server.url}/contact/#user=mia&hash=${hashUser('mia', secret)}`)
    await expect(page.getByRole('radio', { name: /question/ })).toHaveAccessibleName(
      /On your plan: answered within 4 hours/,
    )
    const refused = page.waitForResponse((response) => response.url().endsWith('/v1/requests/times'))
    await page.goto(`${server.url}/contact/?again#user=mia&hash=${hashUser('jonas', secret)}`)
    expect((await refused).status()).toBe(403)
    await expect(page.getByText(/^On your plan:/)).toHaveCount(0)
  } finally {
    await server.dispose()
  }
})
