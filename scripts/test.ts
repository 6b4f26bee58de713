import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countPlaywright, countVitest, tallyRun } from './count-tests.ts'
import type { Tally } from './count-tests.ts'
import { findOrInstallBrowser } from './install-browser.ts'
import { runCommand } from './run-command.ts'

const reports = mkdtempSync(join(tmpdir(), 'cairn-tests-'))
const broken: Tally = { passed: 0, failed: 1 }

/** What needs no page. */
async function runUnitTests(): Promise<Tally> {
  const file = join(reports, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return tallyRun(await runCommand('vitest', args), read(file), countVitest)
}

/** What needs a page, on the built site, and the browser it needs. */
async function runBrowserTests(): Promise<Tally> {
  const file = join(reports, 'playwright.json')
  const env = { CHROME_PATH: await findOrInstallBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  return tallyRun(await runCommand('playwright', ['test', '--reporter=list,json'], env), read(file), countPlaywright)
}

function read(file: string) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** A part that cannot even start is one failure, and what needs nothing of it still runs. */
async function attempt(part: () => Promise<Tally>): Promise<Tally> {
  try {
    return await part()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return broken
  }
}

const isBuilt = (await runCommand('npm', ['run', '--silent', 'build', '--', '--only-stale'])) === 0
const tallies = [await attempt(runUnitTests), isBuilt ? await attempt(runBrowserTests) : broken]
rmSync(reports, { recursive: true, force: true })

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
console.log(`\n${passed} passed, ${failed} failed`)
