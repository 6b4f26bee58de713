import type { State } from '../../api/contract/state.ts'
import type { Parts } from '../parts.ts'
import { linger } from '../ui/linger.ts'
import { mount } from '../ui/mount.ts'
import type { Prepare, Show } from '../ui/part.ts'
import stones from '../ui/stones.css'
import type { BegunSurvey } from './begun-survey.ts'
import type { QuestionView } from './question.ts'
import css from './survey.css'
import { survey } from './survey.ts'
import { answered, isEmpty, movedBack, movedOn } from './way.ts'

const thanksFor = 5000

/** Whether a question is written into, or answered on a scale of numbers. */
const isPlain = ({ type, display }: QuestionView) => display === 'numbers' && /text|nps|csat|ces/.test(type)

type Asked = State['surveys'][number] & Partial<Parts['choices']>

/** Finds the survey, and loads what shows its questions where they ask for more than scores and texts. */
export const prepare = async (id: string, { state, load }: Parameters<Prepare>[1]): Promise<Asked> => {
  const known = state()?.surveys.find(({ definition }) => definition.id === id)
  if (!known) throw new Error(`there is no ${id}`)
  return { ...known, ...(!known.definition.questions.every(isPlain) && (await load('choices'))) }
}

/** Asks a survey, or the rest of one that was begun in this tab. */
export const show: Show = (root, id, scene) => {
  const prepared = scene.prepared as Asked
  const { session, emit, makeId, record, answer, end } = scene
  const { box, update, remove } = mount(root, { view: survey, css: stones + css + (prepared.css ?? '') })
  const known = session.get<BegunSurvey>('begun')
  let begun = known?.id === id ? known : { id, submissionId: makeId(), answers: {}, path: [] }
  let isAnnounced = false
  let isCompleted = false
  let stopLingering: (() => void) | undefined

  const keep = (next: BegunSurvey) => {
    begun = next
    session.set('begun', begun)
  }
  const forget = () => session.remove('begun')
  const close = () => {
    if (!isCompleted) record({ kind: 'survey', id }, 'dismissed')
    end()
  }
  const send = (question: string) => {
    answer(id, begun, isCompleted)
    emit('answer', id, question, begun.answers[question] ?? null)
  }

  const draw = (needsAnswer = false) =>
    update({
      ...scene,
      ...prepared,
      begun,
      isCompleted,
      isAnnounced,
      needsAnswer,
      onAnswer: ({ id, type }, value) => {
        keep(answered(begun, id, value))
        // A text is sent when it is finished, not letter by letter.
        if (type !== 'text') send(id)
        draw()
      },
      onNext: ({ id, required }) => {
        const isLeft = isEmpty(begun.answers[id])
        if (isLeft && required) return draw(true)
        // Left without an answer is an answer too: the question was asked.
        if (isLeft) begun = answered(begun, id, null)
        const next = movedOn(prepared.definition.questions, begun)
        isCompleted = !next
        // Answered to the end, it must not come up again on the next page.
        if (next) keep(next)
        else forget()
        send(id)
        if (isCompleted) stopLingering = linger(box, thanksFor, close)
        drawAndFocus()
      },
      onBack: () => {
        keep(movedBack(begun))
        drawAndFocus()
      },
      onLater: () => {
        record({ kind: 'survey', id }, 'postponed')
        end()
      },
      onClose: close,
    })

  /** After a person moved on, and only then, focus follows them. */
  const drawAndFocus = () => {
    draw()
    box.querySelector<HTMLElement>('[tabindex="-1"]')?.focus()
  }

  keep(begun)
  draw()
  // A live region is read when it changes, so it has to be there before its words are.
  const timer = setTimeout(() => {
    isAnnounced = true
    draw()
  }, 50)
  return {
    inCorner: true,
    remove: () => {
      clearTimeout(timer)
      stopLingering?.()
      forget()
      remove()
    },
  }
}
