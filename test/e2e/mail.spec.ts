import { expect, test as base } from '@playwright/test'
import { complaints, expectNoBarrier } from '../support/judge-page.ts'
import { signIn } from '../support/sign-in.ts'
import { startApiProcess, type ServerProcess } from '../support/start-server.ts'
import { startSmtp, type TestSmtp } from '../support/start-smtp.ts'

const test = base.extend<{ smtp: TestSmtp; server: ServerProcess }>({
  smtp: async ({}, use) => {
    const smtp = await startSmtp()
    await use(smtp)
    await smtp.stop()
  },
  server: async ({ smtp }, use) => {
    const mail = { SMTP_URL: smtp.url, MAIL_FROM: 'help@roadbook.example', PUBLIC_URL: 'https://help.example.com' }
    const server = await startApiProcess({ ...mail, TEST_DIST: 'dist' })
    await use(server)
    await server.dispose()
  },
  baseURL: async ({ server }, use) => use(server.url),
})
test.use({ timezoneId: 'Asia/Tokyo' })

test('somebody who writes to support gets a mail, and the team sees to one that was not sent', async ({
  page,
  server,
  smtp,
}) => {
  const seen = complaints(page)
  smtp.answer.recipient = () => 550
  await page.goto('/fr/contact/')
  await page.getByLabel('De quoi s’agit-il ?').fill('Facture bloquée')
  await page.getByLabel('Que s’est-il passé ?').fill('Rien ne part.')
  await page.getByLabel('Votre adresse e-mail').fill('mia@linde.example')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(page.getByRole('heading', { name: 'Nous avons reçu votre message' })).toBeVisible()

  await test.step('who was not told, and why, stands at the request', async () => {
    await signIn(page, server.secretKey)
    await expect(async () => {
      await page.goto('/console/#/requests')
      await page.reload()
      await expect(page.getByText(/Not acknowledged: .*550 No such mailbox/)).toBeVisible({ timeout: 1000 })
    }).toPass()
    expect(smtp.mails).toEqual([])
  })

  await test.step('what was given up is sent again', async () => {
    smtp.answer = {}
    await page.getByRole('link', { name: 'Mail' }).click()
    const row = page.getByRole('row', { name: /mia@linde\.example/ })
    await expect(row).toContainText('Given up')
    await expectNoBarrier(page)
    await row.getByRole('button', { name: /Send now/ }).click()
    await expect(row).toContainText('Waiting')
    await expect.poll(() => smtp.mails.length).toBe(1)
  })

  await test.step('it is in the language of the page, with the time where its reader is', async () => {
    const text = smtp.mails[0]?.parts.get('text/plain')
    expect(text).toMatch(/Une personne la lit .* au plus tard le .* UTC\+9\./)
    // A page of its own: the policy of the one before would take away the styles.
    const reader = await page.context().newPage()
    await reader.setContent(smtp.mails[0]?.parts.get('text/html') ?? '')
    await expectNoBarrier(reader)
    await expect(reader.getByRole('link', { name: 'Nos délais de réponse' })).toHaveAttribute(
      'href',
      'https://help.example.com/fr/help/support/support-tiers/',
    )
  })
  expect(seen).toEqual([])
})
