import { expect, type Page } from '@playwright/test'
import { testAlone as test } from '../support/server-fixture.ts'

const demo = '/demo/?account=linden-trail&user=mia-trail'

/** The five steps of the checklist: where the demo has them, and the button that completes each. */
const steps = {
  school: 'Save school',
  team: 'Send invitation',
  vehicles: 'Add vehicle',
  payments: 'Save payment details',
  'go-live': 'Go live',
}

async function doStep(page: Page, step: keyof typeof steps): Promise<void> {
  await page.goto(`${demo}#/setup/${step}`)
  await page.getByRole('main').getByRole('button', { name: steps[step] }).click()
}

const checklist = (page: Page) => page.getByRole('region', { name: 'Set up your school' })
const progress = (page: Page) => checklist(page).getByRole('progressbar')

test('the whole trail: search, feedback, checklist, celebration, NPS, and what the CS team then sees', async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(120_000)

  await test.step('a visitor finds an article by search and says that it did not help', async () => {
    await page.goto('/')
    await page.getByRole('searchbox').fill('two lessons at the same time')
    await page.getByRole('searchbox').press('Enter')
    const results = page.getByRole('list', { name: 'Search results' })
    await results
      .getByRole('link', { name: /conflict/i })
      .first()
      .click()
    await expect(page).toHaveURL(/\/help\/planning\/conflicts\/$/)

    const feedback = page.getByRole('group', { name: 'Was this article helpful?' })
    await feedback.getByRole('button', { name: 'No' }).click()
    await feedback.getByRole('radio', { name: 'It is hard to follow' }).check()
    await feedback.getByRole('textbox').fill('Which lesson wins?')
    await feedback.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Thank you' })).toBeVisible()
  })

  await test.step('a user starts the checklist, and it stands where it stood after a reload', async () => {
    await page.goto(demo)
    await expect(progress(page)).toHaveAttribute('aria-valuenow', '0')
    await doStep(page, 'school')
    await expect(progress(page)).toHaveAttribute('aria-valuenow', '20')
    await page.reload()
    await expect(progress(page)).toHaveAttribute('aria-valuenow', '20')
  })

  await test.step('a second tab follows the first', async () => {
    const second = await page.context().newPage()
    await second.goto(demo)
    await expect(progress(second)).toHaveAttribute('aria-valuenow', '20')
    await doStep(page, 'team')
    await expect(progress(second)).toHaveAttribute('aria-valuenow', '40')
    await second.close()
  })

  await test.step('a milestone is celebrated once', async () => {
    await doStep(page, 'vehicles')
    const celebration = page.getByRole('status', { name: 'Ready to teach' })
    await expect(celebration).toBeVisible()
    await page.reload()
    await expect(progress(page)).toHaveAttribute('aria-valuenow', '60')
    await expect(celebration).toBeHidden()
  })

  await test.step('in another browser the checklist stands where it stood', async () => {
    const context = await browser.newContext()
    const other = await context.newPage()
    await other.goto(server.url + demo)
    await expect(progress(other)).toHaveAttribute('aria-valuenow', '60')
    await expect(other.getByRole('status', { name: 'Ready to teach' })).toBeHidden()
    await context.close()
  })

  await test.step('the last step is celebrated, and NPS is asked and answered', async () => {
    await doStep(page, 'payments')
    await doStep(page, 'go-live')
    await expect(page.getByRole('status', { name: 'Your school is live' })).toBeVisible()
    await page.getByRole('button', { name: 'Close' }).last().click()

    const question = page.getByRole('radiogroup', { name: /How likely are you to recommend Roadbook/ })
    await expect(question).toBeVisible({ timeout: 20_000 })
    await question.getByRole('radio', { name: '9', exact: true }).check()
    const survey = page.getByRole('region', { name: 'Your opinion' })
    await survey.getByRole('button', { name: 'Next' }).click()
    await survey.getByRole('textbox').fill('Booking takes seconds.')
    await survey.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByText(/Thank you/)).toBeVisible()

    const state = page.waitForResponse('**/v1/state')
    await page.reload()
    await state
    await expect(question).toBeHidden()
  })

  await test.step('the CS team sees the account, its progress, its score explained, and the answer', async () => {
    await page.goto('/console/')
    await page.getByLabel(/secret key/i).fill(server.secretKey)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('link', { name: 'Linden Driving School' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Linden Driving School' })).toBeVisible()

    await expect(page.getByRole('progressbar', { name: /Set up your school/ })).toHaveAttribute('aria-valuenow', '100')
    const health = page.getByRole('region', { name: 'Health' })
    const scored = (await (
      await page.request.get(`${server.url}/v1/accounts/linden-trail/health`, {
        headers: { Authorization: `Bearer ${server.secretKey}` },
      })
    ).json()) as { score: number; band: string; coverage: number }
    await expect(health.getByText(String(scored.score), { exact: true })).toBeVisible()
    await expect(health.getByText(scored.band)).toBeVisible()
    await expect(health.getByText(`${Math.round(scored.coverage * 100)} % of the points are known`)).toBeVisible()
    await expect(health.getByRole('row', { name: /Payments.*Current.*10 of 10/ })).toBeVisible()
    await expect(health.getByRole('row', { name: /Likelihood to recommend.*9.*5 of 5/ })).toBeVisible()
    await expect(health.getByRole('row', { name: /Active campaigns.*not known/ })).toBeVisible()
    const timeline = page.getByRole('region', { name: 'Timeline' })
    await expect(timeline.getByText('School went live')).toBeVisible()
    await expect(timeline.getByText('Answered NPS: 9')).toBeVisible()
    await expect(timeline.getByText(/Booking takes seconds/)).toBeVisible()
  })

  await test.step('and the feedback', async () => {
    await page.getByRole('link', { name: 'Feedback' }).click()
    await expect(page.getByText('Which lesson wins?')).toBeVisible()
  })

  await test.step('nothing of it is a fiction: the API says the same', async () => {
    const read = async (path: string) => {
      const response = await fetch(server.url + path, { headers: { Authorization: `Bearer ${server.secretKey}` } })
      return (await response.json()) as unknown
    }
    expect(await read('/v1/accounts/linden-trail/onboarding')).toMatchObject({
      data: [{ program: 'school-setup', status: 'completed', progress: 100, milestones: [{}, { id: 'live' }] }],
    })
    expect(await read('/v1/surveys/nps/results')).toMatchObject({ responses: 1, invited: 1, promoters: { count: 1 } })
    expect(await read('/v1/articles/insights')).toMatchObject({
      data: [
        { article: 'planning/conflicts', locale: 'en', notHelpful: 1, reasons: [{ reason: 'unclear', count: 1 }] },
      ],
    })
    const events = (await read('/v1/events?account=linden-trail&event=school_went_live')) as { data: unknown[] }
    expect(events.data).toHaveLength(1)
  })
})
