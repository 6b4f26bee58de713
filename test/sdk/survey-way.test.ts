import { expect, test } from 'vitest'
import type { BegunSurvey } from '../../sdk/survey/begun-survey.ts'
import { answered, atQuestion, isLast, movedBack, movedOn } from '../../sdk/survey/way.ts'
import { makeSurvey } from './make-state.ts'

const { questions } = makeSurvey().definition
const begun: BegunSurvey = { id: 'nps', submissionId: 's', answers: {}, path: [] }

test('a low score leads to the question about it, a high one to the end', () => {
  expect(movedOn(questions, answered(begun, 'score', 3))?.path).toEqual(['score'])
  expect(movedOn(questions, answered(begun, 'score', 9))).toBeNull()
})

test('a question stays until the person moves on, though it has an answer', () => {
  expect(atQuestion(questions, answered(begun, 'score', 3))?.id).toBe('score')
})

test('going back keeps the answer', () => {
  const second = movedOn(questions, answered(begun, 'score', 3)) ?? begun
  expect(atQuestion(questions, second)?.id).toBe('why')
  const back = movedBack(second)
  expect(atQuestion(questions, back)?.id).toBe('score')
  expect(back.answers).toEqual({ score: 3 })
})

test('a required question without an answer is not called the last while others may follow', () => {
  expect(isLast(questions, begun)).toBe(false)
  expect(isLast(questions, answered(begun, 'score', 9))).toBe(true)
})
