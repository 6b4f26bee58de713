import { expect, type Page } from '@playwright/test'
import { call, step, test } from './guided/guided-test.ts'
import { panel, test as testHelp } from './guided/help-test.ts'

const dialogIsOpen = (page: Page) => page.evaluate(() => document.querySelector('dialog')?.open)
const showDialog = (page: Page) => page.evaluate(() => document.querySelector('dialog')?.showModal())
const text = (page: Page) => page.locator('cairn-root').getByRole('textbox')

/** Begins the survey whose second question is written into. */
const write = async (page: Page, words: string) => {
  await call(page, 'open', 'nps')
  await page.getByRole('radio', { name: '9', exact: true }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await text(page).focus()
  await page.keyboard.type(words)
}

test('one press of Escape closes one thing, not the dialog of the page as well', async ({ page, host }) => {
  await page.goto(host())
  await showDialog(page)
  await call(page, 'open', 'middle')
  await expect(page.getByRole('dialog', { name: 'In the middle' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'In the middle' })).toBeHidden()
  expect(await dialogIsOpen(page)).toBe(true)
  await call(page, 'open', 'in-dialog')
  await step(page, 'Inside the dialog').getByRole('button', { name: 'Close' }).press('Escape')
  await expect(step(page, 'Inside the dialog')).toBeHidden()
  expect(await dialogIsOpen(page)).toBe(true)
})

test('Escape belongs to a word that is being composed', async ({ page, host }) => {
  await page.goto(host())
  await write(page, 'Half a ')
  const keyboard = await page.context().newCDPSession(page)
  await keyboard.send('Input.imeSetComposition', { text: 'かん', selectionStart: 2, selectionEnd: 2 })
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Escape', code: 'Escape' })
  await expect(text(page)).toHaveValue(/^Half a /)
})

test('a dialog of the page that keeps the focus lets go of it for an answer', async ({ page, host }) => {
  await page.goto(host())
  await write(page, '')
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement('input'))
    // As the dialogs of component libraries do: what takes the focus from them loses it again.
    const keep = ({ relatedTarget }: FocusEvent) => relatedTarget !== field && field.focus()
    document.addEventListener('focusout', keep)
    document.addEventListener('focusin', (event) => event.target !== field && field.focus())
    field.focus()
  })
  await text(page).click()
  await page.keyboard.type('for Cairn')
  await expect(text(page)).toHaveValue('for Cairn')
  await expect(page.locator('body > input')).toHaveValue('')
})

test('nothing of it is printed', async ({ page, host }) => {
  await page.goto(host())
  await write(page, '')
  await page.emulateMedia({ media: 'print' })
  await expect(text(page)).toBeHidden()
})

test('what is pasted into an answer is not for the page', async ({ page, host }) => {
  await page.goto(host())
  await page.evaluate(() => {
    for (const type of ['copy', 'paste']) document.addEventListener(type, (event) => event.preventDefault())
  })
  await write(page, 'twice ')
  for (const keys of ['ControlOrMeta+a', 'ControlOrMeta+c', 'End', 'ControlOrMeta+v']) await page.keyboard.press(keys)
  await expect(text(page)).toHaveValue('twice twice ')
})

testHelp('comes back from a dialog that the page takes off', async ({ page, host }) => {
  await page.goto(host())
  await showDialog(page)
  await call(page, 'open', 'help')
  await expect(page.locator('dialog > cairn-root')).toHaveCount(1)
  await page.evaluate(() => document.querySelector('dialog')?.remove())
  await expect(panel(page)).toBeVisible()
})

test('a banner that pushes the page waits for who is writing', async ({ page, host }) => {
  await page.goto(host())
  await write(page, 'Half ')
  await page.evaluate(() => history.pushState({}, '', '/second'))
  await expect(page.getByRole('region', { name: 'Notice' })).toBeVisible()
  await page.keyboard.type('and half')
  await expect(text(page)).toHaveValue('Half and half')
  await page.getByRole('heading').first().click()
  await expect.poll(() => page.evaluate(() => document.body.previousElementSibling?.localName)).toBe('cairn-root')
})

test('a target that is scrolled away within the page is brought into view', async ({ page, host }) => {
  await page.goto(host())
  await page.evaluate(() => {
    const scroller = document.createElement('div')
    scroller.style.cssText = 'position: fixed; inset: 0 0 auto; height: 100px; overflow: auto'
    const target = Object.assign(document.createElement('button'), { id: 'late', textContent: 'Late' })
    target.style.cssText = 'display: block; margin-block: 250px 500px !important'
    scroller.append(target)
    document.body.append(scroller)
  })
  await call(page, 'open', 'late')
  await expect(step(page, 'It came late')).toBeVisible()
  await expect(page.locator('#late')).toBeInViewport()
})
