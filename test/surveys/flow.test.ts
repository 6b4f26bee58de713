import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answers, checkAnswer, type FlowQuestion, nextQuestion, visibleQuestions } from '../../surveys/flow.ts'

const text = { type: 'text', required: false } as const
const questions: FlowQuestion[] = [
  { id: 'score', type: 'nps', required: true },
  { id: 'fix-first', ...text, showIf: { question: 'score', max: 6 } },
  { id: 'missing', ...text, showIf: { question: 'score', min: 7, max: 8 } },
  { id: 'like-most', ...text, showIf: { question: 'score', min: 9 } },
]
const choices = [{ value: 'price' }, { value: 'other' }]
const chain: FlowQuestion[] = [
  { id: 'reason', type: 'choice', required: true, choices },
  { id: 'which', ...text, showIf: { question: 'reason', in: ['other'] } },
  { id: 'more', ...text, showIf: { question: 'which' } },
]
const idsOf = (list: readonly FlowQuestion[]) => list.map((question) => question.id)

describe('the next question', () => {
  test.each<[string, Answers, string | null]>([
    ['is the first one at the start', {}, 'score'],
    ['is still the required one when it was left without an answer', { score: null }, 'score'],
    ['asks a detractor what to fix', { score: 6 }, 'fix-first'],
    ['asks the lowest score what to fix', { score: 0 }, 'fix-first'],
    ['asks a passive what is missing', { score: 7 }, 'missing'],
    ['asks a promoter what they like', { score: 9 }, 'like-most'],
    ['does not ask an optional question twice', { score: 9, 'like-most': null }, null],
    ['is none at the end', { score: 3, 'fix-first': 'The calendar' }, null],
    ['follows a score that was changed', { score: 10, 'fix-first': 'The calendar' }, 'like-most'],
  ])('%s', (_, answers, expected) => {
    expect(nextQuestion(questions, answers)?.id ?? null).toBe(expected)
  })

  test('is not fooled by names that every object has', () => {
    expect(nextQuestion([{ id: 'constructor', ...text }], {})?.id).toBe('constructor')
  })
})

