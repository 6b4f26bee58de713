import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { formatProblem, loadDefinitions, readDefinitions } from '../../api/definitions/load.ts'

const root = join(import.meta.dirname, '../..')

/** The shipped definitions with one text of one file replaced: what is then wrong, as lines. */
function problemsAfter(file: string, search: string | RegExp, replacement: string): string[] {
  const copy = mkdtempSync(join(tmpdir(), 'cairn-definitions-'))
  onTestFinished(() => rmSync(copy, { recursive: true }))
  for (const folder of ['content', 'surveys']) {
    cpSync(join(root, folder), join(copy, folder), { recursive: true, filter: (path) => !path.includes('/articles') })
  }
  const before = readFileSync(join(copy, file), 'utf8')
  const after = before.replace(search, replacement)
  expect(after).not.toBe(before)
  writeFileSync(join(copy, file), after)
  return readDefinitions({ root: copy }).problems.map(formatProblem)
}

const lineOf = (file: string, part: string) =>
  readFileSync(join(root, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(part)) + 1

const program = 'content/programs/school-setup.yaml'

test('the shipped definitions are right', () => {
  expect(readDefinitions({ root }).problems).toEqual([])
  expect(loadDefinitions({ root }).surveys.map((survey) => survey.id)).toEqual(['ces', 'csat', 'exit-interview', 'nps'])
})

test('an event that the tracking plan lacks is named with file, line and remedy', () => {
  const [problem, ...others] = problemsAfter(program, 'event: team_invited', 'event: team_invitd')
  expect(problem).toBe(
    `${program}:${lineOf(program, 'event: team_invited')}: steps[1].completesOn.event: No event "team_invitd" is in the tracking plan. Is "team_invited" meant? Correct the name, or describe the event in content/events.yaml.`,
  )
  // The milestone that counted on it can no longer be reached, either.
  expect(others).toHaveLength(1)
})

test('a milestone criterion that no step fulfils is named with what would fulfil it', () => {
  const problems = problemsAfter(program, 'all_required_steps_completed', 'invoice_sent')
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(
    /^content\/programs\/school-setup\.yaml:\d+: milestones\[1\]\.criteria\[0\]: No step of this program completes on "invoice_sent"/,
  )
  expect(problems[0]).toContain('all_required_steps_completed')
})

test('a translation that is missing is named with its language', () => {
  const [problem] = problemsAfter(program, /\n {2}fr: .*\n/, '\n')
  expect(problem).toMatch(
    /^content\/programs\/school-setup\.yaml:\d+: \w+: The translation "fr" is missing\. Add "fr:" here/,
  )
})

test('a field that does not exist, and a value of the wrong kind, are named', () => {
  expect(problemsAfter(program, 'segments:', 'segment:').join('\n')).toMatch(/segment/)
  expect(problemsAfter('surveys/definitions/nps.yaml', 'kind: nps', 'kind: nsp')[0]).toMatch(/nps\.yaml:\d+: kind: /)
})

test('YAML that cannot be read is named with its line', () => {
  expect(problemsAfter('surveys/definitions/ces.yaml', 'kind: ces', 'kind: [ces')[0]).toMatch(
    /ces\.yaml:\d+: This is not valid YAML/,
  )
})

test('a scorecard that leaves values without points, or names no measure, is refused', () => {
  const card = 'content/scorecards/vectra.yaml'
  expect(problemsAfter(card, 'logins_monthly', 'login_monthly')[0]).toContain(
    'No measure "login_monthly" is in the catalogue.',
  )
  const [problem] = problemsAfter(card, "range: '<5'", "range: '<4'")
  expect(problem).toMatch(/vectra\.yaml:\d+: components\.usage\.measures\.logins_monthly/)
})

test('all problems are told at once', () => {
  const copy = problemsAfter(program, /event: \w+/g, 'event: unheard_of')
  expect(copy.length).toBeGreaterThan(5)
})
