import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

function folderWith(name: string, mode = 0o755) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, name), '')
  chmodSync(join(folder, name), mode)
  return { folder, path: join(folder, name) }
}

const noOwnBrowser = '/nowhere/chrome'

test('CHROME_PATH comes first', () => {
  const named = folderWith('my-chrome')
  const installed = folderWith('chromium')
  expect(findBrowser({ CHROME_PATH: named.path, PATH: installed.folder }, noOwnBrowser)).toBe(named.path)
})

test('a CHROME_PATH that leads nowhere is said, not worked around', () => {
  expect(() => findBrowser({ CHROME_PATH: '/nowhere', PATH: folderWith('chromium').folder })).toThrow('Correct it')
})

test('a browser on the PATH is used before one that Playwright downloaded', () => {
  const installed = folderWith('google-chrome')
  const downloaded = folderWith('chrome')
  expect(findBrowser({ PATH: installed.folder }, downloaded.path)).toBe(installed.path)
  expect(findBrowser({ PATH: '' }, downloaded.path)).toBe(downloaded.path)
})

test('a file that cannot be run is no browser', () => {
  expect(findBrowser({ PATH: folderWith('chromium', 0o644).folder }, noOwnBrowser)).toBeNull()
})
