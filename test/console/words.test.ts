import { describe, expect, test } from 'vitest'
import type { TimelineEntry } from '../../api/contract/accounts.ts'
import type { ProgramView, ScorecardView, SurveyView } from '../../api/contract/definitions.ts'
import type { Mail } from '../../api/contract/mails.ts'
import type { Enrolment } from '../../api/contract/onboarding.ts'
import { componentScale } from '../../site/console/account/component-scale.ts'
import { isNew } from '../../site/console/account/is-new.ts'
import { milestonesOf, stepsOf } from '../../site/console/account/program-steps.ts'
import { changeOfMonth, historyOf } from '../../site/console/account/score-history.ts'
import { entryInWords } from '../../site/console/account/timeline-words.ts'
import { bandTone } from '../../site/console/band-tone.ts'
import { inOrder } from '../../site/console/feedback/article-order.ts'
import { standingInWords } from '../../site/console/mails/mail-words.ts'
import { changeInWords, npsHeadline } from '../../site/console/surveys/nps-words.ts'

describe('NPS', () => {
  test('is a figure only where the API gives one', () => {
    expect(npsHeadline({ score: -12, responses: 64 })).toBe('−12')
    expect(npsHeadline({ score: null, responses: 7 })).toBe('7 of 30 answers: too few for a score')
    expect(npsHeadline({ score: null, responses: 0 })).toBe('No answers yet')
  })

  test('has changed only where the difference is significant', () => {
    expect(changeInWords({ difference: 12.4, pValue: 0.0213, significant: true })).toBe(
      'Improved: +12.4 points, more than chance explains (p = 0.021).',
    )
    expect(changeInWords({ difference: -30, pValue: 0.00001, significant: true })).toMatch(/^Declined.*p < 0\.001/)
    expect(changeInWords({ difference: 3, pValue: 0.4, significant: false })).toMatch(/^No change that can be told/)
    expect(changeInWords({ difference: null, pValue: null, significant: null })).toMatch(/^No comparison/)
  })
})

describe('the timeline', () => {
  const entry = (part: Partial<TimelineEntry>): TimelineEntry => ({
    id: '1',
    at: '2026-11-21T12:00:00.000Z',
    kind: 'event',
    name: 'invoice_sent',
    userId: 'mia',
    details: {},
    ...part,
  })
  const question = {
    ...{ required: false, display: 'numbers' as const, lowLabel: null, highLabel: null, showIf: null, choices: [] },
  }
  const nps: SurveyView = {
    id: 'nps',
    kind: 'nps',
    trigger: null,
    repeatAfterDays: 90,
    remindAfterDays: null,
    thanks: null,
    questions: [
      { ...question, id: 'score', type: 'nps', text: 'How likely?' },
      { ...question, id: 'why', type: 'choice', text: 'Why?', choices: [{ value: 'price', text: 'The price' }] },
    ],
  }

  test('says what happened and what came with it', () => {
    expect(entryInWords(entry({ details: { amount: 90, note: null } }), [])).toEqual({
      sentence: 'Invoice sent',
      details: [{ name: 'Amount', value: '90' }],
    })
  })

  test('gives the score of an answer first, the rest in the words of the survey', () => {
    expect(
      entryInWords(entry({ kind: 'survey_response', name: 'nps', details: { score: 9, why: 'price' } }), [nps]),
    ).toEqual({ sentence: 'Answered NPS: 9', details: [{ name: 'Why?', value: 'The price' }] })
  })

  test('says of what a score is that is not what its survey is about', () => {
    const recommend = { ...question, id: 'recommend', type: 'nps' as const, text: 'Would you recommend us?' }
    const exit: SurveyView = { ...nps, id: 'exit-interview', kind: 'exit', questions: [recommend] }
    expect(
      entryInWords(entry({ kind: 'survey_response', name: 'exit-interview', details: { recommend: 5 } }), [exit]),
    ).toEqual({
      sentence: 'Answered the exit interview',
      details: [{ name: 'Would you recommend us?', value: '5 of 10' }],
    })
  })

  test('keeps an answer readable when its survey is gone', () => {
    expect(
      entryInWords(entry({ kind: 'survey_response', name: 'old-one', details: { 'how-was-it': 3 } }), [nps]),
    ).toEqual({
      sentence: 'Answered Old one',
      details: [{ name: 'How was it', value: '3' }],
    })
  })
})

