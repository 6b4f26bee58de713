import { scales } from '../../surveys/flow.ts'
import type { Survey } from '../../surveys/schema.ts'
import { asksNps } from '../impressions/eligibility.ts'
import { checkAudience } from './check-audience.ts'
import type { DefinitionFiles } from './definitions.ts'
import { hintAt } from './nearest.ts'
import type { DefinitionProblem, Path, YamlFile } from './read-yaml.ts'
import { repeated } from './repeated.ts'
import { missingTranslations } from './translations.ts'
import type { UnknownEvent } from './unknown-event.ts'

type Question = Survey['questions'][number]

const leastDaysBetweenNps = 90

/** Finds in a survey what its schema cannot know: questions and choices that are not there, and nothing to begin with. */
export function checkSurvey(
  survey: YamlFile<Survey>,
  files: DefinitionFiles,
  unknownEvent: UnknownEvent,
): DefinitionProblem[] {
  const { kind, questions, trigger, repeatAfterDays, remindAfterDays = 0 } = survey.value
  const begins = trigger && [trigger.event, trigger.url, trigger.daysAfterSignup].some((each) => each !== undefined)
  return [
    ...missingTranslations(survey),
    ...repeated(survey, questions, 'questions'),
    ...checkAudience(survey, files),
    ...(trigger?.event === undefined ? [] : unknownEvent(survey, ['trigger', 'event'], trigger.event)),
    ...(trigger && !begins
      ? [survey.problem(['trigger'], 'Nothing begins here.', 'Name an "event", a "url" or "daysAfterSignup".')]
      : []),
    ...(asksNps(survey.value) && repeatAfterDays < leastDaysBetweenNps
      ? [
          survey.problem(
            ['repeatAfterDays'],
            `Nobody is asked for an NPS twice within ${leastDaysBetweenNps} days.`,
            `Give ${leastDaysBetweenNps} or more.`,
          ),
        ]
      : []),
    ...(kind in scales && !questions.some(({ type }) => type === kind)
      ? [
          survey.problem(
            ['kind'],
            `No question is of the type "${kind}", so the survey would have no score.`,
            `Give one of them "type: ${kind}", or the survey another kind.`,
          ),
        ]
      : []),
    ...(remindAfterDays >= repeatAfterDays
      ? [
          survey.problem(
            ['remindAfterDays'],
            `After ${repeatAfterDays} days it is asked anew, reminder or not.`,
            `Give less than the ${repeatAfterDays} of repeatAfterDays.`,
          ),
        ]
      : []),
    ...questions.flatMap((question, index) => checkQuestion(survey, question, index)),
  ]
}

function checkQuestion(survey: YamlFile<Survey>, question: Question, index: number): DefinitionProblem[] {
  const { type, choices, display } = question
  const at = (...path: Path) => ['questions', index, ...path]
  const isChoice = type === 'choice' || type === 'multiple-choice'
  return [
    ...checkCondition(survey, question, index),
    ...(isChoice && !choices?.length
      ? [
          survey.problem(
            at(),
            'This question has nothing to choose from.',
            'Add "choices:", each with a value and a text.',
          ),
        ]
      : []),
    ...(display !== 'numbers' && type !== 'csat'
      ? [survey.problem(at('display'), `Only a csat question has ${display}.`, 'Take "display" out.')]
      : []),
  ]
}

function checkCondition(survey: YamlFile<Survey>, { showIf }: Question, index: number): DefinitionProblem[] {
  if (!showIf) return []
  const path = ['questions', index, 'showIf']
  const above = survey.value.questions.slice(0, index)
  const earlier = above.find(({ id }) => id === showIf.question)
  if (!earlier) {
    const ids = above.map(({ id }) => id)
    return [
      survey.problem(
        [...path, 'question'],
        `No earlier question has the id "${showIf.question}".`,
        index > 0 ? `Name one of ${ids.join(', ')}.` : 'The first question is always asked: take "showIf" out.',
      ),
    ]
  }
  const scale = (scales as Partial<Record<string, readonly [lowest: number, highest: number]>>)[earlier.type]
  if (scale && Math.max(showIf.min ?? scale[0], scale[0]) > Math.min(showIf.max ?? scale[1], scale[1])) {
    const detail = `No answer to "${earlier.id}" leads here: its scores go from ${scale[0]} to ${scale[1]}.`
    return [survey.problem(path, detail, 'Correct "min" and "max".')]
  }
  const values = earlier.type === 'yes-no' ? ['true', 'false'] : earlier.choices?.map(({ value }) => value)
  if (!values) return []
  return (showIf.in ?? []).flatMap((value, place) =>
    values.includes(value)
      ? []
      : [
          survey.problem(
            [...path, 'in', place],
            `"${value}" is no answer to "${earlier.id}".${hintAt(value, values)}`,
            `Name one of ${values.join(', ')}.`,
          ),
        ],
  )
}
