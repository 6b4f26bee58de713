import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { call, test } from './guided/guided-test.ts'

/** Opens a page and waits until Cairn knows the person. */
const arrive = (page: Page, address: string) => Promise.all([page.waitForResponse('**/v1/state'), page.goto(address)])
const survey = (page: Page) => page.getByRole('region', { name: 'Your opinion' })
const button = (page: Page, name: string) => survey(page).getByRole('button', { name })

const expectNoBarrier = async (page: Page) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect((await new AxeBuilder({ page }).include('cairn-root').analyze()).violations).toEqual([])
  }
}

test('a survey comes up on its page, by keyboard alone, and goes on where it was after a reload', async ({
  page,
  host,
  answers,
}) => {
  await arrive(page, host('/'))
  await page.waitForTimeout(1500)
  await expect(survey(page)).toBeHidden()
  await page.evaluate(() => history.pushState(null, '', '/poll/today'))
  await expect(page.getByRole('radiogroup', { name: 'How do you feel?' })).toBeVisible()
  await expect(page.locator('cairn-root [aria-live]').first()).toHaveText('How do you feel?')
  await expect(button(page, 'Remind me later')).toBeHidden()
  await expectNoBarrier(page)

  const faces = page.getByRole('radio')
  await faces.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '2' })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radiogroup', { name: 'How many stars?' })).toBeVisible()
  await page.getByRole('radio', { name: '4' }).check()
  await expectNoBarrier(page)
  await expect.poll(answers).toEqual([{ answers: { mood: 2, stars: 4 }, completed: false }])
  await button(page, 'Next').click()

  await page.reload()
  const wishes = page.getByRole('group', { name: 'What do you wish for?' })
  await expect(wishes).toBeVisible()
  await button(page, 'Next').click()
  await expect(survey(page).getByRole('alert')).toHaveText('Please choose or write an answer.')
  await wishes.getByRole('checkbox', { name: 'Something else' }).focus()
  await page.keyboard.press('Space')
  await wishes.getByRole('checkbox', { name: 'More sun' }).check()
  await expectNoBarrier(page)
  await button(page, 'Next').click()
  await survey(page).getByRole('textbox', { name: 'What is it?' }).fill('Rain')
  await button(page, 'Send').click()
  await expect(survey(page).getByRole('status')).toBeVisible()
  await expect
    .poll(answers)
    .toEqual([{ answers: { mood: 2, stars: 4, wishes: ['sun', 'other'], which: 'Rain' }, completed: true }])
})

test('its choices are made anew, in French, on a phone', async ({ page, host, answers }) => {
  await page.setViewportSize({ width: 375, height: 700 })
  await page.goto(host('/poll/a', '&lang=fr'))
  const asked = page.getByRole('region', { name: 'Votre avis' })
  await asked.getByRole('button', { name: 'Passer' }).click()
  await asked.getByRole('button', { name: 'Passer' }).click()
  await asked.getByRole('checkbox', { name: 'Plus de soleil' }).check()
  await asked.getByRole('checkbox', { name: 'Plus de temps' }).check()
  await asked.getByRole('checkbox', { name: 'Plus de soleil' }).uncheck()
  await asked.getByRole('button', { name: 'Envoyer' }).click()
  await expect.poll(answers).toEqual([{ answers: { wishes: ['time'] }, completed: true }])
})

test('a survey that is put off is closed, not declined, and comes back when it is time', async ({
  page,
  host,
  answers,
}) => {
  await arrive(page, host('/'))
  await call(page, 'track', 'payment_recorded')
  await expect(button(page, 'Remind me later')).toBeVisible()
  await expectNoBarrier(page)
  const [shown] = await Promise.all([
    page.waitForRequest((request) => request.url().endsWith('/v1/shown')),
    button(page, 'Remind me later').click(),
  ])
  expect(shown.postDataJSON()).toMatchObject({ kind: 'survey', id: 'put-off', action: 'postponed' })
  await expect(survey(page)).toBeHidden()
  await call(page, 'track', 'payment_recorded')
  await page.waitForTimeout(1000)
  await expect(survey(page)).toBeHidden()

  // Three days later the server says that it is time, and no event is waited for.
  await page.route('**/v1/state', async (route) => {
    const response = await route.fetch()
    const state = (await response.json()) as { surveys: { definition: { id: string } }[] }
    const surveys = state.surveys.map((each) =>
      each.definition.id === 'put-off' ? { ...each, eligible: true, remind: 'now' } : each,
    )
    await route.fulfill({ response, json: { ...state, surveys } })
  })
  await page.route('**/v1/shown', (route) => route.fulfill({ json: { granted: true, reason: '' } }))
  await page.goto(host('/'))
  await expect(page.getByRole('radiogroup', { name: 'How easy was that?' })).toBeVisible()
  await expect(button(page, 'Remind me later')).toBeHidden()
  expect(await answers()).toEqual([])
})

test('who begins to answer can no longer put it off', async ({ page, host }) => {
  await arrive(page, host('/'))
  await call(page, 'track', 'payment_recorded')
  await survey(page).getByRole('radio', { name: '3' }).check()
  await expect(button(page, 'Remind me later')).toBeHidden()
})