describe('onboarding', () => {
  const enrolment: Enrolment = {
    program: 'setup',
    status: 'in_progress',
    progress: 50,
    nextStep: 'team',
    completedSteps: [{ id: 'info', at: '2026-11-03T10:00:00.000Z' }],
    milestones: [],
    startedAt: '2026-11-01T10:00:00.000Z',
    completedAt: null,
  }
  const step = (id: string) => ({
    id,
    title: `Do ${id}`,
    description: null,
    type: 'action' as const,
    required: true,
    minutes: null,
    completesOn: { event: id, on: 'event' as const, url: null, target: null },
    url: null,
    tour: null,
    resources: [],
  })
  const program: ProgramView = {
    id: 'setup',
    title: 'Setup',
    description: null,
    segments: ['school'],
    scope: 'account',
    order: 'free',
    urls: [],
    durationDays: null,
    stalledAfterDays: 3,
    steps: [step('info'), step('team'), step('live')],
    milestones: [
      { id: 'ready', title: 'Ready', celebration: null, targetDay: 7, criteria: [], certificate: null, share: null },
    ],
  }

  test('shows each step as done, next or still to come', () => {
    expect(stepsOf(enrolment, program).map(({ state }) => state)).toEqual(['done', 'next', 'open'])
  })

  test('says by when a milestone should be reached', () => {
    expect(milestonesOf(enrolment, program)).toEqual([{ id: 'ready', title: 'Ready', at: null, due: '8 Nov 2026' }])
  })

  test('still shows what was done when the program is gone', () => {
    expect(stepsOf(enrolment, undefined)).toMatchObject([{ title: 'Info', state: 'done' }])
  })
})

