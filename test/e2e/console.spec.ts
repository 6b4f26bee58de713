import { expect } from '@playwright/test'
import type { Key, NewKey } from '../../api/contract/keys.ts'
import type { Page as Rows } from '../../api/contract/pagination.ts'
import type { RejectedMessage } from '../../api/contract/rejected-messages.ts'
import { askServer } from '../support/ask-server.ts'
import { complaints, expectNoBarrierAt, widths } from '../support/judge-page.ts'
import { test } from '../support/server-fixture.ts'
import { signIn } from '../support/sign-in.ts'

const nameless = (messageId: string) => ({ type: 'track', messageId, userId: 'mia', properties: { amount: 90 } })

test.beforeEach(async ({ page, server }) => signIn(page, server.secretKey))

for (const width of widths) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('no page has a barrier in light and dark, is too wide, or breaks the policy', async ({ page, server }) => {
      // Thirty pages are judged.
      test.slow()
      const ask = askServer(server)
      const key = await ask<NewKey>('POST /v1/keys', {
        kind: 'write',
        name: 'The app of a customer with a long name that says what it is for, and where',
        scopes: ['ingest'],
        origins: ['https://a-very-long-subdomain-of-a-customer.app.example.com'],
      })
      await ask('POST /v1/batch', {
        batch: [nameless('a'.repeat(100)), { type: 'nonsense', userId: 'u'.repeat(100) }],
      })
      const traits = { segment: 'school', owner: 'Luca Bernasconi' }
      await ask('POST /v1/group', { userId: 'mia', groupId: 'linden-hall', traits })
      const { data } = await ask<Rows<RejectedMessage>>('GET /v1/rejected-messages')
      const seen = complaints(page)
      const places = {
        accounts: page.getByRole('row', { name: /linden-hall/ }),
        'accounts/linden-hall': page.getByRole('link', { name: 'Luca Bernasconi' }),
        surveys: page.getByRole('heading', { name: /NPS/ }),
        feedback: page.getByRole('heading', { name: 'Feedback' }),
        keys: page.getByRole('row', { name: /Write key of this server/ }),
        'keys/new': page.getByRole('textbox', { name: 'Name' }),
        'keys/secret': page.getByRole('heading', { name: 'Where it is changed' }),
        [`keys/${key.id}`]: page.getByRole('button', { name: 'Rotate the key' }),
        'keys/nobody': page.getByRole('heading', { name: 'No such key' }),
        'refused-messages': page.getByRole('table', { name: 'Refused messages' }),
        [`refused-messages/${data[0]?.id}`]: page.getByRole('region', { name: 'The message' }),
        mails: page.getByRole('heading', { name: 'No mail' }),
        'audit-log': page.getByRole('table', { name: 'Acts' }),
        'audit-log?actor=somebody': page.getByRole('heading', { name: 'Nothing of the kind was done' }),
      }
      for (const [place, sign] of Object.entries(places)) {
        await test.step(place, async () => {
          await page.goto(`/console/#/${place}`)
          await expect(sign).toBeVisible()
          await page.waitForLoadState('networkidle')
          await expectNoBarrierAt(width, page)
        })
      }
      await page.goto(`/console/#/keys/${key.id}`)
      await page.getByRole('button', { name: 'Revoke the key' }).click()
      await expectNoBarrierAt(width, page)
      expect(seen).toEqual([])
    })
  })
}

