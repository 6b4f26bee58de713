import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Finds a Chromium for the browser tests: the one `CHROME_PATH` names, else one of this machine, else Playwright's.
 *
 * @returns the path of its executable, or null where there is none.
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env, ownBrowser = chromium.executablePath()) {
  if (env['CHROME_PATH']) {
    if (isExecutable(env['CHROME_PATH'])) return env['CHROME_PATH']
    throw new Error(`CHROME_PATH names ${env['CHROME_PATH']}, which is no executable file. Correct it or unset it.`)
  }
  const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...elsewhere, ownBrowser].find(isExecutable) ?? null
}

function isExecutable(path: string) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
