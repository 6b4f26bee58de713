import type { SurveyView } from '../../api/contract/definitions.ts'
import { mount } from '../ui/mount.ts'
import type { BegunSurvey } from './begun-survey.ts'
import css from './survey.css'
import { survey } from './survey.ts'
import { answered, atQuestion, isLast, movedBack, movedOn } from './way.ts'

const thanksFor = 5000

/** What a survey is, and whom it tells what is done with it. */
export interface SurveyOptions {
  definition: SurveyView
  begun: BegunSurvey
  locale: string
  /** Something changed that need not be sent yet. */
  onMove: (begun: BegunSurvey) => void
  /** An answer was given; `isCompleted` when it was the last. */
  onAnswer: (begun: BegunSurvey, question: string, isCompleted: boolean) => void
  onClose: (isCompleted: boolean) => void
}

/** Asks a survey. The result takes it away. */
export const showSurvey = (root: ShadowRoot, options: SurveyOptions): (() => void) => {
  const { definition, locale, onMove, onAnswer, onClose } = options
  const { questions } = definition
  const { box, update, linger, remove } = mount(root, { view: survey, css })
  let begun = options.begun
  let isAnnounced = false
  let isCompleted = false

  const draw = (needsAnswer = false) =>
    update({
      definition,
      locale,
      asked: isCompleted ? null : atQuestion(questions, begun),
      answers: begun.answers,
      isFirst: !begun.path.length,
      isLast: isLast(questions, begun),
      isAnnounced,
      needsAnswer,
      onAnswer: ({ id, type }, value) => {
        begun = answered(begun, id, value)
        // A text is sent when it is finished, not letter by letter.
        if (type === 'text') onMove(begun)
        else onAnswer(begun, id, false)
        draw()
      },
      onNext: ({ id, required }) => {
        const answer = begun.answers[id] ?? ''
        if (required && answer === '') return draw(true)
        // Left without an answer is an answer too: the question was asked.
        if (answer === '') begun = answered(begun, id, null)
        const next = movedOn(questions, begun)
        isCompleted = !next
        begun = next ?? begun
        onAnswer(begun, id, isCompleted)
        if (isCompleted) linger(thanksFor, () => onClose(true))
        drawAndFocus()
      },
      onBack: () => {
        begun = movedBack(begun)
        onMove(begun)
        drawAndFocus()
      },
      onClose: () => onClose(isCompleted),
    })

  /** After a person moved on, and only then, focus follows them. */
  const drawAndFocus = () => {
    draw()
    box.querySelector<HTMLElement>('[tabindex="-1"]')?.focus()
  }

  draw()
  // A live region is read when it changes, so it has to be there before its words are.
  const timer = setTimeout(() => {
    isAnnounced = true
    draw()
  }, 50)
  return () => {
    clearTimeout(timer)
    remove()
  }
}