describe('visible questions', () => {
  test('hide what depends on an answer that is not given', () => {
    expect(idsOf(visibleQuestions(questions, {}))).toEqual(['score'])
    expect(idsOf(visibleQuestions(questions, { score: null }))).toEqual(['score'])
  })

  test('follow a choice, and from there any answer', () => {
    expect(idsOf(visibleQuestions(chain, { reason: 'other' }))).toEqual(['reason', 'which'])
    expect(idsOf(visibleQuestions(chain, { reason: 'other', which: 'Moving away' }))).toEqual([
      'reason',
      'which',
      'more',
    ])
  })

  test('are not led to by the old answer of a question that is hidden now', () => {
    expect(idsOf(visibleQuestions(chain, { reason: 'price', which: 'Moving away' }))).toEqual(['reason'])
  })

  test('follow several choices where one of them leads on', () => {
    const list: FlowQuestion[] = [
      { id: 'reasons', type: 'multiple-choice', required: false, choices },
      { id: 'which', ...text, showIf: { question: 'reasons', in: ['other'] } },
    ]
    expect(idsOf(visibleQuestions(list, { reasons: ['price', 'other'] }))).toEqual(['reasons', 'which'])
    expect(idsOf(visibleQuestions(list, { reasons: ['price'] }))).toEqual(['reasons'])
    expect(idsOf(visibleQuestions(list, { reasons: [] }))).toEqual(['reasons'])
  })

  test('follow a yes or no by its word', () => {
    const list: FlowQuestion[] = [
      { id: 'again', type: 'yes-no', required: false },
      { id: 'when', ...text, showIf: { question: 'again', in: ['true'] } },
    ]
    expect(idsOf(visibleQuestions(list, { again: true }))).toEqual(['again', 'when'])
    expect(idsOf(visibleQuestions(list, { again: false }))).toEqual(['again'])
  })

  test('never depend on a later question', () => {
    const list: FlowQuestion[] = [
      { id: 'first', ...text, showIf: { question: 'second' } },
      { id: 'second', ...text },
    ]
    expect(idsOf(visibleQuestions(list, { second: 'here' }))).toEqual(['second'])
  })

  test('are never asked twice or while they are hidden, in surveys of any shape', () => {
    const condition = (before: number) =>
      fc.record({ question: fc.nat(before).map((index) => `q${index}`), min: fc.nat(10), max: fc.nat(10) })
    const shape = fc.integer({ min: 1, max: 8 }).chain((count) =>
      fc.tuple(
        ...Array.from({ length: count }, (_, index) =>
          fc.record(
            {
              id: fc.constant(`q${index}`),
              type: fc.constantFrom<FlowQuestion['type']>('nps', 'multiple-choice', 'text'),
              required: fc.boolean(),
              showIf: condition(count),
            },
            { requiredKeys: ['id', 'type', 'required'] },
          ),
        ),
      ),
    )
    const answer = fc.oneof(fc.nat(10), fc.constant('words'), fc.constant(['price']))
    fc.assert(
      fc.property(shape, fc.array(answer, { minLength: 8, maxLength: 8 }), (list, given) => {
        const asked: string[] = []
        let answers: Answers = {}
        for (const value of given) {
          const question = nextQuestion(list, answers)
          if (!question) break
          expect(idsOf(visibleQuestions(list, answers))).toContain(question.id)
          asked.push(question.id)
          answers = { ...answers, [question.id]: value }
        }
        expect(new Set(asked).size).toBe(asked.length)
        expect(nextQuestion(list, answers)).toBeNull()
      }),
    )
  })

  test('come to an end, whatever is answered', () => {
    const answer = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom('price', 'other'), fc.boolean())
    fc.assert(
      fc.property(
        fc.constantFrom(questions, chain),
        fc.array(answer, { minLength: 10, maxLength: 10 }),
        (list, given) => {
          let answers: Answers = {}
          for (const value of given) {
            const question = nextQuestion(list, answers)
            if (question) answers = { ...answers, [question.id]: value }
          }
          expect(nextQuestion(list, answers)).toBeNull()
        },
      ),
    )
  })
})

describe('an answer', () => {
  const asked = (type: FlowQuestion['type'], required = false): FlowQuestion => ({ id: 'q', type, required, choices })
  test.each<[FlowQuestion['type'], unknown[], unknown[]]>([
    ['nps', [0, 7, 10], [-1, 11, 7.5, '7', true, Number.NaN]],
    ['csat', [1, 5], [0, 6, 2.5, '4']],
    ['ces', [1, 5], [0, 6, 2.5, '4']],
    ['choice', ['price', 'other'], ['toString', '', 1, true]],
    ['multiple-choice', [[], ['price'], ['other', 'price']], ['price', ['cost'], ['price', 'price'], [1], true]],
    ['yes-no', [true, false], ['true', 1, 0]],
    ['text', ['Fine.', '', 'é'.repeat(5000)], [1, true, 'x'.repeat(5001)]],
  ])('to a question of type %s is checked', (type, fine, wrong) => {
    for (const value of fine) expect(checkAnswer(asked(type), value), String(value)).toBeNull()
    for (const value of wrong) expect(checkAnswer(asked(type), value), String(value)).toMatch(/^The answer .+\.$/)
  })

  test('can be left out unless the question requires it', () => {
    for (const nothing of [null, undefined]) {
      expect(checkAnswer(asked('nps'), nothing)).toBeNull()
      expect(checkAnswer(asked('nps', true), nothing)).toBe('An answer is needed.')
    }
    expect(checkAnswer(asked('text', true), '  ')).toBe('An answer is needed.')
    expect(checkAnswer(asked('multiple-choice', true), [])).toBe('An answer is needed.')
  })

  test('to a choice says what could have been chosen', () => {
    expect(checkAnswer(asked('choice'), 'cost')).toBe('The answer must be one of "price", "other".')
  })
})
