import { expect, test } from 'vitest'
import type { State } from '../../api/contract/state.ts'
import type { Announcement } from '../../content/guidance-schema.ts'
import type { Program } from '../../content/program-schema.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

const mia = { userId: 'mia', accountId: 'linden' }
const leftOut = async (app: TestApp, who: object = mia) =>
  ((await (await app.send('/v1/state', { ...who, explain: true })).json()) as State).leftOut

const group = (app: TestApp, segment?: string) =>
  app.send('/v1/group', { userId: 'mia', groupId: 'linden', traits: segment ? { segment } : {} })

/** An API with the program of the project, for schools, and one for instructors. */
async function appWithPrograms(): Promise<TestApp> {
  const app = await createTestApp()
  const { definitions } = app.services
  const [schools] = definitions.programs as [Program]
  const others = {
    ...schools,
    id: 'others',
    title: { en: 'For others', fr: 'Pour les autres' },
    segments: ['instructor'],
  }
  definitions.programs = [schools, others]
  definitions.announcements = []
  return app
}

test('what is not for a person is named with its reason only where it is asked for', async () => {
  const app = await appWithPrograms()
  const state = (await (await app.send('/v1/state', mia)).json()) as State
  expect(state).not.toHaveProperty('leftOut')
  expect(await leftOut(app, { anonymousId: 'visitor' })).toEqual([
    expect.objectContaining({ id: 'school-setup', reason: expect.stringContaining('No account is known') as string }),
    expect.objectContaining({ id: 'others' }),
  ])
})

test('a program is left out for the segment of the account, until it is enrolled', async () => {
  const app = await appWithPrograms()
  await group(app)
  expect((await leftOut(app))?.map(({ reason }) => reason)).toEqual(Array(2).fill('The account has no `segment` yet.'))
  await group(app, 'school')
  expect(await leftOut(app, { ...mia, locale: 'fr' })).toEqual([
    { kind: 'checklist', id: 'others', reason: 'For accounts of other segments.' },
  ])
  await group(app, 'instructor')
  expect((await leftOut(app))?.map(({ reason }) => reason)).toEqual([
    'The account was enrolled before this program named its segment.',
  ])
})

test('an announcement is left out for its audience or its first day, by nothing but its id', async () => {
  const app = await appWithPrograms()
  const announcement = (id: string, rest: Partial<Announcement>): Announcement => ({
    ...{
      id,
      title: 'A secret title',
      text: 'A secret.',
      locales: ['en'],
      form: 'slide-in',
      edge: 'top',
      pushes: false,
      actions: [],
    },
    ...rest,
  })
  const audience = { segments: [], plans: ['pro'], accountTraits: {}, userTraits: {} }
  app.services.definitions.announcements = [
    announcement('for-all', {}),
    announcement('pro', { audience, form: 'banner' }),
    announcement('later', { from: '2999-01-01' }),
  ]
  await group(app, 'school')
  const named = (await leftOut(app))?.filter(({ kind }) => kind !== 'checklist')
  expect(named).toEqual([
    { kind: 'banner', id: 'pro', reason: 'For accounts on other plans.' },
    { kind: 'announcement', id: 'later', reason: 'It begins on 2999-01-01.' },
  ])
  expect(JSON.stringify(named)).not.toContain('secret')
})
