import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createRecorder } from '../../sdk/client/message.ts'
import { createIdentity } from '../../sdk/client/identity.ts'
import { createStore } from '../../sdk/client/store.ts'
import { ownEvents } from '../../content/own-events.ts'
import { startCairn } from '../../sdk/start.ts'
import type { LoadPart } from '../../sdk/parts.ts'
import { adviceOn } from '../../sdk/debug/advice.ts'
import { besidePlan } from '../../sdk/debug/beside-plan.ts'
import { createDiary } from '../../sdk/debug/diary.ts'
import { reportOf } from '../../sdk/debug/report.ts'
import { rowsOf } from '../../sdk/debug/rows.ts'
import { sentenceOf } from '../../sdk/debug/reason-words.ts'
import { openFor, programLines, tourLines } from '../../sdk/debug/step-lines.ts'
import { staged } from '../../sdk/debug/staged.ts'
import type { Reason } from '../../sdk/decide/decide.ts'
import { namesOf } from '../../sdk/build/names-of.ts'
import { createFakeBrowser } from './fake-browser.ts'
import { makeAnnouncement, makeProgram, makeSurvey, makeTour, noHelp } from './make-state.ts'

const source = join(import.meta.dirname, '../../sdk')

test('every verdict that the SDK can give has a sentence for those who ask', () => {
  const code = globSync(['decide/*.ts', '*/weigh-*.ts', 'guide/*.ts'], { cwd: source })
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n')
  const verdicts = [...code.matchAll(/\b(?:show|hide)\('([^']+)'/g)].map(([, because = '']) => because)
  expect(verdicts.length).toBeGreaterThan(20)
  for (const because of verdicts) {
    const reason = { kind: 'tour', id: 'calendar', place: 'front', show: false, because } as const
    expect(sentenceOf(reason, { url: '/planning' }), because).toMatch(/^[A-Z“].+\S$/)
    expect(sentenceOf(reason, {}), because).not.toBe(because)
  }
})

test('what comes first at a place is named to what waits behind it, and what the server refuses is said once', () => {
  const tours = [makeTour({ id: 'first' }), makeTour({ id: 'second' })].map((tour) => ({ ...tour, eligible: false }))
  const state = {
    ...{ programs: [], surveys: [], tours, announcements: [], help: noHelp, guided: null, name: null },
  }
  const reason = { kind: 'tour', place: 'front', show: true, because: 'due' } as const
  const [first, second] = [
    { ...reason, id: 'first' },
    { ...reason, id: 'second' },
  ]
  const decision = { shown: [first], interruption: null, againAt: null, weighed: [first, second] }
  expect(rowsOf(state, decision, [])[1]?.why).toContain('“The calendar” comes first.')
  const refused = { ...second, show: false, because: 'Not shown before.' }
  expect(rowsOf(state, { ...decision, weighed: [refused] }, [])).toMatchObject([
    { why: 'Not shown before.', server: '' },
  ])
})

test('what the server says about a person is said as it is', () => {
  const reason = { kind: 'tour', id: 'a', place: 'front', show: false, because: 'Shown before.' } as const
  expect(sentenceOf(reason, {})).toBe('Shown before.')
})

const plan = namesOf({
  events: {
    invoice_sent: { description: 'Sent', feature: false, properties: { amount: 'How much' } },
    signed_in: { description: 'In', feature: false, properties: {} },
  },
  userTraits: { role: 'What they do' },
})
test.each([
  [{ type: 'track', event: 'invoice_sent', properties: { amount: 9 } }, ''],
  [
    { type: 'track', event: 'invoice_sent', properties: { amout: 9, note: '' } },
    'Not in the tracking plan: amout, note.',
  ],
  [{ type: 'track', event: 'signed_in', properties: { method: 'link' } }, 'Not in the tracking plan: method.'],
  [{ type: 'track', event: 'invoice_send' }, 'The tracking plan has no such event.'],
  [{ type: 'identify', traits: { role: 'owner' } }, ''],
  [{ type: 'identify', traits: { roll: 'owner' } }, 'Not in the tracking plan: roll.'],
  [{ type: 'group', traits: { anything: 1 } }, ''],
  [{ type: 'page', properties: { anything: 1 } }, ''],
  [{ type: 'track', event: 'tour_started', properties: { tour: 'calendar' } }, ''],
  [{ type: 'track', event: 'step_completed:school-setup/team', properties: { program: 'school-setup' } }, ''],
] as const)('%j is beside the plan: "%s"', (message, warning) => {
  expect(besidePlan(message, plan)).toBe(warning)
  expect(besidePlan(message, undefined)).toBe('')
})

test('every event that the SDK sends by itself is known as one of its own', () => {
  const code = globSync('**/*.ts', { cwd: source }).map((file) => readFileSync(join(source, file), 'utf8'))
  const sent = code.flatMap((text) => [...text.matchAll(/(?<![.\w])track\('(\w+)'/g)].map(([, event = '']) => event))
  expect(new Set(sent)).toEqual(new Set(ownEvents))
})

test.each([
  ['rejected a-1: The userHash does not fit.', /IDENTITY_SECRET/],
  ['/v1/messages answered 403: no', /origins/],
  ['/v1/state answered 403: This server verifies users: only a verified user can speak for an account.', /userHash/],
  ['/v1/state answered nothing: the server was not reached', /data-api/],
  ['/v1/state answered 200: no answer of Cairn', /proxy/],
  ['too large: invoice_sent', /32 KB/],
  ['Error: no method: ["identfy"]', /misspelled/],
  ['there is no nowhere', /has this id/],
  ['something that nobody has seen', /report it/],
])('there is something to do about "%s"', (problem, advice) => {
  expect(adviceOn(problem)).toMatch(advice)
})

test('the diary follows a message from the storage to the answer, also where another tab sends it', () => {
  const { store, record, diary } = keepDiary()
  const says = () => diary.entries().map(({ name, status, note }) => [name, status, note])
  record({ type: 'track', event: 'one' })
  record({ type: 'track', event: 'two' })
  diary.look()
  expect(says()).toEqual([
    ['one', 'waits', ''],
    ['two', 'waits', ''],
  ])
  const [one, two] = store.names('m:').map((name) => store.get<{ messageId: string }>(name)!)
  diary.answered('/v1/messages', { batch: [one, two] }, { status: 503, body: { detail: 'Full.' }, retryAfter: 0 })
  expect(says().map(([, ...rest]) => rest)).toEqual([
    ['waits', '503: Full.'],
    ['waits', '503: Full.'],
  ])
  const rejected = [{ index: 0, messageId: one!.messageId, detail: 'No.' }]
  const body = { accepted: 0, duplicates: 0, rejected }
  diary.answered('/v1/messages', { batch: [one] }, { status: 200, body, retryAfter: 0 })
  store.remove(`m:${two!.messageId}`)
  diary.look()
  expect(says()).toEqual([
    ['one', 'refused', 'No.'],
    ['two', 'sent', 'by another tab'],
  ])
})

test('the diary says what the server answered instead of what may be shown, and as a problem once', () => {
  const { diary } = keepDiary()
  const answer = (status: number, body: unknown) => diary.answered('/v1/state', {}, { status, body, retryAfter: 0 })
  expect(diary.refusal()).toBe('')
  for (const [status, body, refusal] of [
    [403, { detail: 'Send their hash.' }, '/v1/state answered 403: Send their hash.'],
    [403, { detail: 'Send their hash.' }, '/v1/state answered 403: Send their hash.'],
    [0, null, '/v1/state answered nothing: the server was not reached'],
    [200, '<html>', '/v1/state answered 200: no answer of Cairn'],
    [200, { programs: [] }, ''],
  ] as const) {
    answer(status, body)
    expect(diary.refusal()).toBe(refusal)
  }
  expect(diary.problems()).toHaveLength(3)
  expect(diary.entries()).toEqual([])
})

test('the diary keeps the latest of many, and no proof of who somebody is', () => {
  const { record, diary } = keepDiary()
  for (let number = 0; number < 350; number++) {
    record({ type: 'track', event: `event_${number}` })
    diary.look()
  }
  expect(diary.entries()).toHaveLength(300)
  expect(diary.entries().at(-1)?.name).toBe('event_349')
  const body = { kind: 'survey', id: 'nps', action: 'dismissed', userId: 'mia', userHash: 'ab12', writeKey: 'pk_1' }
  diary.answered('/v1/shown', body, { status: 200, body: { granted: false, reason: 'Shown before.' }, retryAfter: 0 })
  expect(diary.entries().at(-1)).toMatchObject({ type: 'dismissed', name: 'survey nps', note: 'Shown before.' })
  expect(JSON.stringify(diary.entries())).not.toMatch(/ab12|pk_1/)
})

test.each([
  ['/v1/shown', { kind: 'tour', id: 'calendar', action: 'reached' }, 'reached tour calendar'],
  ['/v1/surveys/nps/responses', { submissionId: 's-1', answers: { why: 'Mia' } }, 'answer survey nps'],
  ['/v1/feedback', { id: 'v-1', article: 'planning/conflicts', comment: 'Mia' }, 'feedback planning/conflicts'],
  ['/v1/article-views', { article: 'planning/conflicts', locale: 'en' }, 'read planning/conflicts'],
  ['/v1/article-contacts', { article: 'planning/conflicts' }, 'contact after planning/conflicts'],
  ['/v1/requests', { id: 'r-1', subject: 'Mia', email: 'mia@example.com' }, 'request to support'],
  ['/v1/requests/times', { locale: 'en' }, 'times of support'],
  ['/v1/searches', { id: 'q-1', query: 'Mia', results: 3 }, 'search'],
  ['/v1/others', { note: 'Mia' }, '/v1/others'],
])('what is sent to %s is named for what it is, and a copy says nothing that people wrote', (path, body, name) => {
  const { diary } = keepDiary()
  for (const status of [503, 200, 200]) diary.answered(path, body, { status, body: {}, retryAfter: 0 })
  // Sent again it is the same, said again it is another.
  expect(diary.entries()).toMatchObject([
    { status: 'sent', data: body },
    { status: 'sent', data: body },
  ])
  diary.problem('Error: no method: ["identfy","mia@example.com"]')
  const { messages, problems } = reportOf({
    rows: [],
    refusal: diary.refusal(),
    problems: diary.problems(),
    person: {},
    messages: diary.entries(),
  })
  expect(problems).toMatchObject([{ text: 'Error: no method: ["identfy" …' }])
  expect(messages.map((entry) => `${entry.type} ${entry.name}`.trim())).toEqual([name, name])
  expect(JSON.stringify([messages, problems])).not.toMatch(/mia/i)
})

describe('of the steps', () => {
  const program = makeProgram({ completedSteps: [{ id: 'team', at: '2026-03-01T08:00:00.000Z' }] })
  const [team, vehicles] = program.definition.steps as [Step, Step]
  type Step = (typeof program.definition.steps)[number]
  const target = { selectors: ['#b'], text: 'B' }
  const seen: Step['completesOn'] = { event: 'step_completed:a/b', on: 'element', url: null, target }
  const definition = {
    ...program.definition,
    order: 'in-order' as const,
    steps: [team, vehicles, { ...vehicles, id: 'last', title: 'last', required: false, completesOn: seen }],
  }

  test('each of a program is said to be done or open, with what completes it and what comes before it', () => {
    expect(programLines({ ...program, definition })).toEqual([
      'Done: team, by the event team_invited',
      'Open: vehicles, by the event vehicle_added',
      'Open: last, by the element #b or “B”, optional, after “vehicles”',
    ])
  })

  test('and each of a tour, where it stands', () => {
    const tour = makeTour()
    const [week] = tour.definition.steps as [(typeof tour.definition.steps)[number]]
    const steps = [week, { ...week, title: 'The end', target: null, url: '/planning' }]
    expect(tourLines({ ...tour, definition: { ...tour.definition, steps } })).toEqual([
      'Your week, beside #week',
      'The end, in the middle, on /planning',
    ])
  })

  test.each([
    [['all_required_steps_completed'], ['“vehicles”']],
    [['team_invited'], []],
    [['step_completed:a/b'], ['“last”']],
  ])('a milestone that waits for %j has the open steps %j', (criteria, open) => {
    expect(openFor({ ...program, definition }, { criteria })).toEqual(open)
  })
})

describe('of what is over on this page', () => {
  const state = {
    ...{ programs: [], surveys: [makeSurvey()], tours: [makeTour()], announcements: [makeAnnouncement('news')] },
    ...{ help: noHelp, guided: null, name: null },
  }
  type Thing = Pick<Reason, 'kind' | 'id'>
  type Tell = (to: ReturnType<typeof keepDiary>) => void
  const over = (thing: Thing, tell: Tell) => {
    const kept = keepDiary()
    tell(kept)
    kept.diary.look()
    const weighed = [{ ...thing, place: 'front', show: false, because: 'over' }]
    const decision = { shown: [], interruption: null, againAt: null, weighed }
    return rowsOf(state, decision, kept.diary.entries()).find(({ id }) => id === thing.id)
  }
  const track =
    (event: string, properties: Record<string, unknown>): Tell =>
    ({ record }) =>
      record({ type: 'track', event, properties })
  const ask =
    (path: string, body: Record<string, unknown>, answer: object): Tell =>
    ({ diary }) =>
      diary.answered(path, body, { status: 200, body: answer, retryAfter: 0 })
  const tour: Thing = { kind: 'tour', id: 'calendar' }
  const claim = { ...tour, action: 'shown' }

  test.each<[Thing, Tell, string]>([
    [tour, track('tour_completed', { tour: 'calendar' }), 'It was left at its last step on this page.'],
    [tour, track('tour_dismissed', { tour: 'calendar' }), 'This person closed it on this page.'],
    [tour, ask('/v1/shown', claim, { granted: false, reason: 'Enough.' }), 'The server did not grant it: Enough.'],
    [tour, track('tour_completed', { tour: 'another' }), 'It is over on this page: closed, or asked for'],
    [
      { kind: 'announcement', id: 'news' },
      track('announcement_followed', { announcement: 'news' }),
      'This person followed one of its links on this page.',
    ],
    [
      { kind: 'survey', id: 'nps' },
      ask('/v1/surveys/nps/responses', { answers: {} }, {}),
      'This person answered it on this page.',
    ],
  ])('it is said how it ended: %j', (thing, tell, why) => {
    expect(over(thing, tell)?.why).toContain(why)
  })

  test('a tour says which step was skipped the last time, for which target and where', () => {
    const missing = { tour: 'calendar', step: 'week', page: '/elsewhere' }
    const tell: Tell = (kept) => {
      track('tour_target_missing', { ...missing, page: '/before' })(kept)
      track('tour_started', { tour: 'calendar' })(kept)
      track('tour_target_missing', missing)(kept)
    }
    expect(over(tour, tell)?.missing).toEqual(['Step “Your week” was skipped: #week was not on /elsewhere within 5 s.'])
  })
})

test('a preview begins at any step, whatever leads to it and wherever it belongs', () => {
  const state = {
    programs: [makeProgram()],
    surveys: [makeSurvey()],
    tours: [makeTour()],
    announcements: [],
    help: noHelp,
    guided: null,
    name: null,
  }
  const look = (kind: 'checklist' | 'survey' | 'tour', id: string) => staged(state, { kind, id, step: 1, locale: 'en' })
  expect(look('checklist', 'school-setup').state.programs[0]?.enrolment.completedSteps).toMatchObject([{ id: 'team' }])
  const survey = look('survey', 'nps')
  expect(survey.begun).toMatchObject({ path: ['score'] })
  expect(survey.state.surveys[0]?.definition.questions[1]?.showIf).toBeNull()
  expect(look('tour', 'calendar').state.tours[0]?.definition.steps[0]).toMatchObject({ url: null, ifMissing: 'center' })
  expect(staged(state, { kind: 'survey', id: 'nps', step: 0, locale: 'en' }).begun).toBeNull()
})

test.each([
  ['https://app.example.com/?cairn-debug', true, ['debug']],
  ['https://app.example.com/?a=1&cairn-debug=1', false, ['debug']],
  ['https://app.example.com/?a=1', true, ['core']],
  ['https://app.example.com/cairn-debug', true, ['core']],
  ['https://app.example.com/', false, []],
])('%s loads the debug panel only where it is asked for (consent: %s)', async (url, isAllowed, parts) => {
  const browser = createFakeBrowser()
  const { environment } = browser.openTab({ page: () => ({ url, path: '/', title: '' }) })
  const asked: string[] = []
  const load = async (part: string) => {
    asked.push(part)
    return new Promise(() => undefined)
  }
  const options = { key: 'pk_1', api: 'https://cairn.example.com', needsConsent: !isAllowed }
  startCairn(options, environment, load as unknown as LoadPart)
  await browser.run()
  expect(asked).toEqual(parts)
})

function keepDiary() {
  const browser = createFakeBrowser()
  const { environment } = browser.openTab()
  const store = createStore(environment.localStorage, 'cairn:')
  let count = 0
  const makeId = () => `id-${String(count++).padStart(4, '0')}`
  const identity = createIdentity(store, makeId)
  const record = createRecorder({ environment, store, identity, locale: 'en', makeId, onProblem: () => undefined })
  return { store, record, diary: createDiary({ store, now: environment.now, onChange: () => undefined }) }
}
