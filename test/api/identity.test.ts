import { describe, expect, test } from 'vitest'
import { hashUser } from '../../api/identity.ts'
import { createTestApp } from '../support/create-test-app.ts'

describe('with an IDENTITY_SECRET', () => {
  const secret = 'a secret of the product'
  const hash = hashUser('mia', secret)

  test('a browser cannot speak for a user without their hash', async () => {
    const app = await createTestApp({ IDENTITY_SECRET: secret })
    const track = (context: object) => ({ type: 'track', userId: 'mia', event: 'signed_in', context })
    const sent = await app.send('/v1/batch', {
      batch: [track({}), track({ userHash: hashUser('jonas', secret) }), track({ userHash: hash })],
    })
    expect(await sent.json()).toMatchObject({ accepted: 1, rejected: [{ index: 0 }, { index: 1 }] })
    expect((await app.send('/v1/state', { userId: 'mia' })).status).toBe(403)
    expect((await app.send('/v1/state', { userId: 'mia', userHash: 'f'.repeat(64) })).status).toBe(403)
    expect((await app.send('/v1/state', { userId: 'mia', userHash: hash })).status).toBe(200)
    expect((await app.send('/v1/state', { anonymousId: 'visitor' })).status).toBe(200)
  })

  test('a visitor cannot speak for an account', async () => {
    const app = await createTestApp({ IDENTITY_SECRET: secret })
    const visitor = { anonymousId: 'visitor', accountId: 'linde' }
    expect((await app.send('/v1/state', visitor)).status).toBe(403)
    const answer = { ...visitor, submissionId: 's', answers: { score: 0 }, completed: true }
    expect((await app.send('/v1/surveys/nps/responses', answer)).status).toBe(403)
    const group = { anonymousId: 'visitor', groupId: 'linde', traits: { payment_status: 'failed' } }
    expect((await app.send('/v1/group', group)).status).toBe(422)
    const track = { anonymousId: 'visitor', event: 'vehicle_added', context: { groupId: 'linde' } }
    expect((await app.send('/v1/track', track)).status).toBe(422)
  })

  test('the hash is not kept with the fact', async () => {
    const app = await createTestApp({ IDENTITY_SECRET: secret })
    await app.send('/v1/track', { userId: 'mia', event: 'signed_in', context: { userHash: hash, locale: 'fr' } })
    const { data } = await app.read<{ data: { context: object }[] }>('/v1/events')
    expect(data[0]?.context).toEqual({ locale: 'fr' })
  })

  test('a server with the secret key needs none', async () => {
    const app = await createTestApp({ IDENTITY_SECRET: secret })
    expect(await app.read('/v1/track', { userId: 'mia', event: 'signed_in' })).toMatchObject({ accepted: 1 })
  })
})