test('a key is made, shown once, changed, rotated and revoked, and does what the pages say', async ({
  page,
  server,
}) => {
  const statusOf = async (key: string, path: string) =>
    (await fetch(server.url + path, { headers: { Authorization: `Bearer ${key}` } })).status
  let value = ''

  await test.step('is made, and its value is in reach once', async () => {
    await page.goto('/console/#/keys')
    await page.getByRole('link', { name: 'Make a key' }).click()
    await expect(page.getByRole('heading', { name: 'Make a key' })).toBeFocused()
    await page.getByLabel('Name').fill('Nightly report')
    await page.getByRole('checkbox', { name: /read everything/i }).check()
    await page.getByRole('button', { name: 'Make the key' }).click()
    await expect(page.getByRole('heading', { name: 'Store the key now' })).toBeFocused()
    value = (await page.getByText(/^sk_/).textContent()) ?? ''
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy key' }).click()
    await expect(page.getByRole('status')).toHaveText('key copied.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(value)
    expect(await statusOf(value, '/v1/accounts')).toBe(200)
    expect(await statusOf(value, '/v1/keys')).toBe(403)
  })

  await test.step('is in the list, and is not shown again', async () => {
    await page.getByRole('link', { name: 'All keys' }).click()
    const row = page.getByRole('row', { name: /Nightly report/ })
    await expect(row).toContainText('Works')
    await expect(row).toContainText(value.slice(-4))
    await row.getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1, name: 'Nightly report' })).toBeFocused()
    await expect(page.getByText(value)).toHaveCount(0)
  })

  await test.step('is renamed, and may do something else', async () => {
    await page.getByLabel('Name').fill('Report of the night')
    await page.getByRole('checkbox', { name: /read everything/i }).uncheck()
    await page.getByRole('checkbox', { name: /send messages/i }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Report of the night' })).toBeVisible()
    await expect(page.getByRole('status')).toHaveText('The key is changed.')
    expect(await statusOf(value, '/v1/accounts')).toBe(403)
  })

  await test.step('gets a new value, and the old one works on', async () => {
    await page.getByRole('button', { name: 'Rotate the key' }).click()
    const dialog = page.getByRole('dialog', { name: /Report of the night/ })
    await dialog.getByLabel('The old value works on for').selectOption('An hour')
    await dialog.getByRole('button', { name: 'Make a new value' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('heading', { name: 'Store the key now' })).toBeFocused()
    await expect(page.getByText(/The old value works until/)).toBeVisible()
    const next = (await page.getByText(/^sk_/).textContent()) ?? ''
    expect(next).not.toBe(value)
    // Of the right key, which is not allowed to read: 401 would be no key.
    expect([await statusOf(value, '/v1/accounts'), await statusOf(next, '/v1/accounts')]).toEqual([403, 403])
  })

  await test.step('is revoked, and stays in the list', async () => {
    await page.getByRole('button', { name: 'Revoke the key' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke the key' }).click()
    await expect(page.getByRole('group', { name: 'Outcome' })).toBeFocused()
    await expect(page.getByRole('button', { name: 'Rotate the key' })).toHaveCount(0)
    expect(await statusOf(value, '/v1/accounts')).toBe(401)
    await page.getByRole('link', { name: 'Keys' }).first().click()
    await expect(page.getByRole('row', { name: /Report of the night/ })).toContainText('Revoked')
  })
})

test('what is wrong with a key is said at its field, and the person is taken there', async ({ page }) => {
  await page.goto('/console/#/keys/new')
  await page.getByRole('button', { name: 'Make the key' }).click()
  const name = page.getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription(/Give the key a name/)
  await expect(page.getByText('Choose at least one thing that the key may do.')).toBeVisible()

  await name.fill('A page')
  await page.getByRole('radio', { name: /Write key/ }).check()
  await expect(name).toHaveValue('A page')
  await expect(page.getByRole('checkbox')).toHaveCount(2)
  const origins = page.getByRole('textbox', { name: 'Origins' })
  await origins.fill('https://app.example.com\napp.example.com')
  await page.getByRole('button', { name: 'Make the key' }).click()
  await expect(origins).toBeFocused()
  await expect(origins).toHaveAccessibleDescription(/“app\.example\.com”: .*use an origin such as/)

  await origins.fill('https://app.example.com')
  await page.getByRole('button', { name: 'Make the key' }).click()
  await expect(page.getByRole('heading', { name: 'The key is ready' })).toBeFocused()
})

test('a dialog is used by keyboard alone, and gives the focus back', async ({ page, server }) => {
  const ask = askServer(server)
  const { id } = await ask<NewKey>('POST /v1/keys', { kind: 'secret', name: 'By keyboard', scopes: ['read'] })
  await page.goto(`/console/#/keys/${id}`)
  const button = page.getByRole('button', { name: 'Revoke the key' })
  await button.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Revoke “By keyboard”?' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()
  expect(await ask<Key>(`GET /v1/keys/${id}`)).toMatchObject({ status: 'active' })

  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Outcome' })).toBeFocused()
  expect(await ask<Key>(`GET /v1/keys/${id}`)).toMatchObject({ status: 'revoked' })
})

test('the key of this very session gets a new value at once, which is seen before the session is over', async ({
  page,
  server,
}) => {
  const ask = askServer(server)
  const key = await ask<NewKey>('POST /v1/keys', { kind: 'secret', name: 'My own', scopes: ['read', 'admin'] })
  await signIn(page, key.value)
  await page.goto(`/console/#/keys/${key.id}`)
  await expect(page.getByText('You are signed in with this key.')).toBeVisible()
  await page.getByRole('button', { name: 'Rotate the key' }).click()
  await page.getByLabel('The old value works on for').selectOption('Not at all: it has leaked')
  await page.getByRole('button', { name: 'Make a new value' }).click()
  await expect(page.getByText('The old value no longer works.')).toBeVisible()
  const value = (await page.getByText(/^sk_/).textContent()) ?? ''
  await page.getByRole('link', { name: 'Keys' }).first().click()
  await page.getByLabel(/secret key/i).fill(value)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('row', { name: /My own/ })).toBeVisible()
})

test('refused messages are counted, found, corrected, sent again and removed', async ({ page, server }) => {
  const ask = askServer(server)
  const key = await ask<NewKey>('POST /v1/keys', { kind: 'secret', name: 'Billing', scopes: ['ingest'] })
  const batch = [nameless('first'), nameless('second'), { ...nameless('third'), event: 'x'.repeat(40_000) }]
  await ask('POST /v1/batch', { batch }, key.value)
  const rows = page.getByRole('table', { name: 'Refused messages' }).getByRole('row')

  await test.step('the summary says what is wrong, and filters find some', async () => {
    await page.goto('/console/#/refused-messages')
    const reasons = page.getByRole('table', { name: /What is wrong/ })
    await expect(reasons.getByRole('row', { name: /A track message needs an "event"/ })).toBeVisible()
    await page.getByRole('combobox', { name: 'Came with' }).selectOption('Billing')
    await expect(rows).toHaveCount(4)
    await page.getByRole('combobox', { name: 'Reason' }).selectOption({ label: 'Too large (1)' })
    await expect(rows).toHaveCount(2)
    await expect(page).toHaveURL(/reason=too_large&key=/)
    await page.getByRole('combobox', { name: 'Reason' }).selectOption('Any reason')
    await expect(rows).toHaveCount(4)
  })

  await test.step('one is opened, corrected, and becomes a fact', async () => {
    await rows.filter({ hasText: 'first' }).getByRole('link').click()
    await expect(page.getByRole('region', { name: 'What is wrong' })).toContainText('A track message needs an "event".')
    await page.getByRole('button', { name: 'Correct it' }).click()
    const field = page.getByRole('textbox', { name: 'Corrected message' })
    await expect(field).toBeFocused()
    await field.fill('{ "type": "track", ')
    await page.getByRole('button', { name: 'Send the corrected message' }).click()
    await expect(field).toHaveAccessibleDescription(/This is not JSON/)
    await field.fill(JSON.stringify({ ...nameless('first'), messageId: undefined }))
    await page.getByRole('button', { name: 'Send the corrected message' }).click()
    const outcome = page.getByRole('group', { name: 'Outcome' })
    await expect(outcome).toHaveText('It was refused again. A track message needs an "event".')
    await field.fill(JSON.stringify({ ...nameless('first'), event: 'refused_and_mended', messageId: undefined }))
    await page.getByRole('button', { name: 'Send the corrected message' }).click()
    await expect(outcome).toHaveText('It is a fact now.')
    await expect(outcome).toBeFocused()
    const facts = await ask<Rows<object>>('GET /v1/events?event=refused_and_mended')
    expect(facts.data).toMatchObject([{ messageId: 'first', userId: 'mia' }])
  })

  await test.step('all of a filter are sent again, and what is refused again stays', async () => {
    await page.getByRole('link', { name: 'Refused messages' }).first().click()
    await page.getByRole('combobox', { name: 'Came with' }).selectOption('Billing')
    await expect(rows).toHaveCount(3)
    await page.getByRole('button', { name: 'Send these again' }).click()
    await page
      .getByRole('dialog', { name: /that came with “Billing”/ })
      .getByRole('button', { name: 'Send again' })
      .click()
    const outcome = page.getByRole('group', { name: 'Outcome' })
    await expect(outcome).toHaveText('1 message was refused again and stayed here.')
    await expect(outcome).toBeFocused()
    await expect(rows).toHaveCount(3)
  })

  await test.step('one is removed, then the rest', async () => {
    await rows.filter({ hasText: 'Too large' }).getByRole('link').click()
    await expect(page.getByRole('heading', { name: 'Its beginning' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Send again' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Remove it' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(page.getByRole('group', { name: 'Outcome' })).toHaveText('It is removed. Nothing is left of it.')
    await page.goBack()
    await expect(rows).toHaveCount(2)
    await page.getByRole('button', { name: 'Remove these' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(page.getByRole('group', { name: 'Outcome' })).toHaveText('1 message is removed.')
    await expect(page.getByRole('heading', { name: 'No message matches' })).toBeVisible()
    const left = await ask<Rows<RejectedMessage>>(`GET /v1/rejected-messages?key=${key.id}`)
    expect(left.data).toEqual([])
  })
})

test('the audit log says who did what, and is filtered and read on', async ({ page, server }) => {
  const ask = askServer(server)
  const key = await ask<NewKey>('POST /v1/keys', { kind: 'secret', name: 'Busy script', scopes: ['read', 'admin'] })
  for (let n = 0; n < 60; n++) await ask(`DELETE /v1/users/nobody-${n}`, undefined, key.value)
  const refused = await fetch(`${server.url}/v1/health/recompute`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key.value}` },
  })
  expect(refused.status).toBe(403)
  const rows = page.getByRole('table', { name: 'Acts' }).getByRole('row')

  await page.goto('/console/#/audit-log')
  await page.getByRole('combobox', { name: 'Who' }).selectOption('Busy script')
  await expect(rows).toHaveCount(51)
  await expect(rows.nth(1)).toContainText('Score all accounts anew')
  await expect(rows.nth(1)).toContainText('Refused: not allowed')
  await expect(rows.nth(1)).toContainText(refused.headers.get('X-Request-Id') ?? 'no id')
  await expect(rows.nth(2)).toContainText('Erase a person')
  await page.getByRole('button', { name: 'Load more acts' }).click()
  await expect(rows).toHaveCount(62)
  await expect(page.getByRole('status')).toHaveText('61 acts shown.')

  for (let n = 0; n < 2; n++) {
    expect((await page.request.post('/v1/session', { data: { secretKey: 'sk_guessed' } })).status()).toBe(401)
  }
  await page.getByRole('combobox', { name: 'Who' }).selectOption('Somebody without a valid key')
  // Failed attempts are written down within a second.
  await expect(async () => {
    await page.reload()
    await expect(rows.nth(1)).toContainText('2 times in ten minutes', { timeout: 1000 })
  }).toPass()

  await page.getByRole('combobox', { name: 'Who' }).selectOption('Anybody')
  await page.getByRole('combobox', { name: 'What' }).selectOption('Make a key')
  const made = rows.filter({ hasText: 'Make a key' }).first()
  await expect(made).toContainText('Secret key of this server')
  await expect(made).toContainText('Done')
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'What' })).toHaveValue('createKey')
})

test('somebody whose key may only read is offered nothing else', async ({ page, server }) => {
  const ask = askServer(server)
  const key = await ask<NewKey>('POST /v1/keys', { kind: 'secret', name: 'Colleague', scopes: ['read'] })
  await ask('POST /v1/batch', { batch: [nameless('for-reading')] })
  await signIn(page, key.value)
  await page.goto('/console/#/refused-messages')
  const navigation = page.getByRole('navigation', { name: 'Console' })
  await expect(navigation.getByRole('link')).toHaveText([
    'Accounts',
    'Requests',
    'Surveys',
    'Feedback',
    'Searches',
    'Refused messages',
    'Mail',
  ])
  await page
    .getByRole('row', { name: /for-reading/ })
    .getByRole('link')
    .click()
  await expect(page.getByRole('region', { name: 'The message' })).toContainText('for-reading')
  await expect(page.getByRole('button', { name: /Send again|Correct|Remove/ })).toHaveCount(0)
  await page.goto('/console/#/keys')
  await expect(page.getByRole('alert')).toContainText('This key lacks the scope "admin"')
})

test('somebody whose key may not read is told so at the door', async ({ page, server }) => {
  const ask = askServer(server)
  const key = await ask<NewKey>('POST /v1/keys', { kind: 'secret', name: 'Sender', scopes: ['ingest'] })
  await page.request.delete('/v1/session')
  await page.goto('/console/')
  await page.getByLabel('Secret key').fill(key.value)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('The console needs a key with the scope "read"')
  await expect(page.getByLabel('Secret key')).toBeFocused()
})
