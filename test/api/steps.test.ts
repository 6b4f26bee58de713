import { expect, test } from 'vitest'
import type { Enrolment } from '../../api/contract/onboarding.ts'
import type { Page } from '../../api/contract/pagination.ts'
import type { State } from '../../api/contract/state.ts'
import { hashUser } from '../../api/identity.ts'
import { nameEvents } from '../../api/definitions/name-events.ts'
import { Program } from '../../content/program-schema.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

const program = nameEvents({
  ...Program.parse({
    title: 'In order',
    segments: ['school'],
    audience: { userTraits: { role: ['owner'] } },
    order: 'in-order',
    steps: [
      { id: 'read', title: 'Read it', completesOn: { by: 'hand' } },
      { id: 'visit', title: 'Go there', completesOn: { url: '/second*' } },
      { id: 'see', title: 'See it', completesOn: { element: { cairn: 'late', text: 'Late' } } },
      { id: 'invite', title: 'Invite', completesOn: { event: 'team_invited' } },
    ],
    milestones: [
      { id: 'half', title: 'Half', criteria: [{ step: 'visit' }, { step: 'invite' }] },
      { id: 'all', title: 'All', criteria: ['all_required_steps_completed'], share: { text: 'Done', url: '/about' } },
    ],
  }),
  id: 'ordered',
})

async function appWith(environment: Record<string, string> = {}): Promise<TestApp> {
  const app = await createTestApp(environment)
  app.services.definitions.programs.splice(0, Infinity, program)
  await app.send('/v1/group', { userId: 'mia', groupId: 'linden', traits: { segment: 'school', name: 'Linden' } })
  return app
}

const completes = (step: string, userId = 'mia') => ({
  ...{ type: 'track', userId, event: `step_completed:ordered/${step}`, properties: { program: 'ordered', step } },
  context: { groupId: 'linden' },
})
const enrolment = async (app: TestApp) =>
  (await app.read<Page<Enrolment>>('/v1/accounts/linden/onboarding')).data[0] as Enrolment
const stateOf = async (app: TestApp) => (await (await app.send('/v1/state', { userId: 'mia' })).json()) as State

test('a step without an event of the product is completed once, whoever of the account says so first', async () => {
  const app = await appWith()
  const browsers = ['mia', 'jonas', 'mia', 'lea'].map((user) =>
    app.send('/v1/batch', { batch: [completes('visit', user)] }),
  )
  await Promise.all(browsers)
  const first = await enrolment(app)
  expect(first).toMatchObject({ progress: 25, nextStep: 'read', completedSteps: [{ id: 'visit' }], milestones: [] })
  app.clock.now += 60_000
  await app.send('/v1/batch', {
    batch: [completes('visit', 'jonas'), { ...completes('invite'), event: 'team_invited' }],
  })
  const later = await enrolment(app)
  expect(later.completedSteps.find(({ id }) => id === 'visit')).toEqual(first.completedSteps[0])
  expect(later.milestones).toEqual([{ id: 'half', at: '2026-03-02T08:01:00.000Z' }])
})

test('every step is served with the event that completes it, and how that comes about', async () => {
  const app = await appWith()
  app.services.definitions.helpPanel = null
  await app.send('/v1/identify', { userId: 'mia', traits: { role: 'owner' } })
  const { programs, guided } = await stateOf(app)
  expect(guided).toBe('pages')
  expect(programs[0]?.definition.order).toBe('in-order')
  expect(programs[0]?.definition.steps.map(({ completesOn }) => completesOn)).toEqual([
    { event: 'step_completed:ordered/read', on: 'hand', url: null, target: null },
    { event: 'step_completed:ordered/visit', on: 'url', url: '/second*', target: null },
    {
      ...{ event: 'step_completed:ordered/see', on: 'element', url: null },
      target: { selectors: ['[data-cairn="late"]'], text: 'Late' },
    },
    { event: 'team_invited', on: 'event', url: null, target: null },
  ])
  expect(programs[0]?.definition.milestones.map(({ criteria }) => criteria)).toEqual([
    ['step_completed:ordered/visit', 'team_invited'],
    ['all_required_steps_completed'],
  ])
})

test('a checklist is left out for users outside of its audience, who are told why; the account stays enrolled', async () => {
  const app = await appWith()
  expect((await stateOf(app)).programs).toEqual([])
  const explained = await app.send('/v1/state', { userId: 'mia', explain: true })
  expect(((await explained.json()) as State).leftOut).toContainEqual({
    kind: 'checklist',
    id: 'ordered',
    reason: 'The trait "role" of the user does not fit.',
  })
  expect(await enrolment(app)).toMatchObject({ program: 'ordered' })
})

test('a name for certificates is told to those alone who prove who they are', async () => {
  const open = await appWith()
  expect((await stateOf(open)).name).toBeNull()
  const secret = 'a secret of this test alone'
  const app = await createTestApp({ IDENTITY_SECRET: secret })
  const userHash = hashUser('mia', secret)
  const group = {
    userId: 'mia',
    groupId: 'linden',
    traits: { segment: 'school', name: 'Linden' },
    context: { userHash },
  }
  await app.send('/v1/group', group)
  const name = async () => {
    const response = await app.send('/v1/state', { userId: 'mia', accountId: 'linden', userHash })
    return ((await response.json()) as State).name
  }
  // Anybody may name an account.
  expect(await name()).toBeNull()
  await app.send('/v1/identify', { userId: 'mia', traits: { name: 'Mia Keller' }, context: { userHash } })
  expect(await name()).toBe('Mia Keller')
  expect(await (await app.send('/v1/state', { anonymousId: 'visitor' })).json()).toMatchObject({ name: null })
})
