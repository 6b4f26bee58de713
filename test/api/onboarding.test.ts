import { describe, expect, test } from 'vitest'
import type { Enrolment } from '../../api/contract/onboarding.ts'
import type { Page } from '../../api/contract/pagination.ts'
import type { State } from '../../api/contract/state.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

const day = 86_400_000

async function send(app: TestApp, ...batch: object[]): Promise<void> {
  const response = await app.send('/v1/batch', { batch: batch.map((message) => ({ userId: 'mia', ...message })) })
  expect(response.status).toBe(200)
}
const group = (traits: object, groupId = 'linde') => ({ type: 'group', groupId, traits })
const done = (event: string) => ({ type: 'track', event })
const enrolments = async (app: TestApp, account = 'linde') =>
  (await app.read<Page<Enrolment>>(`/v1/accounts/${account}/onboarding`)).data

describe('an account', () => {
  test('is enrolled in the program that names its segment, when the segment is first known', async () => {
    const app = await createTestApp()
    await send(app, group({ name: 'Linde' }))
    expect(await enrolments(app)).toEqual([])
    await send(app, group({ segment: 'school' }))
    expect(await enrolments(app)).toEqual([
      {
        program: 'school-setup',
        status: 'not_started',
        progress: 0,
        nextStep: 'school-info',
        completedSteps: [],
        milestones: [],
        startedAt: '2026-03-02T08:00:00.000Z',
        completedAt: null,
      },
    ])
    app.clock.now += day
    await send(app, group({ segment: 'school', name: 'Linden' }))
    expect((await enrolments(app)).map((enrolment) => enrolment.startedAt)).toEqual(['2026-03-02T08:00:00.000Z'])
  })

  test('counts what its users did before it was enrolled, and before they were known to belong to it', async () => {
    const app = await createTestApp()
    await send(app, done('team_invited'))
    app.clock.now += 60_000
    await send(app, group({ segment: 'school' }), {
      ...done('vehicle_added'),
      userId: 'jonas',
      context: { groupId: 'linde' },
    })
    const [enrolment] = await enrolments(app)
    expect(enrolment).toMatchObject({
      progress: 40,
      nextStep: 'school-info',
      completedSteps: [
        { id: 'team', at: '2026-03-02T08:00:00.000Z' },
        { id: 'vehicles', at: '2026-03-02T08:01:00.000Z' },
      ],
    })
  })

  test('reaches milestones and completion once, at the time of the event', async () => {
    const app = await createTestApp()
    await send(app, group({ segment: 'school' }))
    for (const event of ['school_profile_completed', 'team_invited', 'vehicle_added', 'payment_details_saved']) {
      app.clock.now += 60_000
      await send(app, done(event), done(event))
    }
    expect((await enrolments(app))[0]).toMatchObject({
      status: 'in_progress',
      progress: 80,
      nextStep: 'go-live',
      milestones: [{ id: 'ready-to-teach', at: '2026-03-02T08:03:00.000Z' }],
    })
    app.clock.now += 60_000
    await send(app, done('school_went_live'))
    app.clock.now += day
    await send(app, done('school_went_live'))
    expect((await enrolments(app))[0]).toMatchObject({
      status: 'completed',
      progress: 100,
      nextStep: null,
      completedAt: '2026-03-02T08:05:00.000Z',
      milestones: [{ id: 'ready-to-teach' }, { id: 'live', at: '2026-03-02T08:05:00.000Z' }],
    })
  })

  test('is stalled after three days without a step, until the next one', async () => {
    const app = await createTestApp()
    await send(app, group({ segment: 'school' }), done('team_invited'))
    app.clock.now += 3 * day
    expect((await enrolments(app))[0]).toMatchObject({ status: 'stalled' })
    await send(app, done('vehicle_added'))
    expect((await enrolments(app))[0]).toMatchObject({ status: 'in_progress', progress: 40 })
  })
})

describe('the state of a browser', () => {
  test('holds the programs of the account, in the language asked for', async () => {
    const app = await createTestApp()
    await send(app, group({ segment: 'school' }), done('team_invited'))
    const response = await app.send('/v1/state', { userId: 'mia', locale: 'fr-CH' })
    const state = (await response.json()) as State
    expect(state.programs).toHaveLength(1)
    expect(state.programs[0]).toMatchObject({
      definition: { id: 'school-setup', steps: [{ id: 'school-info' }, {}, {}, {}, {}] },
      enrolment: { progress: 20 },
      celebrated: [],
      dismissed: false,
    })
    expect(state.programs[0]?.definition.title).not.toBe('Set up your school')
  })

  test('remembers what its user dismissed and brought back, on any device', async () => {
    const app = await createTestApp()
    await send(app, group({ segment: 'school' }))
    const dismissed = async () => {
      const response = await app.send('/v1/state', { userId: 'mia' })
      return ((await response.json()) as State).programs[0]?.dismissed
    }
    const record = (action: string) =>
      app.send('/v1/shown', { userId: 'mia', kind: 'checklist', id: 'school-setup', action })
    await record('dismissed')
    expect(await dismissed()).toBe(true)
    await record('resumed')
    expect(await dismissed()).toBe(false)
  })

  test('needs to know who it is about', async () => {
    const app = await createTestApp()
    const response = await app.send('/v1/state', {})
    expect(response.status).toBe(422)
  })
})

describe('a milestone', () => {
  test('is granted to one of several tabs that ask at once, and to nobody afterwards', async () => {
    const app = await createTestApp()
    const claim = async (userId: string) => {
      const response = await app.send('/v1/shown', {
        userId,
        kind: 'milestone',
        id: 'school-setup/live',
        action: 'shown',
      })
      return ((await response.json()) as { granted: boolean }).granted
    }
    const granted = await Promise.all(Array.from({ length: 8 }, () => claim('mia')))
    expect(granted.filter(Boolean)).toHaveLength(1)
    app.clock.now += 400 * day
    expect(await claim('mia')).toBe(false)
    expect(await claim('jonas')).toBe(true)
  })
})
