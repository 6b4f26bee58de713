import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadDefinitions } from '../../api/definitions/load.ts'
import { checkMeasures, scorableMeasures } from '../../api/health/check-measures.ts'
import type { Scorecard } from '../../content/schema.ts'

const definitions = loadDefinitions({ root: join(import.meta.dirname, '../..') })
const catalogue = {
  ...definitions.measures,
  on_time: { title: 'On time', description: 'Whether invoices are paid on time.', type: 'boolean' },
  unused: { title: 'Unused', description: 'Not on this card.', type: 'count' },
  open: { title: 'Open', description: 'Any number up to ten.', type: 'number', max: 10 },
} as const
const found = definitions.scorecards.find((card) => card.id === 'vectra')
if (!found) throw new Error('The vectra card is shipped.')
const scorecard: Scorecard = {
  ...found,
  components: {
    ...found.components,
    extra: {
      title: 'Extra',
      measures: { on_time: [{ level: true, points: 1 }], open: [{ range: '<=10', points: 1 }] },
    },
  },
}
const check = (measures: Record<string, unknown>) => checkMeasures({ scorecard, catalogue, measures })

describe('values that are to be scored', () => {
  test.each<[string, unknown]>([
    ['logins_monthly', 0],
    ['logins_monthly', 1_000_000],
    ['leads_vs_quota', 3.5],
    ['mom_growth', -1],
    ['mom_growth', 12],
    ['emails_opened', 1],
    ['nps', 8.25],
    ['ticket_state', 'none'],
    ['on_time', false],
    ['open', -1e9],
    ['nps', null],
    ['nps', undefined],
    ['unused', 'anything'],
  ])('may have %s of %s', (measure, value) => {
    expect(check({ [measure]: value })).toEqual([])
  })

  test.each<[string, unknown, string]>([
    ['logins_monthly', -1, 'Must be 0 or more.'],
    ['logins_monthly', 2.5, 'Must be a whole number.'],
    ['logins_monthly', '20', 'Must be a number.'],
    ['logins_monthly', true, 'Must be a number.'],
    ['logins_monthly', Infinity, 'Must be a number.'],
    ['leads_vs_quota', -0.1, 'Must be 0 or more.'],
    ['mom_growth', -1.01, 'Must be -1 or more.'],
    ['emails_opened', 80, 'Must be from 0 to 1.'],
    ['nps', 11, 'Must be from 0 to 10.'],
    ['nps', -1, 'Must be from 0 to 10.'],
    ['contract_days_remaining', -3, 'Must be 0 or more.'],
    ['ticket_state', 'closed', 'Must be one of pending, resolved, none.'],
    ['ticket_state', 1, 'Must be one of pending, resolved, none.'],
    ['on_time', 1, 'Must be true or false.'],
    ['open', 10.5, 'Must be 10 or less.'],
    ['logins', 20, 'There is no such measure: content/measures.yaml does not name it.'],
    ['toString', 20, 'There is no such measure: content/measures.yaml does not name it.'],
  ])('may not have %s of %s', (measure, value, detail) => {
    expect(check({ [measure]: value })).toEqual([{ path: `measures.${measure}`, detail }])
  })

  test('are all checked, so that one answer names every mistake', () => {
    expect(check({ nps: 11, logins: 3, calls_attended: 2, plan_fit: 'tiny' }).map((error) => error.path)).toEqual([
      'measures.nps',
      'measures.logins',
      'measures.plan_fit',
    ])
  })

  test('are taken without the wrong ones where they are facts that cannot be refused any more', () => {
    const measures = { nps: 11, logins: 3, calls_attended: 2, plan_fit: null, mom_growth: undefined }
    expect(scorableMeasures({ scorecard, catalogue, measures })).toEqual({ calls_attended: 2, plan_fit: null })
  })
})
