import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { formatProblem, loadDefinitions, readDefinitions } from '../../api/definitions/load.ts'
import { viewProgram } from '../../api/definitions/view.ts'

const root = join(import.meta.dirname, '../..')

/** A copy of the shipped definitions, without articles. */
function copyOfDefinitions(): string {
  const copy = mkdtempSync(join(tmpdir(), 'cairn-definitions-'))
  onTestFinished(() => rmSync(copy, { recursive: true }))
  for (const folder of ['content', 'surveys']) {
    cpSync(join(root, folder), join(copy, folder), { recursive: true, filter: (path) => !path.includes('/articles') })
  }
  return copy
}

/** The shipped definitions with one text of one file replaced: what is then wrong, as lines. */
function problemsAfter(file: string, search: string | RegExp, replacement: string): string[] {
  const copy = copyOfDefinitions()
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

const measures = 'content/measures.yaml'

test('a measure without a source that is no account trait of the tracking plan is refused', () => {
  expect(problemsAfter(measures, 'plan_fit:', 'plan_fits:')).toContain(
    `${measures}:${lineOf(measures, 'plan_fit:')}: plan_fits: No account trait "plan_fits" is in the tracking plan, from which a measure without a source takes its value. Is "plan_fit" meant? Correct the name, give the measure a source, or describe the trait under accountTraits in content/events.yaml.`,
  )
  expect(problemsAfter('content/events.yaml', '  plan_fit:', '  plan_fits:').join()).toContain('"plan_fit"')
})

test('a measure that counts the days until an unknown account trait is refused', () => {
  expect(problemsAfter(measures, 'daysUntil: contract_ends_at', 'daysUntil: contract_end_at')).toEqual([
    `${measures}:${lineOf(measures, 'daysUntil:')}: contract_days_remaining.source.daysUntil: No account trait "contract_end_at" is in the tracking plan. Is "contract_ends_at" meant? Correct the name, or describe the trait under accountTraits in content/events.yaml.`,
  ])
})

test('a problem of an indented part is found on the line that names it', () => {
  const card = 'content/scorecards/vectra.yaml'
  const [problem] = problemsAfter(card, "range: '<5'", "range: '<4'")
  expect(problem).toContain(`${card}:${lineOf(card, 'logins_monthly:')}: `)
})

test('a program links to an article in the language asked for where it is written in it, else to the English one', () => {
  const copy = copyOfDefinitions()
  for (const file of ['en/account/invite-team.md', 'en/invoicing/payment-details.md', 'fr/account/Invite team.mdx']) {
    const path = join(copy, 'content/articles', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '---\ntitle: An article\n---\n')
  }
  writeFileSync(join(copy, 'content/articles/fr/account/_draft.md'), '')
  const yaml = join(copy, program)
  writeFileSync(yaml, readFileSync(yaml, 'utf8').replace(/(target: invoicing.payment-details)/, '$1#add-your-iban'))

  const { articles, programs } = loadDefinitions({ root: copy })
  expect([...articles]).toEqual([
    ['en', new Set(['account/invite-team', 'invoicing/payment-details'])],
    ['fr', new Set(['account/invite-team'])],
  ])
  const linksIn = (locale: string) =>
    programs.flatMap((one) => viewProgram(one, locale, articles).steps).flatMap((step) => step.resources[0]?.url)
  expect(linksIn('fr-CH')).toEqual([
    '/help/getting-started/set-up-your-school/',
    '/fr/help/account/invite-team/',
    '/help/getting-started/vehicles-and-categories/',
    '/help/invoicing/payment-details/#add-your-iban',
    '/help/getting-started/go-live/',
  ])
  expect(linksIn('en')[1]).toBe('/help/account/invite-team/')
  expect(linksIn('de')[1]).toBe('/help/account/invite-team/')
})
