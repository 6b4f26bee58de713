import type { ProgramFile } from '../../content/program-schema.ts'
import { allRequiredStepsCompleted } from '../../content/program-schema.ts'
import { checkAudience } from './check-audience.ts'
import type { DefinitionFiles } from './definitions.ts'
import { checkTarget } from './check-target.ts'
import { addressAt } from './links-in.ts'
import { hintAt } from './nearest.ts'
import type { DefinitionProblem, Path, YamlFile } from './read-yaml.ts'
import { repeated } from './repeated.ts'
import { missingTranslations } from './translations.ts'
import type { UnknownEvent } from './unknown-event.ts'

/** Finds in a program what its schema cannot know: events and tours that nothing defines, milestones out of reach. */
export function checkProgram(
  program: YamlFile<ProgramFile>,
  files: DefinitionFiles,
  unknownEvent: UnknownEvent,
): DefinitionProblem[] {
  const { steps, milestones } = program.value
  const tours = files.tours.map(({ value }) => value.id)
  return [
    ...missingTranslations(program),
    ...repeated(program, steps, 'steps'),
    ...repeated(program, milestones, 'milestones'),
    ...checkAudience(program, files),
    ...steps.flatMap(({ completesOn, resources, tour, url }, index) => {
      const at = (...path: Path) => ['steps', index, ...path]
      return [
        ...('event' in completesOn ? unknownEvent(program, at('completesOn', 'event'), completesOn.event) : []),
        ...('element' in completesOn ? checkTarget(program, at('completesOn', 'element'), completesOn.element) : []),
        ...(url === undefined ? [] : addressAt(program, at('url'), url)),
        ...resources.flatMap(({ type, target }, place) =>
          type === 'article' ? [] : addressAt(program, at('resources', place, 'target'), target),
        ),
        ...(tour === undefined || tours.includes(tour) || files.unread.has(tour)
          ? []
          : [
              program.problem(
                at('tour'),
                `There is no tour "${tour}".${hintAt(tour, tours)}`,
                'Name a file of content/tours without its ending.',
              ),
            ]),
      ]
    }),
    ...checkCriteria(program),
  ]
}

function checkCriteria(program: YamlFile<ProgramFile>): DefinitionProblem[] {
  const { steps, milestones } = program.value
  const ids = steps.map(({ id }) => id)
  const fulfillable = new Set(steps.flatMap(({ completesOn }) => ('event' in completesOn ? completesOn.event : [])))
  const problemWith = (criterion: ProgramFile['milestones'][number]['criteria'][number], path: Path) => {
    if (typeof criterion === 'object') {
      return ids.includes(criterion.step)
        ? []
        : [
            program.problem(
              [...path, 'step'],
              `There is no step "${criterion.step}" in this program.${hintAt(criterion.step, ids)}`,
              `Name one of ${ids.join(', ')}.`,
            ),
          ]
    }
    if (criterion === allRequiredStepsCompleted || fulfillable.has(criterion)) return []
    return [
      program.problem(
        path,
        `No step of this program completes on "${criterion}", so the milestone could never be reached.`,
        `Use a completion event of a step (${[...fulfillable].join(', ')}), { step: id } or ${allRequiredStepsCompleted}.`,
      ),
    ]
  }
  return milestones.flatMap(({ criteria }, index) =>
    criteria.flatMap((criterion, place) => problemWith(criterion, ['milestones', index, 'criteria', place])),
  )
}
