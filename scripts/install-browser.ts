import { readFileSync } from 'node:fs'
import { findBrowser } from './find-browser.ts'
import { runCommand } from './run-command.ts'

/**
 * Finds a browser, or installs one where there is none: Debian's as root on Debian, Playwright's elsewhere.
 *
 * @returns the path of its executable.
 */
export async function findOrInstallBrowser(): Promise<string> {
  const found = findBrowser()
  if (found) return found

  const isRoot = process.getuid?.() === 0
  if (isRoot && isDebian()) {
    console.log('No Chromium on this machine: installing Debian’s.')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const updated = await runCommand('apt-get', ['update', '-qq'], env)
    if (updated === 0) await runCommand('apt-get', ['install', '-y', '-qq', 'chromium'], env)
    const installed = findBrowser()
    if (installed) return installed
  }

  console.log('No Chromium on this machine: installing Playwright’s.')
  const libraries = isRoot && process.platform === 'linux' ? ['--with-deps'] : []
  await runCommand('npx', ['playwright', 'install', ...libraries, 'chromium'])
  const downloaded = findBrowser()
  if (downloaded) return downloaded

  throw new Error(
    'The browser tests need Chromium and it could not be installed. Install Chromium or Chrome, or set CHROME_PATH to one.',
  )
}

/** True on Debian itself: Ubuntu's `chromium` package is only a pointer to its own store. */
function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
