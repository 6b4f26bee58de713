import type { Page } from '@playwright/test'

/** Signs a browser in to the console, as its form does. */
export async function signIn(page: Page, secretKey: string): Promise<void> {
  const response = await page.request.post('/v1/session', { data: { secretKey } })
  if (!response.ok()) throw new Error(`Nobody could sign in: ${await response.text()}`)
}
