/** What of a question decides about the way through a survey. A definition and the survey as served both fit. */
export interface FlowQuestion {
  readonly id: string
  readonly type: 'nps' | 'csat' | 'ces' | 'choice' | 'multiple-choice' | 'text' | 'yes-no'
  readonly required: boolean
  readonly choices?: readonly { readonly value: string }[] | null | undefined
  readonly showIf?: FlowCondition | null | undefined
}

/** Which answers to an earlier question lead to this one. What is left out does not restrict. */
export interface FlowCondition {
  readonly question: string
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly in?: readonly string[] | undefined
}

/** A score, a choice or several, a text, a yes or no; null where a question was asked and left without an answer. */
export type Answer = number | string | boolean | readonly string[] | null

/** Answers by question id. */
export type Answers = Readonly<Record<string, Answer | undefined>>

/** Longest text that is taken as an answer, in characters. */
export const longestText = 5000

/** The lowest and the highest score of each kind of question that has scores. */
export const scales = { nps: [0, 10], csat: [1, 5], ces: [1, 5] } as const

/**
 * The questions that these answers lead to, in the order of the survey. A condition holds when the question it names
 * comes earlier, is itself visible and was answered as described: the old answer of a question that has since become
 * hidden leads nowhere.
 */
export function visibleQuestions<Question extends FlowQuestion>(
  questions: readonly Question[],
  answers: Answers,
): Question[] {
  const visible = new Map<string, Question>()
  for (const question of questions) {
    const { showIf } = question
    if (!showIf || (visible.has(showIf.question) && holds(showIf, answerTo(answers, showIf.question))))
      visible.set(question.id, question)
  }
  return [...visible.values()]
}

/**
 * The first visible question that has no answer; null at the end. An optional question counts as asked once the
 * answers have its key, even with null; a required one needs a value.
 *
 * @example
 * ```ts
 * nextQuestion(survey.questions, { score: 4 })?.id // 'fix-first'
 * ```
 */
export function nextQuestion<Question extends FlowQuestion>(
  questions: readonly Question[],
  answers: Answers,
): Question | null {
  return (
    visibleQuestions(questions, answers).find((question) => {
      const answer = answerTo(answers, question.id)
      return answer === undefined || (question.required && answer === null)
    }) ?? null
  )
}

/** What is wrong with an answer, as a sentence; null where it is fine. */
export function checkAnswer(question: FlowQuestion, value: unknown): string | null {
  if (value === null || value === undefined) return question.required ? 'An answer is needed.' : null
  switch (question.type) {
    case 'nps':
    case 'csat':
    case 'ces': {
      const [lowest, highest] = scales[question.type]
      const fits = typeof value === 'number' && Number.isInteger(value) && value >= lowest && value <= highest
      return fits ? null : `The answer must be a whole number from ${lowest} to ${highest}.`
    }
    case 'choice': {
      const values = (question.choices ?? []).map((choice) => choice.value)
      return typeof value === 'string' && values.includes(value)
        ? null
        : `The answer must be one of ${values.map((choice) => `"${choice}"`).join(', ')}.`
    }
    case 'multiple-choice': {
      const values = (question.choices ?? []).map((choice) => choice.value)
      const made: unknown[] | null = Array.isArray(value) ? value : null
      if (!made?.every((each, index) => values.some((known) => known === each) && made.indexOf(each) === index)) {
        return `The answer must be a list of ${values.map((choice) => `"${choice}"`).join(', ')}, each at most once.`
      }
      return question.required && made.length === 0 ? 'An answer is needed.' : null
    }
    case 'yes-no':
      return typeof value === 'boolean' ? null : 'The answer must be true or false.'
    case 'text':
      if (typeof value !== 'string') return 'The answer must be a text.'
      if (value.length > longestText) return `The answer can have at most ${longestText} characters.`
      return question.required && value.trim() === '' ? 'An answer is needed.' : null
  }
}

function holds({ min, max, in: choices }: FlowCondition, answer: Answer | undefined): boolean {
  if (answer === null || answer === undefined) return false
  const score = typeof answer === 'number' ? answer : NaN
  if ((min !== undefined && !(score >= min)) || (max !== undefined && !(score <= max))) return false
  return choices === undefined || [answer].flat().some((each) => choices.includes(String(each)))
}

function answerTo(answers: Answers, id: string): Answer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined
}
