import type { MeasureSource } from '../../content/schema.ts'
import type { DefinitionFiles } from './definitions.ts'
import type { DefinitionProblem, Path } from './read-yaml.ts'
import { checkGuidance } from './check-guidance.ts'
import { checkProgram } from './check-program.ts'
import { checkScorecards } from './check-scorecards.ts'
import { checkSupport } from './check-support.ts'
import { checkSurvey } from './check-survey.ts'
import { hintAt } from './nearest.ts'
import { findUnknownEvents } from './unknown-event.ts'

/** Finds what single files cannot know: names that nothing defines, criteria that nothing fulfils, texts that are missing. */
export function checkDefinitions(files: DefinitionFiles): DefinitionProblem[] {
  const unknownEvent = findUnknownEvents(files.trackingPlan.value)
  return [
    ...files.programs.flatMap((program) => checkProgram(program, files, unknownEvent)),
    ...files.surveys.flatMap((survey) => checkSurvey(survey, files, unknownEvent)),
    ...checkGuidance(files, unknownEvent),
    ...Object.entries(files.measures.value).flatMap(([name, { source }]) =>
      eventsOf(source).flatMap(([event, path]) => unknownEvent(files.measures, [name, 'source', ...path], event)),
    ),
    ...checkMeasureSurveys(files),
    ...checkMeasureTraits(files),
    ...checkScorecards(files),
    ...checkSupport(files.support),
  ]
}

function eventsOf(source: MeasureSource | undefined): [event: string, path: Path][] {
  if (!source) return []
  if ('count' in source) return [[source.count, ['count']]]
  if ('growthOf' in source) return [[source.growthOf, ['growthOf']]]
  if ('tickets' in source) {
    return [
      [source.tickets.opened, ['tickets', 'opened']],
      [source.tickets.closed, ['tickets', 'closed']],
    ]
  }
  return []
}

function checkMeasureSurveys(files: DefinitionFiles): DefinitionProblem[] {
  return Object.entries(files.measures.value).flatMap(([name, { source }]) => {
    if (!source || !('answersTo' in source)) return []
    const survey = files.surveys.find((candidate) => candidate.value.id === source.answersTo)
    if (survey?.value.questions.some((question) => question.id === source.question)) return []
    if (files.unread.has(source.answersTo)) return []
    return [
      files.measures.problem(
        [name, 'source'],
        `There is no question "${source.question}" in a survey "${source.answersTo}".`,
        'Name a file of surveys/definitions without its ending, and the id of one of its questions.',
      ),
    ]
  })
}

/** A trait that the plan lacks would leave its measure missing on every account, and nobody would be told. */
function checkMeasureTraits({ measures, trackingPlan }: DefinitionFiles): DefinitionProblem[] {
  const traits = new Set(Object.keys(trackingPlan.value.accountTraits))
  return Object.entries(measures.value).flatMap(([name, { source }]) => {
    if (source && !('daysUntil' in source)) return []
    const trait = source ? source.daysUntil : name
    if (traits.has(trait)) return []
    const why = source ? '' : ', from which a measure without a source takes its value'
    return [
      measures.problem(
        source ? [name, 'source', 'daysUntil'] : [name],
        `No account trait "${trait}" is in the tracking plan${why}.${hintAt(trait, traits)}`,
        `Correct the name${source ? '' : ', give the measure a source'}, or describe the trait under accountTraits in content/events.yaml.`,
      ),
    ]
  })
}
