import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What a policy or a script complained about, from now on. */
export function complaints(page: Page): string[] {
  const seen: string[] = []
  page.on('pageerror', (error) => seen.push(error.message))
  page.on('console', (message) => {
    // A page that is missing is an error that the browser itself writes down.
    if (message.type() === 'error' && !message.text().includes('404')) seen.push(message.text())
  })
  return seen
}

/** Holds that what is shown has no barrier that can be found by a machine, and is not wider than the screen. */
export async function expectNoBarrier(page: Page): Promise<void> {
  await expectNoViolation(new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }))
  await expectNoOverflow(page)
}

/** Holds that a page is not wider than the screen. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
}

const phone = 375

/** A phone and a desktop. */
export const widths = [phone, 1280]

/**
 * Holds the same at a width: on a desktop in light and dark, on a phone in the dark only, for its few parts that no desktop
 * shows have the colours of all others.
 */
export async function expectNoBarrierAt(width: number, page: Page): Promise<void> {
  if (width !== phone) return expectNoBarrierInAnyScheme(page)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectNoBarrier(page)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
}

/**
 * Holds the same in the dark as well, where nothing but colours is other than in the light. Nothing moves meanwhile: a
 * button on its way from one colour to the other has one that no reader is left with.
 */
export async function expectNoBarrierInAnyScheme(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectNoBarrier(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolation(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
}

async function expectNoViolation(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
}

/** Notes what moves by itself on the pages that are opened from now on, and from where to where. */
export async function watchShifts(page: Page): Promise<void> {
  interface Shift extends PerformanceEntry {
    hadRecentInput: boolean
    sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
  }
  await page.addInitScript(() => {
    const placeOf = ({ x, y, width, height }: DOMRectReadOnly) => `${x},${y} ${width}x${height}`
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, sources, startTime } of list.getEntries() as Shift[]) {
        const moved = sources.map(({ node, previousRect, currentRect }) => {
          const html = node instanceof Element ? node.outerHTML : node?.textContent
          return `${html?.slice(0, 100)} from ${placeOf(previousRect)} to ${placeOf(currentRect)}`
        })
        if (!hadRecentInput) document.documentElement.dataset['moved'] = [`after ${startTime} ms`, ...moved].join('\n')
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** Holds that nothing has moved since the page was opened. */
export async function expectNoShift(page: Page): Promise<void> {
  expect(await page.locator('html').getAttribute('data-moved')).toBeNull()
}