describe('scores', () => {
  const card = (bands: ScorecardView['bands']): ScorecardView => ({
    id: 'card',
    title: 'Card',
    method: 'points',
    segments: [],
    default: true,
    minimumCoverage: 0.5,
    components: [],
    bands,
  })

  test('are coloured by what the scorecard says is at risk', () => {
    const cards = [
      card([
        { name: 'Healthy', from: 60, atRisk: false },
        { name: 'At Risk', from: 40, atRisk: true },
        { name: 'Critical', from: 0, atRisk: true },
      ]),
    ]
    expect(['Healthy', 'At Risk', 'Critical', 'Unheard of', null].map((band) => bandTone(cards, band))).toEqual([
      'good',
      'warning',
      'danger',
      'neutral',
      'neutral',
    ])
  })

  describe('of two scorecards', () => {
    const point = (day: string, scorecard: string) => ({ day, scorecard, score: 50, band: null, coverage: 1 })
    // As the API lists them: the newest first, and of two on one day the one scored last.
    const points = [
      point('2026-11-03', 'new'),
      point('2026-11-03', 'old'),
      point('2026-11-02', 'old'),
      point('2026-11-01', 'new'),
    ]

    test('only those of the one in use make a line', () => {
      expect(historyOf(points, 'old')).toEqual([point('2026-11-02', 'old'), point('2026-11-03', 'old')])
      expect(historyOf(points, 'unheard-of')).toEqual([])
    })

    test('those of the one scored last do where nobody knows which is in use', () => {
      expect(historyOf(points)).toEqual([point('2026-11-01', 'new'), point('2026-11-03', 'new')])
      expect(historyOf([])).toEqual([])
    })
  })

  describe('have changed in the last 30 days', () => {
    const point = (day: string, score: number | null) => ({ day, score, scorecard: 'card', band: null, coverage: 1 })

    test('from the earliest known one of them to the last', () => {
      const history = [
        point('2026-10-01', 95),
        point('2026-10-23', null),
        point('2026-10-24', 80),
        point('2026-11-20', 30),
        point('2026-11-21', 14),
        point('2026-11-22', null),
      ]
      expect(changeOfMonth(history)).toEqual({
        from: { day: '2026-10-24', score: 80 },
        to: { day: '2026-11-21', score: 14 },
        difference: -66,
      })
    })

    test('only where there are two of them', () => {
      expect(changeOfMonth([])).toBeNull()
      expect(changeOfMonth([point('2026-09-01', 50), point('2026-11-21', 60)])).toBeNull()
    })
  })

  test.each([
    ['above zero', { score: 5, min: 0, max: 20 }, { start: 0, end: 0.25, zero: null }],
    ['of nothing', { score: 0, min: 0, max: 20 }, { start: 0, end: 0, zero: null }],
    ['of nothing where points can be lost', { score: 0, min: -5, max: 15 }, { start: 0.25, end: 0.25, zero: 0.25 }],
    ['below zero', { score: -5, min: -5, max: 15 }, { start: 0, end: 0.25, zero: 0.25 }],
    ['above zero where points can be lost', { score: 5, min: -5, max: 15 }, { start: 0.25, end: 0.5, zero: 0.25 }],
    ['that are always earned', { score: 4, min: 2, max: 6 }, { start: 0, end: 0.5, zero: null }],
    ['that are always lost', { score: -4, min: -6, max: -2 }, { start: 0.5, end: 1, zero: null }],
    ['that leave no room', { score: 3, min: 3, max: 3 }, { start: 0, end: 0, zero: null }],
  ])('%s are drawn between the fewest and the most points', (_, component, expected) => {
    expect(componentScale(component)).toEqual(expected)
  })
})

test('articles without a vote come last where the share of votes decides', () => {
  const article = (name: string, helpful: number, notHelpful: number) => ({
    article: name,
    locale: 'en',
    views: 1,
    contacted: 0,
    helpful,
    notHelpful,
    helpfulShare: helpful + notHelpful === 0 ? null : helpful / (helpful + notHelpful),
    helpfulShareInterval: null,
    reasons: [],
    comments: [],
  })
  const rows = [article('none', 0, 0), article('good', 9, 1), article('bad', 0, 2)]
  expect(inOrder(rows, 'share').map(({ article: name }) => name)).toEqual(['bad', 'good', 'none'])
  expect(inOrder(rows, 'notHelpful').map(({ article: name }) => name)).toEqual(['bad', 'good', 'none'])
})

test('an account is new for two weeks after the first that is known of it', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  const enrolled = (startedAt: string) => ({ enrolments: [{ startedAt }], history: [], now })
  expect(isNew(enrolled('2026-11-10T12:00:00Z'))).toBe(true)
  expect(isNew(enrolled('2026-11-07T11:00:00Z'))).toBe(false)
  expect(isNew({ ...enrolled('2026-11-10T12:00:00Z'), history: [{ day: '2026-11-20' }, { day: '2026-10-01' }] })).toBe(
    false,
  )
  expect(isNew({ enrolments: [], history: [], now })).toBe(false)
})

test('a mail says where it stands and when it is tried again', () => {
  const mail = { attempts: 0, nextAttemptAt: null }
  const words = (part: Partial<Mail>) => standingInWords({ ...mail, ...part } as Mail)
  const nextAttemptAt = '2026-03-02T08:00:00.000Z'
  expect(words({ status: 'queued', nextAttemptAt })).toBe('Waiting')
  expect(words({ status: 'queued', attempts: 1, nextAttemptAt })).toMatch(/^Waiting, tried once, again at .*2026/)
  expect(words({ status: 'failed', attempts: 12 })).toBe('Given up, tried 12 times')
  expect(words({ status: 'sent', attempts: 1 })).toBe('Sent')
})
