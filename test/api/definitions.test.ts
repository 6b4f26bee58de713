import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { formatProblem, loadDefinitions, readDefinitions } from '../../api/definitions/load.ts'
import { viewProgram } from '../../api/definitions/view.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '../..')

/** A copy of the shipped definitions, without articles. */
function copyOfDefinitions(): string {
  const copy = temporaryFolder()
  for (const folder of ['content', 'surveys']) {
    cpSync(join(root, folder), join(copy, folder), {
      recursive: true,
      filter: (path) => !path.includes('content/articles'),
    })
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
const measures = 'content/measures.yaml'
const calendar = 'content/tours/calendar.yaml'
const news = 'content/announcements/invite-by-link.yaml'
const csat = 'surveys/definitions/csat.yaml'

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

test('an event that Cairn sends by itself can be waited for, though no tracking plan names it', () => {
  expect(problemsAfter(csat, 'event: support_request_closed', 'event: tour_completed')).toEqual([])
  expect(problemsAfter(csat, 'event: support_request_closed', 'event: tour_complete').join()).toContain(
    'Is "tour_completed" meant?',
  )
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

test('a field that does not exist is named with the one that is meant, which is then not missing as well', () => {
  expect(problemsAfter(program, 'completesOn:', 'completes_on:')).toEqual([
    `${program}:${lineOf(program, 'completesOn:')}: steps[0].completes_on: There is no field \`completes_on\` here. Is \`completesOn\` meant? Correct its name or take it out; here may stand id, title, description, type, required, minutes, completesOn, url, tour, resources.`,
  ])
  const [colour] = problemsAfter(program, 'segments:', 'colour: green\nsegments:')
  expect(colour).toContain('colour: There is no field `colour` here. Correct its name')
  const card = 'content/scorecards/vectra.yaml'
  expect(problemsAfter(card, 'points: 0', 'point: 0')).toEqual([expect.stringContaining('Is `points` meant?')])
})

test('what is missing, empty or of the wrong kind is said in a sentence', () => {
  const survey = 'surveys/definitions/nps.yaml'
  const sayings = (...change: [string | RegExp, string]) => problemsAfter(survey, ...change).join('\n')
  expect(sayings('kind: nps\n', '')).toContain(
    ': kind: `kind` is missing. Add `kind:` here, one of nps, csat, ces, exit, poll.',
  )
  expect(sayings('kind: nps', 'kind:')).toContain(': kind: `kind` is empty. Write one of nps, csat, ces, exit, poll.')
  expect(sayings('kind: nps', 'kind: nsp')).toContain(
    '`kind` must be one of nps, csat, ces, exit, poll, and is the text "nsp". Write nps.',
  )
  expect(sayings(/delaySeconds: \d+/, 'delaySeconds: soon')).toContain(
    '`delaySeconds` must be a number, and is the text "soon". ',
  )
  expect(sayings(/delaySeconds: \d+/, 'delaySeconds: -1')).toContain('`delaySeconds` must be at least 0, and is -1. ')
  expect(sayings(/locales: .*/, 'locales: []')).toContain('`locales` is empty. ')
  expect(sayings(/locales: .*/, 'locales: [english]')).toContain(
    '`locales[0]` cannot be the text "english". Correct it: use a language tag such as en or pt-BR.',
  )
  expect(problemsAfter(program, /segments: .*/, 'segments: [2026]').join()).toContain(
    '`segments[0]` must be a text, and is 2026. Put it in quotes: "2026".',
  )
  expect(problemsAfter(measures, /source: \{ count: .*/, 'source: logins').join()).toContain(
    '`source` must be a group of fields, and is the text "logins".',
  )
})

test('of several ways to write something, the one that is meant is explained', () => {
  expect(problemsAfter(measures, /days: 30/, 'day: 30')).toEqual([
    expect.stringContaining('There is no field `day` here. Is `days` meant?'),
  ])
})

test('a file that is empty is said to be', () => {
  expect(problemsAfter('surveys/definitions/ces.yaml', /[^]*/, '')[0]).toContain('ces.yaml:1: The file is empty. ')
})

test('YAML that cannot be read is named with its line and what helps, once', () => {
  expect(problemsAfter('surveys/definitions/ces.yaml', 'kind: ces', 'kind: [ces')).toEqual([
    expect.stringMatching(/ces\.yaml:\d+: This is not valid YAML: [^:]*[^.]\. Check the indentation/),
  ])
  const line = lineOf(program, '    minutes: 6')
  expect(problemsAfter(program, '    minutes: 6', '\tminutes: 6')).toEqual([
    `${program}:${line}: This is not valid YAML: Tabs are not allowed as indentation. Indent this line with spaces.`,
  ])
  expect(problemsAfter(program, 'segments: [school]', 'segments: [school]\nsegments: [shop]')).toEqual([
    expect.stringContaining('Take one of the two out.'),
  ])
  expect(problemsAfter(program, 'title:\n  en: Set', 'title:\n  en: Note: set')).toEqual([
    expect.stringContaining('A text with a colon stands in quotes.'),
  ])
})

test('what a missing quote or bracket has made of a value is explained', () => {
  expect(problemsAfter(calendar, 'target: { cairn: week }', 'target: #week')[0]).toMatch(
    /`target` is empty\. .+ What begins with # or has a comma stands in quotes\.$/,
  )
  expect(problemsAfter(calendar, 'target: { cairn: week }', "target: '#week['")[0]).toContain(
    '“#week[” is no CSS selector.',
  )
  expect(problemsAfter(calendar, 'segments: [school]', 'segments: school')[0]).toContain(
    '`segments` must be a list, and is the text "school". Put it in brackets: ["school"].',
  )
  expect(problemsAfter(news, 'actions:', 'until: 31.12.2026\nactions:')[0]).toContain('use a day such as 2026-12-31.')
  for (const file of [calendar, 'surveys/definitions/nps.yaml']) {
    expect(problemsAfter(file, /\{ en: [^,{}]*, fr/, '{ en: One, two more, fr')[0]).toContain(
      'and quotes around a text with a comma.',
    )
  }
})

test('a file that is wrong is there all the same for those that refer to it', () => {
  const wrongly = (file: string, id: string) => problemsAfter(file, `- id: ${id}`, `- idd: ${id}`)
  expect(wrongly('content/tours/first-vehicle.yaml', 'plate')).toHaveLength(1)
  expect(wrongly(calendar, 'week')).toHaveLength(1)
  expect(wrongly('surveys/definitions/nps.yaml', 'missing')).toHaveLength(1)
})

test('a file whose name cannot be an id is told how to be called', () => {
  const copy = copyOfDefinitions()
  cpSync(join(copy, calendar), join(copy, 'content/tours/The Week.yaml'))
  expect(readDefinitions({ root: copy }).problems.map(formatProblem)).toEqual([
    'content/tours/The Week.yaml:1: "The Week" cannot be an id, which the name of a file is. Rename it: use lower-case letters, digits and dashes.',
  ])
})

test('a file that nothing reads is named with what to do, in a folder of definitions and beside those', () => {
  const copy = copyOfDefinitions()
  const write = (file: string) => {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    writeFileSync(join(copy, file), readFileSync(join(copy, calendar)))
  }
  for (const file of ['.DS_Store', 'README.md', 'calendar.yaml~', 'second.yml']) write(`content/tours/${file}`)
  expect(readDefinitions({ root: copy }).problems.map(formatProblem)).toEqual([])

  write('content/emails/en/request-received.txt')
  write('content/help-panel.yml')
  write('content/programs/more/shop.yaml')
  write('content/suport.yaml')
  write('content/tours/calendar.json')
  write('surveys/definitions/poll.yaml.txt')
  const names = ['events', 'measures', 'support', 'interruptions', 'help-panel', 'redirects', 'search']
  const right = names.map((name) => `${name}.yaml`).join(', ')
  const problems = readDefinitions({ root: copy }).problems.map(formatProblem)
  expect(problems.toSorted()).toEqual([
    'content/emails/en/request-received.txt:1: Nothing reads this file. End its name with .md, or move it out of content/emails/en.',
    'content/help-panel.yml:1: Nothing reads this file. Call it help-panel.yaml, or take it out.',
    'content/programs/more:1: Nothing reads this folder. Move its files into content/programs.',
    `content/suport.yaml:1: Nothing reads this file. Is "support" meant? Call it one of ${right}, or take it out.`,
    'content/tours/calendar.json:1: Nothing reads this file. End its name with .yaml, or move it out of content/tours.',
    'surveys/definitions/poll.yaml.txt:1: Nothing reads this file. End its name with .yaml, or move it out of surveys/definitions.',
  ])
  expect(() => loadDefinitions({ root: copy })).toThrow('content/tours/calendar.json:1: Nothing reads this file.')
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
  const linksIn = (locale: string, url?: string) =>
    programs
      .flatMap((one) => viewProgram(one, locale, { articles, url }).steps)
      .flatMap((step) => step.resources[0]?.url)
  expect(linksIn('fr-CH')).toEqual([
    '/help/getting-started/set-up-your-school/',
    '/fr/help/account/invite-team/',
    '/help/getting-started/vehicles-and-categories/',
    '/help/invoicing/payment-details/#add-your-iban',
    '/help/getting-started/go-live/',
  ])
  expect(linksIn('en')[1]).toBe('/help/account/invite-team/')
  expect(linksIn('de')[1]).toBe('/help/account/invite-team/')
  expect(linksIn('en', 'https://help.example.com')[1]).toBe('https://help.example.com/help/account/invite-team/')
})

test('a redirect leads to its page in one step, so that none goes round in circles', () => {
  const redirects = 'content/redirects.yaml'
  const after = (...lines: string[]) => problemsAfter(redirects, /^\/[^]*$/m, lines.join('\n'))
  expect(after('/old/: /new/', '/new: /old/')).toEqual([
    expect.stringMatching(
      /^content\/redirects\.yaml:3: \S+ The redirect leads to \/new\/, which has moved itself\. Take one/,
    ),
    expect.stringMatching(/^content\/redirects\.yaml:4: /),
  ])
  expect(after('/oldest/: /old/', '/old/: /help/')).toEqual([expect.stringContaining('Let it lead to /help/ at once.')])
  expect(after('/self/: /self/#below')).toHaveLength(1)
  expect(after('old: /new/')).toEqual([expect.stringContaining('use a path such as /help/planning/book-lesson/')])
  expect(after('/old/: https://elsewhere.example/')).toHaveLength(1)
  expect(after('/old/: /help/?q=a#b')).toEqual([])
})

test('support that nobody or two tiers promise, or that is solved before it is answered, is reported', () => {
  const file = 'content/support.yaml'
  const wrong = (from: string, to: string) => problemsAfter(file, from, to).join()
  expect(wrong('    default: true\n', '')).toContain('Not exactly one tier is the default.')
  expect(wrong('plans: [pro]', 'plans: [pro, starter]')).toContain('Two tiers are for the plan "starter".')
  expect(wrong('id: pro', 'id: starter')).toContain('The id "starter" is used twice.')
  expect(wrong('firstResponse: 30m, resolution: 4h', 'firstResponse: 5h, resolution: 4h')).toContain(
    'tiers[0].times.P0.resolution: It is to be solved before anybody has answered.',
  )
  expect(wrong('      fr: Une question ou un détail\n', '')).toContain('The translation "fr" is missing.')
})

test.each([
  [
    program,
    'tour: first-vehicle',
    'tour: first-vehicles',
    'There is no tour "first-vehicles". Is "first-vehicle" meant?',
  ],
  [calendar, 'calendar_tour_completed', 'calendar_tour_done', 'No event "calendar_tour_done" is in the tracking plan.'],
  [calendar, '{ cairn: week }', '{}', 'Nothing says which element it is. Give "cairn", "css" or "text".'],
  [
    'content/announcements/bank-holidays.yaml',
    'url: /demo',
    'url: demo',
    'use a path such as /planning or /students/*.',
  ],
  [program, 'url: /demo/#/setup/team', 'url: setup/team', 'A link cannot lead to "setup/team".'],
  [program, 'url: /demo/#/setup/team', "url: 'javascript:go(1)'", 'A link cannot lead to "javascript:go(1)".'],
  [calendar, '- id: hours', '- id: week', 'The id "week" is used twice.'],
  [
    news,
    'role: [owner',
    'rolle: [owner',
    'No trait "rolle" is under userTraits in the tracking plan. Is "role" meant?',
  ],
  [
    news,
    'target: calendar\n',
    'target: calender\n',
    'There is no tour, survey or program "calender". Is "calendar" meant?',
  ],
  [news, '**free times only**', '[free](javascript:x)', 'A link cannot lead to "javascript:x".'],
  [news, 'event: students_imported, ', '', 'Nothing begins here. Name a "url", an "event", or both.'],
] as const)('what is wrong in %s after %j is said with its line', (...row) => {
  const [file, search, replacement, said] = row
  const [problem, ...others] = problemsAfter(file, search, replacement)
  expect(problem).toContain(said)
  expect(problem).toMatch(new RegExp(`^${file}:\\d+: `))
  expect(others).toEqual([])
})

test('an id that two definitions have is named, because one could not open both', () => {
  const copy = copyOfDefinitions()
  cpSync(join(copy, calendar), join(copy, 'content/tours/nps.yaml'))
  expect(readDefinitions({ root: copy }).problems.map(formatProblem)).toEqual([
    'content/tours/nps.yaml:2: The id "nps" is taken: surveys/definitions/nps.yaml has it. Give the file another name.',
  ])
})

test('a mail that names what is not there, or shows what no mail shows, is reported with file and line', () => {
  const file = 'content/emails/fr/request-received.md'
  const wrong = (from: string | RegExp, to: string) => problemsAfter(file, from, to)
  expect(wrong('**{{reference}}**', '**{{refrence}}**')).toEqual([
    `${file}:${lineOf(file, '**{{reference}}**')}: There is no variable "refrence" in this mail. Is "reference" meant? It may name reference, name, severity, answeredWithin, answeredBy, subject, message.`,
  ])
  expect(wrong('demande {{reference}}', 'demande {{email}}')).toEqual([
    expect.stringContaining(`${file}:3: There is no`),
  ])
  expect(wrong(/^subject: .*\n/m, 'sujet: Bonjour\n')).toEqual([
    expect.stringMatching(/^content\/emails\/fr\/request-received\.md:3: subject: `subject` is missing\./),
    expect.stringMatching(/^content\/emails\/fr\/request-received\.md:3: sujet: There is no field `sujet` here\./),
  ])
  expect(wrong('> {{message}}', '![](https://tracker.example/pixel.gif)')).toEqual([
    expect.stringMatching(/:\d+: A mail does not show a picture\. Write paragraphs, ## headings/),
  ])
  for (const line of ['<b>x</b>', '| a |\n| - |', '```', '# x', '---', '`x`', '[x](/a/{{reference}}/)']) {
    expect(wrong('> {{message}}', line)[0], line).toContain('A mail does not show')
  }
})

test('a mail is written in English at least, under a name that is sent, and each other language may lack', () => {
  const copy = copyOfDefinitions()
  const saying = () => readDefinitions({ root: copy }).problems.map(formatProblem)
  rmSync(join(copy, 'content/emails/fr'), { recursive: true })
  expect(saying()).toEqual([])
  cpSync(join(copy, 'content/emails/en'), join(copy, 'content/emails/deutsch'), { recursive: true })
  cpSync(join(copy, 'content/emails/en/request-received.md'), join(copy, 'content/emails/en/request-recieved.md'))
  rmSync(join(copy, 'content/emails/en/request-received.md'))
  expect(saying()).toEqual([
    expect.stringContaining('content/emails/deutsch/request-for-team.md:1: "deutsch" is no language. Name the folder'),
    expect.stringContaining('content/emails/deutsch/request-received.md:1: "deutsch" is no language.'),
    expect.stringContaining('Nothing sends a mail "request-recieved". Is "request-received" meant? Name the file'),
    expect.stringContaining('content/emails/en/request-received.md:1: This file is missing. Create it'),
  ])
})

test('a field whose name could be that of a language is no translation', () => {
  expect(problemsAfter(calendar, '{ cairn: week }', "{ css: '#week' }")).toEqual([])
  expect(problemsAfter(calendar, 'placement: top', 'advanceOn: { url: /demo/ }')).toEqual([])
})

test('a survey that asks nobody, too often, or after an answer that nobody can give, is refused', () => {
  const nps = 'surveys/definitions/nps.yaml'
  const exit = 'surveys/definitions/exit-interview.yaml'
  expect(problemsAfter(nps, /trigger: .*/, 'trigger: { delaySeconds: 3, percentage: 10 }')).toEqual([
    `${nps}:${lineOf(nps, 'trigger:')}: trigger: Nothing begins here. Name an "event", a "url" or "daysAfterSignup".`,
  ])
  expect(problemsAfter(nps, 'delaySeconds: 3', 'percentage: 120').join()).toContain(
    '`percentage` must be at most 100, and is 120.',
  )
  expect(problemsAfter(nps, 'delaySeconds: 3', 'percentage: 0').join()).toContain('must be more than 0')
  expect(problemsAfter(nps, 'delaySeconds: 3', 'url: planning').join()).toContain('use a path such as /planning')
  expect(problemsAfter(nps, 'repeatAfterDays: 90', 'repeatAfterDays: 30')).toEqual([
    `${nps}:${lineOf(nps, 'repeatAfterDays:')}: repeatAfterDays: Nobody is asked for an NPS twice within 90 days. Give 90 or more.`,
  ])
  expect(problemsAfter(exit, 'repeatAfterDays: 365', 'repeatAfterDays: 30').join()).toContain('Give 90 or more.')
  expect(problemsAfter(nps, /remindAfterDays: .*/, 'remindAfterDays: 90')).toEqual([
    `${nps}:${lineOf(nps, 'remindAfterDays:')}: remindAfterDays: After 90 days it is asked anew, reminder or not. Give less than the 90 of repeatAfterDays.`,
  ])
  expect(problemsAfter(nps, /remindAfterDays: .*/, 'remindAfterDays: 89')).toEqual([])
  expect(problemsAfter(nps, 'kind: nps', 'kind: nps\naudience: { userTraits: { rol: [owner] } }')[0]).toContain(
    'No trait "rol" is under userTraits in the tracking plan. Is "role" meant?',
  )
  const asked = "question: reason, in: ['pirce'] }"
  expect(problemsAfter(exit, '  - id: differently', `  - id: differently\n    showIf: { ${asked}`)[0]).toMatch(
    /showIf\.in\[0\]: "pirce" is no answer to "reason"\. Is "price" meant\? Name one of price, /,
  )
  expect(problemsAfter(nps, 'min: 9', 'min: 11')).toEqual([
    expect.stringMatching(/showIf: No answer to "score" leads here: its scores go from 0 to 10\. Correct "min"/),
  ])
  expect(problemsAfter(nps, 'min: 7, max: 8', 'min: 8, max: 7')).toHaveLength(1)
  expect(problemsAfter(nps, 'question: score', 'question: scor').join()).toMatch(
    /No earlier question has the id "scor"\. Name one of score[.,]/,
  )
  expect(problemsAfter(nps, 'type: nps', 'type: nps\n    showIf: { question: missing }').join()).toContain(
    'The first question is always asked: take "showIf" out.',
  )
  expect(problemsAfter(nps, 'type: nps', 'type: csat')[0]).toContain(
    'kind: No question is of the type "nps", so the survey would have no score.',
  )
  expect(problemsAfter(nps, 'type: nps', 'type: nps\n    display: stars')[0]).toContain(
    'Only a csat question has stars.',
  )
})

test('a step that nothing can complete, and a milestone of a step that is not there, are refused', () => {
  const after = (completesOn: string) =>
    problemsAfter(program, 'completesOn: { event: team_invited }', completesOn).join()
  expect(after('completesOn: { element: {} }')).toContain(
    'steps[1].completesOn.element: Nothing says which element it is. Give "cairn", "css" or "text".',
  )
  expect(after('completesOn: { url: setup }')).toContain('use a path such as /planning or /students/*')
  expect(after('completesOn: { by: magic }')).toContain('steps[1].completesOn.by: `by` must be hand, ')
  expect(after('completesOn: {}')).toContain('Here may stand event, url, element, by.')
  const [problem] = problemsAfter(program, 'criteria: [all_required_steps_completed]', 'criteria: [{ step: teem }]')
  expect(problem).toMatch(
    /criteria\[0\]\.step: There is no step "teem" in this program\. Is "team" meant\? Name one of /,
  )
})

test('without a file for the help panel it has no button, and what is wrong in one is named', () => {
  const copy = copyOfDefinitions()
  rmSync(join(copy, 'content/help-panel.yaml'))
  expect(loadDefinitions({ root: copy }).helpPanel).toBeNull()
  const trait = problemsAfter('content/help-panel.yaml', 'corner: end', 'audience: { userTraits: { rolle: [owner] } }')
  expect(trait).toEqual([
    expect.stringMatching(/^content\/help-panel\.yaml:4: audience\.userTraits\.rolle: .+Is "role" meant\?/),
  ])
  const url = problemsAfter('content/help-panel.yaml', "url: '/demo/#/planning*'", 'url: planning')
  expect(url).toEqual([expect.stringContaining('use a path such as /planning')])
})
