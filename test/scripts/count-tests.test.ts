import { expect, test } from 'vitest'
import { countPlaywright, countVitest, tallyRun } from '../../scripts/count-tests.ts'

const assertions = (...statuses: string[]) => statuses.map((status) => ({ status }))

test('a file that broke before its first test counts as one failure', () => {
  const report = JSON.stringify({
    testResults: [
      { status: 'passed', assertionResults: assertions('passed', 'passed', 'skipped') },
      { status: 'failed', assertionResults: assertions('passed', 'failed', 'failed') },
      { status: 'failed', assertionResults: [] },
    ],
  })
  expect(countVitest(report)).toEqual({ passed: 3, failed: 3 })
})

test('a page test that passed on its second try passed, and an error outside of tests is a failure', () => {
  const report = JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] })
  expect(countPlaywright(report)).toEqual({ passed: 5, failed: 2 })
})

test('a runner that crashed counts as one failure, with or without a report', () => {
  const fine = () => ({ passed: 3, failed: 0 })
  expect(tallyRun(1, null, fine)).toEqual({ passed: 0, failed: 1 })
  expect(tallyRun(0, null, fine)).toEqual({ passed: 0, failed: 1 })
  expect(tallyRun(139, '{}', fine)).toEqual({ passed: 3, failed: 1 })
  expect(tallyRun(0, '{}', fine)).toEqual({ passed: 3, failed: 0 })
})
