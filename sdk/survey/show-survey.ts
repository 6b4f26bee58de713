import type { SurveyView } from '../../api/contract/definitions.ts'
import { linger } from '../ui/linger.ts'
import { mount } from '../ui/mount.ts'
import type { BegunSurvey } from './begun-survey.ts'
import { answered, atQuestion, movedBack, movedOn } from './way.ts'
import { Survey } from './survey.tsx'
import css from './survey.css'

const thanksFor = 5000

/** Asks a survey. The result takes it away. */
export const showSurvey = (
  root: ShadowRoot,
  {
    definition,
    locale,
    ...options
  }: {
    definition: SurveyView
    begun: BegunSurvey
    locale: string
    onMove: (begun: BegunSurvey) => void
    /** A question was answered (null: none in particular); `completed` when it was the last. */
    onAnswer: (begun: BegunSurvey, question: string | null, completed: boolean) => void
    onClose: (completed: boolean) => void
  },
): (() => void) => {
  const { questions } = definition
  let begun = options.begun
  let isAnnounced = false
  let isCompleted = false
  let needsAnswer = false
  let stop: (() => void) | undefined

  const draw = () =>
    part.update({
      definition,
      locale,
      question: atQuestion(questions, begun),
      answers: begun.answers,
      isFirst: !begun.path.length,
      isLast: !movedOn(questions, begun),
      isAnnounced,
      isCompleted,
      needsAnswer,
      onAnswer: (question, value) => {
        begun = answered(begun, question.id, value)
        needsAnswer = false
        // A text is sent when it is finished, not letter by letter.
        if (question.type === 'text') options.onMove(begun)
        else options.onAnswer(begun, question.id, false)
        draw()
      },
      onNext: (question) => {
        needsAnswer = question.required && (begun.answers[question.id] ?? '') === ''
        if (needsAnswer) return draw()
        // Left without an answer is an answer too: the question was asked.
        if (begun.answers[question.id] === undefined) begun = answered(begun, question.id, null)
        const next = movedOn(questions, begun)
        isCompleted = !next
        begun = next ?? begun
        options.onAnswer(begun, question.type === 'text' ? question.id : null, isCompleted)
        if (isCompleted) stop = linger(box, thanksFor, () => options.onClose(true))
        draw()
        focusQuestion()
      },
      onBack: () => {
        begun = movedBack(begun)
        needsAnswer = false
        options.onMove(begun)
        draw()
        focusQuestion()
      },
      onClose: () => options.onClose(isCompleted),
    })

  /** After a person moved on, and only then, focus follows them. */
  const focusQuestion = () => box.querySelector<HTMLElement>('[tabindex="-1"]')?.focus()

  const part = mount(root, { view: Survey, css })
  const box = root.lastElementChild as HTMLElement
  draw()
  // A live region is read when it changes, so it has to be there before its words are.
  const frame = requestAnimationFrame(() => {
    isAnnounced = true
    draw()
  })
  return () => {
    cancelAnimationFrame(frame)
    stop?.()
    part.remove()
  }
}
