import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { call, step, test } from './guided/guided-test.ts'

test('leads from step to step beside what it speaks of, on a page that forbids all it can', async ({
  page,
  host,
  facts,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() !== 'log' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(host())
  await call(page, 'open', 'walk')
  await expect(step(page, 'The first')).toBeVisible()
  await expect(step(page, 'The first')).toContainText('1 of 4')
  const light = (await page.locator('cairn-root .light').boundingBox())!
  const target = (await page.locator('#one').boundingBox())!
  expect(Math.abs(light.x + light.width / 2 - target.x - target.width / 2)).toBeLessThan(1)
  expect(Math.abs(light.y + light.height / 2 - target.y - target.height / 2)).toBeLessThan(1)

  await step(page, 'The first').getByRole('button', { name: 'Next' }).click()
  await expect(step(page, 'The second')).toBeVisible()
  await step(page, 'The second').getByRole('button', { name: 'Back' }).click()
  await step(page, 'The first').getByRole('button', { name: 'Next' }).click()
  await step(page, 'The second').getByRole('button', { name: 'Next' }).click()
  await step(page, 'The third').getByRole('button', { name: 'Next' }).click()
  await step(page, 'The end').getByRole('button', { name: 'Done' }).click()
  await expect(page.locator('cairn-root')).not.toContainText('The end')

  await expect.poll(() => facts('tour_completed')).toHaveLength(1)
  expect(await facts('calendar_tour_completed')).toHaveLength(1)
  const seen = (await facts('tour_step_viewed')).map(({ properties }) => properties['step'])
  expect(seen.reverse()).toEqual(['one', 'two', 'one', 'two', 'three', 'end'])
  expect((await facts('tour_started')).map(({ properties }) => properties)).toEqual([{ tour: 'walk', opened: true }])
  expect(complaints).toEqual([])
})

test('is gone for good where it was closed: in other tabs, on other devices, after a reload', async ({
  page,
  browser,
  host,
  facts,
}) => {
  await page.goto(host('/students/7'))
  await expect(step(page, 'On a student')).toBeVisible()
  await step(page, 'On a student').getByRole('button', { name: 'Close' }).click()
  await expect.poll(() => facts('tour_dismissed')).toHaveLength(1)
  await page.goto(host('/students/8'))
  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto(host('/students/7'))
  await other.waitForTimeout(1500)
  await expect(step(page, 'On a student')).toBeHidden()
  await expect(step(other, 'On a student')).toBeHidden()
  await context.close()
})

test('comes up in one of two tabs', async ({ page, host }) => {
  const second = await page.context().newPage()
  await Promise.all([page.goto(host('/students/7')), second.goto(host('/students/7'))])
  await page.bringToFront()
  await page.waitForTimeout(1500)
  await second.bringToFront()
  await second.waitForTimeout(1500)
  const shown = await Promise.all([page, second].map((tab) => step(tab, 'On a student').count()))
  expect(shown.toSorted()).toEqual([0, 1])
})

test('comes up after its event and delay, and on the pages of its address, which a router may change', async ({
  page,
  host,
}) => {
  await Promise.all([page.waitForResponse('**/v1/state'), page.goto(host())])
  await page.evaluate(() => history.pushState(null, '', '/students/9'))
  await expect(step(page, 'On a student')).toBeVisible()
  await step(page, 'On a student').getByRole('button', { name: 'Done' }).click()
  await call(page, 'track', 'lesson_booked')
  await expect(step(page, 'After the event')).toBeVisible()
})

test('goes on after a change of page, and takes the person to the page of a step', async ({ page, host, facts }) => {
  await page.goto(host())
  await call(page, 'open', 'pages')
  await expect(step(page, 'Here')).toBeVisible()
  // A survey is due by then, which has to wait.
  await call(page, 'track', 'invoice_sent')
  await page.waitForTimeout(5500)
  await step(page, 'Here').getByRole('button', { name: 'Next' }).click()
  await expect(page).toHaveURL(/\/second$/)
  await expect(step(page, 'There')).toBeVisible()
  await page.reload()
  await expect(step(page, 'There')).toBeVisible()
  await step(page, 'There').getByRole('button', { name: 'Next' }).click()
  await expect(page).toHaveURL(/\/second.*#\/deep$/)
  await expect(step(page, 'Deeper')).toBeVisible()
  expect(await facts('tour_started')).toHaveLength(1)
})

test('goes on by what the person does: a click, an answer, an event, a page', async ({ page, host }) => {
  await page.goto(host())
  await call(page, 'open', 'acts')
  await expect(step(page, 'Click it')).toBeVisible()
  await expect(step(page, 'Click it').getByRole('button', { name: 'Next' })).toBeHidden()
  await page.locator('#one').click()
  await expect(step(page, 'Write it')).toBeVisible()
  await page.getByLabel('Name').fill('Mia')
  await page.keyboard.press('Tab')
  await expect(step(page, 'Send it')).toBeVisible()
  await call(page, 'track', 'invoice_sent')
  await expect(step(page, 'Go there')).toBeVisible()
  await page.locator('#to-second').click()
  await expect(step(page, 'Arrived')).toBeVisible()
})

test.describe('a target', () => {
  const light = (page: Page) => page.locator('cairn-root .light')
  /** Measured in one go: an element may be drawn anew between two questions. */
  const distance = (page: Page, selector: string) =>
    page.evaluate((selector) => {
      const inShadow = document.querySelector('#shadow')?.shadowRoot?.querySelector(selector)
      const target = document.querySelector(selector) ?? inShadow
      const lit = document.querySelector('cairn-root')?.shadowRoot?.querySelector('.light')
      const [one, other] = [lit, target].map((element) => element?.getBoundingClientRect())
      if (!one || !other) return Infinity
      return (
        Math.abs(one.x + one.width / 2 - other.x - other.width / 2) +
        Math.abs(one.y + one.height / 2 - other.y - other.height / 2)
      )
    }, selector)

  test('may come late, move, scroll, go away and come back', async ({ page, host }) => {
    await page.goto(host())
    await call(page, 'open', 'late')
    await page.waitForTimeout(700)
    await expect(step(page, 'It came late')).toBeHidden()
    await page.evaluate(() => {
      const late = Object.assign(document.createElement('button'), { id: 'late', textContent: 'Late' })
      document.querySelector('main')?.append(late)
    })
    await expect(step(page, 'It came late')).toBeVisible()
    await expect(page.locator('#late')).toBeInViewport()
    await expect.poll(() => distance(page, '#late')).toBeLessThan(1)
    await page.evaluate(() => document.querySelector('.tall')?.setAttribute('hidden', ''))
    await expect.poll(() => distance(page, '#late')).toBeLessThan(1)
    await page.evaluate(() => document.querySelector('#late')?.classList.add('away'))
    await expect.poll(() => distance(page, '#late')).toBeLessThan(1)
    await page.evaluate(() => document.querySelector('#late')?.setAttribute('hidden', ''))
    await expect(step(page, 'It came late')).toBeHidden()
    await page.evaluate(() => document.querySelector('#late')?.removeAttribute('hidden'))
    await expect(step(page, 'It came late')).toBeVisible()
  })

  test('may be made anew all the time', async ({ page, host }) => {
    await page.goto(host())
    await call(page, 'open', 'restless')
    await expect(step(page, 'It never rests')).toBeVisible()
    const hidden = await page.evaluate(async () => {
      const speech = document.querySelector('cairn-root')?.shadowRoot?.querySelector<HTMLElement>('.speech')
      let frames = 0
      for (let count = 0; count < 60; count++) {
        await new Promise(requestAnimationFrame)
        if (!speech?.isConnected || speech.hidden) frames++
      }
      return frames
    })
    expect(hidden).toBeLessThan(6)
    expect(await distance(page, '#restless')).toBeLessThan(1)
  })

  test('may lie in an open shadow tree', async ({ page, host }) => {
    await page.goto(host())
    await call(page, 'open', 'shadow')
    await expect(step(page, 'Inside')).toBeVisible()
    expect(await distance(page, '#in-shadow')).toBeLessThan(1)
  })

  test('that is missing is reported, and its step left out, shown in the middle, or the end', async ({
    page,
    host,
    facts,
  }) => {
    await page.goto(host())
    await call(page, 'open', 'gone')
    await step(page, 'The first').getByRole('button', { name: 'Next' }).click()
    await expect(step(page, 'In the middle')).toBeVisible()
    await expect(light(page)).toHaveCount(0)
    await step(page, 'In the middle').getByRole('button', { name: 'Next' }).click()
    await expect(page.locator('cairn-root .tour')).toHaveCount(0)
    await expect
      .poll(async () => (await facts('tour_target_missing')).map(({ properties }) => properties['step']))
      .toEqual(['over', 'broken', 'centered', 'skipped'])
    expect(await facts('tour_completed')).toEqual([])
  })

  test('of no step being there, the tour is not completed', async ({ page, host, facts }) => {
    await page.goto(host())
    await call(page, 'open', 'nothing')
    await expect.poll(() => facts('tour_target_missing')).toHaveLength(2)
    await page.waitForTimeout(500)
    expect([await facts('tour_completed'), await facts('calendar_tour_completed')]).toEqual([[], []])
  })

  test('in a modal dialog of the page brings the tour into it, and out again', async ({ page, host }) => {
    await page.goto(host())
    await call(page, 'open', 'walk')
    await expect(step(page, 'The first')).toBeVisible()
    await page.evaluate(() => document.querySelector('dialog')?.showModal())
    await expect(page.locator('dialog#dialog > cairn-root')).toHaveCount(1)
    await step(page, 'The first').getByRole('button', { name: 'Next' }).click()
    await step(page, 'The second').getByRole('button', { name: 'Close' }).click()
    await expect(page.locator('html > cairn-root')).toHaveCount(1)

    await call(page, 'open', 'in-dialog')
    await expect(step(page, 'Inside the dialog')).toBeVisible()
    expect(await distance(page, '#in-dialog')).toBeLessThan(1)
    await page.evaluate(() => document.querySelector('dialog')?.remove())
    await expect(page.locator('html > cairn-root')).toHaveCount(1)
  })
})

test('stays above what the page lifts into the top layer, and can be pressed there', async ({ page, host }) => {
  await page.goto(host())
  await call(page, 'open', 'walk')
  await expect(step(page, 'The first')).toBeVisible()
  await page.evaluate(() => {
    const cover = Object.assign(document.createElement('div'), { popover: 'manual', id: 'cover', textContent: 'Cover' })
    cover.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh'
    document.body.append(cover)
    cover.showPopover()
  })
  await step(page, 'The first').getByRole('button', { name: 'Next' }).click({ timeout: 3000 })
  await expect(step(page, 'The second')).toBeVisible()
})

test('can be pressed and read where a dialog of the page catches clicks and focus', async ({ page, host }) => {
  await page.goto(host())
  await page.evaluate(() => {
    const dialog = document.querySelector('main')!
    document.body.style.pointerEvents = 'none'
    const outside = (event: Event) => !dialog.contains(event.target as Node)
    document.addEventListener('focusin', (event) => outside(event) && document.querySelector('input')?.focus())
    document.addEventListener('pointerdown', (event) => outside(event) && dialog.remove())
  })
  await call(page, 'open', 'walk')
  await step(page, 'The first').getByRole('button', { name: 'Next' }).click()
  await expect(step(page, 'The second')).toBeFocused()
})

test('comes back, once, where the page takes its element off', async ({ page, host }) => {
  await page.goto(host())
  await call(page, 'open', 'walk')
  for (let times = 0; times < 2; times++) {
    await expect(step(page, 'The first')).toBeVisible()
    await page.evaluate(() => document.querySelector('cairn-root')?.remove())
  }
  await step(page, 'The first').getByRole('button', { name: 'Next' }).click()
  await expect(step(page, 'The second')).toBeVisible()
  await page.evaluate(() => document.querySelector('dialog')?.showModal())
  await expect(page.locator('dialog > cairn-root')).toHaveCount(1)
  await page.evaluate(() => document.querySelector('dialog')?.replaceChildren('Drawn anew'))
  await expect(page.locator('dialog > cairn-root')).toHaveCount(1)
  await expect(step(page, 'The second')).toBeVisible()
})

test.describe('by keyboard', () => {
  test('takes no focus by itself, says itself, and keeps its keys from the page', async ({ page, host }) => {
    await page.goto(host('/students/7'))
    await page.getByLabel('Name').focus()
    await expect(step(page, 'On a student')).toBeVisible()
    await expect(page.getByLabel('Name')).toBeFocused()
    await expect(page.locator('cairn-root .tour [aria-live]')).toHaveText('On a student. ')
    // In a field Escape is the page's.
    await page.keyboard.press('Escape')
    await expect(step(page, 'On a student')).toBeVisible()
    await step(page, 'On a student').getByRole('button', { name: 'Close' }).focus()
    await page.keyboard.press('a')
    expect(await page.evaluate(() => document.documentElement.dataset['keys'])).toBe('Escape')
    expect(await page.evaluate(() => document.documentElement.dataset['pressed'])).toBeUndefined()
    await page.keyboard.press('Escape')
    await expect(step(page, 'On a student')).toBeHidden()
  })

  test('follows the person who moves on, holds them in a modal step only, and takes them back', async ({
    page,
    host,
  }) => {
    await page.goto(host())
    await page.getByLabel('Name').click()
    await call(page, 'open', 'walk')
    await expect(step(page, 'The first')).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(step(page, 'The second')).toBeFocused()
    await step(page, 'The second').getByRole('button', { name: 'Next' }).press('Enter')
    await step(page, 'The third').getByRole('button', { name: 'Next' }).press('Enter')
    await expect(page.locator('cairn-root .speech')).toBeFocused()
    for (let presses = 0; presses < 6; presses++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => ['CAIRN-ROOT', 'BODY'].includes(document.activeElement?.tagName ?? ''))).toBe(
        true,
      )
    }
    await page.keyboard.press('Escape')
    await expect(step(page, 'The end')).toBeHidden()
    await expect(page.getByLabel('Name')).toBeFocused()
  })
})

