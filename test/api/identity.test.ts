import { describe, expect, test } from 'vitest'
import { hashAccount, hashUser } from '../../api/identity.ts'
import { createTestApp } from '../support/create-test-app.ts'

const secret = 'a secret of the product'
const hash = hashUser('mia', secret)
/** The whole hash of a user in an account. */
const proof = (account: string, user = 'mia') => `${hashUser(user, secret)}.${hashAccount(account, user, secret)}`

test('without an IDENTITY_SECRET anybody may speak for a user, also with a hash that is null', async () => {
  const app = await createTestApp()
  expect((await app.send('/v1/state', { userId: 'mia', accountId: 'linde', userHash: null })).status).toBe(200)
})

describe('with an IDENTITY_SECRET', () => {
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

  test('a page may prove accounts before the server asks for it', async () => {
    const app = await createTestApp({ IDENTITY_SECRET: secret })
    for (const userHash of [hash, proof('linde'), `${hash}.of-nothing`]) {
      expect((await app.send('/v1/state', { userId: 'mia', accountId: 'linde', userHash })).status).toBe(200)
    }
    expect((await app.send('/v1/state', { userId: 'mia', userHash: proof('linde', 'jonas') })).status).toBe(403)
  })
})

describe('with VERIFY_ACCOUNTS', () => {
  const open = () => createTestApp({ IDENTITY_SECRET: secret, VERIFY_ACCOUNTS: 'true' })
  const asked = { subject: 'Invoice', message: 'It is not sent.', email: 'mia@linde.example', locale: 'en' }
  const wrong: [string, string][] = [
    ['no second half', hash],
    ['an empty second half', `${hash}.`],
    ['the proof of another account', proof('elm')],
    ['the proof of another user of it', `${hash}.${hashAccount('linde', 'jonas', secret)}`],
    ['the hash of a user whose id is that of the account', `${hash}.${hashUser('linde', secret)}`],
    ['the second half alone', hashAccount('linde', 'mia', secret)],
  ]

  test.each(wrong)('nobody names an account with %s', async (_, userHash) => {
    const app = await open()
    const context = { userHash }
    const said = { userId: 'mia', context }
    const { accepted, rejected } = (await (
      await app.send('/v1/batch', {
        batch: [
          { ...said, type: 'group', groupId: 'linde', traits: { plan: 'enterprise' } },
          ...['track', 'page', 'screen'].map((type) => ({
            ...{ userId: 'mia', type, event: 'signed_in' },
            context: { ...context, groupId: 'linde' },
          })),
          { ...said, type: 'alias', previousId: 'visitor', context: { ...context, groupId: 'linde' } },
        ],
      })
    ).json()) as { accepted: number; rejected: { index: number }[] }
    expect([accepted, rejected.map(({ index }) => index)]).toEqual([0, [0, 1, 2, 3, 4]])

    const subject = { userId: 'mia', accountId: 'linde', userHash }
    for (const [path, body] of [
      ['/v1/state', {}],
      ['/v1/shown', { kind: 'tour', id: 'welcome', action: 'shown' }],
      ['/v1/surveys/nps/responses', { submissionId: 's', answers: { score: 9 }, completed: true }],
      ['/v1/requests', asked],
      ['/v1/requests/times', {}],
    ] as const) {
      expect([path, (await app.send(path, { ...subject, ...body })).status]).toEqual([path, 403])
    }
    expect(await app.read('/v1/accounts')).toMatchObject({ data: [] })
  })

  test.each(['in small', 'in capital'])('whoever proves the account %s letters speaks for it', async (letters) => {
    const app = await open()
    const userHash = letters === 'in small' ? proof('linde') : proof('linde').toUpperCase()
    const context = { userHash }
    const sent = await app.send('/v1/batch', {
      batch: [
        { type: 'group', userId: 'mia', groupId: 'linde', context },
        { type: 'track', userId: 'mia', event: 'signed_in', context: { ...context, groupId: 'linde' } },
      ],
    })
    expect(await sent.json()).toMatchObject({ accepted: 2, rejected: [] })
    const subject = { userId: 'mia', accountId: 'linde', userHash }
    expect((await app.send('/v1/state', subject)).status).toBe(200)
    const answer = { ...subject, submissionId: 's', answers: { score: 9 }, completed: true }
    expect(await (await app.send('/v1/surveys/nps/responses', answer)).json()).toMatchObject({ accountId: 'linde' })
    expect((await app.send('/v1/requests', { ...subject, ...asked })).status).toBe(200)
  })

  test('what names no account needs no proof of one, and counts for that of the latest group', async () => {
    const app = await open()
    await app.send('/v1/group', { userId: 'mia', groupId: 'linde', context: { userHash: proof('linde') } })
    const sent = await app.send('/v1/track', { userId: 'mia', event: 'signed_in', context: { userHash: hash } })
    expect(sent.status).toBe(200)
    expect((await app.send('/v1/state', { userId: 'mia', userHash: hash })).status).toBe(200)
    expect(await app.read('/v1/events?event=signed_in')).toMatchObject({ data: [{ accountId: 'linde' }] })
  })

  test('whoever changes the account identifies first, while the page still names the one before', async () => {
    const app = await open()
    await app.send('/v1/group', { userId: 'mia', groupId: 'linde', context: { userHash: proof('linde') } })
    const context = { userHash: proof('elm') }
    const sent = await app.send('/v1/batch', {
      batch: [
        { type: 'identify', userId: 'mia', traits: { name: 'Mia' }, context: { ...context, groupId: 'stranger' } },
        { type: 'group', userId: 'mia', groupId: 'elm', context: { ...context, groupId: 'elm' } },
      ],
    })
    expect(await sent.json()).toMatchObject({ accepted: 2 })
    expect(await app.read('/v1/events')).toMatchObject({
      data: [
        { type: 'group', accountId: 'elm' },
        { type: 'identify', accountId: 'linde', traits: { name: 'Mia' } },
        { type: 'group', accountId: 'linde' },
      ],
    })
    // Without any proof of an account it is a mistake, and said to be one.
    const unproven = { userId: 'mia', context: { userHash: hash, groupId: 'elm' } }
    expect((await app.send('/v1/identify', unproven)).status).toBe(422)
    const forged = { userId: 'jonas', context: { ...context, groupId: 'linde' } }
    expect((await app.send('/v1/identify', forged)).status).toBe(422)
  })

  test('the hash of a user whose id has a line break in it is no second half', async () => {
    const app = await open()
    const userId = 'linde\nmia'
    const state = (given: object) => app.send('/v1/state', given)
    expect((await state({ userId, userHash: hashUser(userId, secret) })).status).toBe(403)
    expect((await state({ userId, accountId: 'elm', userHash: proof('elm', userId) })).status).toBe(403)
  })

  test('what is refused says what to do', async () => {
    const app = await open()
    const refusal = async (userHash: string) => {
      const response = await app.send('/v1/state', { userId: 'mia', accountId: 'linde', userHash })
      return ((await response.json()) as { detail: string }).detail
    }
    expect(await refusal(hash)).toMatch(/add a dot to the hash of the user, and the HMAC-SHA256 of account id/)
    expect(await refusal(proof('elm'))).toMatch(/The second half .* identify with it before the account is named/)
    expect(await refusal('x'.repeat(130))).toMatch(/fields/)
  })

  test('a server with the secret key needs no proof', async () => {
    const app = await open()
    expect(await app.read('/v1/group', { userId: 'mia', groupId: 'linde' })).toMatchObject({ accepted: 1 })
  })
})
