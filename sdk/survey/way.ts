import { visibleQuestions } from '../../surveys/flow.ts'
import type { Answer, FlowQuestion } from '../../surveys/flow.ts'
import type { BegunSurvey } from './begun-survey.ts'

/** Whether nothing was answered: no text and no choice either. */
export const isEmpty = (answer: Answer | undefined): boolean => String(answer ?? '') === ''

/** The question that is being asked: the first visible one that was not left with "Next". */
export const atQuestion = <Question extends FlowQuestion>(
  questions: readonly Question[],
  { answers, path }: BegunSurvey,
): Question | null => visibleQuestions(questions, answers).find(({ id }) => !path.includes(id)) ?? null

/** One question on; null where there is none. */
export const movedOn = (questions: readonly FlowQuestion[], begun: BegunSurvey): BegunSurvey | null => {
  const at = atQuestion(questions, begun)
  const next = { ...begun, path: at ? [...begun.path, at.id] : begun.path }
  return atQuestion(questions, next) && next
}

/** Whether nothing can follow. A required answer that is still open may yet lead on. */
export const isLast = (questions: readonly FlowQuestion[], begun: BegunSurvey): boolean => {
  const at = atQuestion(questions, begun)
  const isOpen = !!at?.required && isEmpty(begun.answers[at.id])
  return isOpen ? at === questions.at(-1) : !movedOn(questions, begun)
}

/** One question back; what was answered stays. */
export const movedBack = (begun: BegunSurvey): BegunSurvey => ({ ...begun, path: begun.path.slice(0, -1) })

/** With one answer more. */
export const answered = (begun: BegunSurvey, question: string, value: Answer): BegunSurvey => ({
  ...begun,
  answers: { ...begun.answers, [question]: value },
})
