/** How many tests of a run passed and failed. */
export interface Tally {
  passed: number
  failed: number
}

/** Counts a Vitest JSON report. A file that broke before its first test is one failure. */
export function countVitest(report: string): Tally {
  const { testResults } = JSON.parse(report) as {
    testResults: { status: string; assertionResults: { status: string }[] }[]
  }
  const tally = { passed: 0, failed: 0 }
  for (const file of testResults) {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed').length
    tally.passed += file.assertionResults.filter(({ status }) => status === 'passed').length
    tally.failed += file.status === 'failed' ? Math.max(failed, 1) : failed
  }
  return tally
}

/** Counts a Playwright JSON report. A test that passed on a second try passed; an error outside a test is a failure. */
export function countPlaywright(report: string): Tally {
  const { stats, errors } = JSON.parse(report) as {
    stats: { expected: number; unexpected: number; flaky: number }
    errors: unknown[]
  }
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }
}

/** A run that ended badly has failed, whatever its report says; one without a report broke before it could count. */
export function tallyRun(exitCode: number, report: string | null, count: (report: string) => Tally): Tally {
  const tally = report === null ? { passed: 0, failed: 1 } : count(report)
  if (exitCode !== 0 && tally.failed === 0) tally.failed = 1
  return tally
}