test.describe('looks right', () => {
  const inWindow = async (page: Page) => {
    const box = (await page.locator('cairn-root .speech').boundingBox())!
    const { width, height } = page.viewportSize()!
    return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height
  }

  test('to those who need it otherwise: axe, less motion, forced colours, from right to left, 200 % zoom, phone', async ({
    page,
    host,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
    for (const [query, width, height] of [
      ['&dir=rtl', 1280, 800],
      ['', 640, 400],
      ['', 375, 667],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.goto(host('/', query))
      await page.evaluate(() => sessionStorage.clear())
      await call(page, 'open', 'walk')
      await expect(page.locator('cairn-root .speech')).toBeVisible()
      await page.waitForTimeout(300)
      expect(await inWindow(page)).toBe(true)
      expect((await new AxeBuilder({ page }).include('cairn-root').analyze()).violations).toEqual([])
      const outline = await page
        .locator('cairn-root .light')
        .evaluate((element) => getComputedStyle(element).outlineWidth)
      expect(outline).toBe('3px')
      await call(page, 'close', 'walk')
    }
  })
})

test('a step of a checklist shows how it is done, and is done when the tour is', async ({ page, host }) => {
  await page.goto(host())
  await page.evaluate(() => {
    const { user } = document.body.dataset
    ;(window as unknown as { cairn: unknown[] }).cairn.push(['group', `school-of-${user}`, { segment: 'guided' }])
  })
  const checklist = page.getByRole('region', { name: 'Learn it' })
  await checklist.getByRole('button', { name: 'Show me how' }).click()
  await expect(step(page, 'The first')).toBeFocused()
  await expect(checklist).toBeHidden()
  for (const name of ['The first', 'The second', 'The third']) {
    await step(page, name).getByRole('button', { name: 'Next' }).click()
  }
  await step(page, 'The end').getByRole('button', { name: 'Done' }).click()
  await expect(checklist.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50')
  await page.reload()
  await expect(checklist.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50')
})
