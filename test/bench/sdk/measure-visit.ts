import type { Browser, CDPSession, Page } from '@playwright/test'

/** What a page had to do until something showed. */
export interface Visit {
  /** Milliseconds of script on a processor that is slowed down four times. */
  script: number
  /** Milliseconds of tasks over 50 ms, together. */
  longTasks: number
}

const slowdown = 4

/** How a processor is slowed down, and a page is waited for. */
async function visit<Result>(
  browser: Browser,
  { url, isShown }: { url: string; isShown: string },
  read: (page: Page, session: CDPSession) => Promise<() => Promise<Result>>,
): Promise<Result> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const result = await read(page, session)
    await page.goto(url)
    await page.waitForFunction(isShown)
    await page.waitForTimeout(1000)
    return await result()
  } finally {
    await context.close()
  }
}

/** Visits a page, waits until `isShown` holds in it and a second more, and reads what the browser counted. */
export const measureVisit = (browser: Browser, url: string, isShown: string): Promise<Visit> =>
  visit(browser, { url, isShown }, async (page, session) => {
    await session.send('Performance.enable')
    await page.addInitScript(() => {
      const long: number[] = []
      Object.assign(window, { long })
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) long.push(duration)
      })
      observer.observe({ type: 'longtask', buffered: true })
    })
    return async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      const script = (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000
      const long = await page.evaluate(() => (window as unknown as { long: number[] }).long)
      return { script, longTasks: long.reduce((sum, duration) => sum + duration, 0) }
    }
  })

/** Milliseconds of the processor in the longest task of a visit. It is a visit of its own: writing down every task takes time too. */
export const measureLongestTask = (browser: Browser, url: string, isShown: string): Promise<number> =>
  visit(browser, { url, isShown }, async (page) => {
    await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'devtools.timeline'] })
    return async () => {
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
      const threads = traceEvents
        .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid} ${tid}`)
      const tasks = traceEvents.filter(({ name, pid, tid }) => name === 'RunTask' && threads.includes(`${pid} ${tid}`))
      return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000))
    }
  })

/** As Chromium writes them down. */
interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Microseconds of the processor: waiting for others is not counted. */
  tdur?: number
  args?: { name?: string }
}
