import type { Browser } from '@playwright/test'

/** What a page had to do until something showed. */
export interface Visit {
  /** Milliseconds of script on a processor that is slowed down four times. */
  script: number
  /** Milliseconds of tasks over 50 ms, together. */
  longTasks: number
}

const slowdown = 4

/** Visits a page, waits until `isShown` holds in it and a second more, and reads what the browser counted. */
export async function measureVisit(browser: Browser, url: string, isShown: string): Promise<Visit> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable')
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.addInitScript(() => {
      const long: number[] = []
      Object.assign(window, { long })
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) long.push(duration)
      })
      observer.observe({ type: 'longtask', buffered: true })
    })
    await page.goto(url)
    await page.waitForFunction(isShown)
    await page.waitForTimeout(1000)
    const { metrics } = await session.send('Performance.getMetrics')
    const script = (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000
    const long = await page.evaluate(() => (window as unknown as { long: number[] }).long)
    return { script, longTasks: long.reduce((sum, duration) => sum + duration, 0) }
  } finally {
    await context.close()
  }
}
