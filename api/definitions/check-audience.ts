import type { Audience } from '../../content/guidance-schema.ts'
import type { DefinitionFiles } from './definitions.ts'
import { hintAt } from './nearest.ts'
import type { DefinitionProblem, YamlFile } from './read-yaml.ts'

/** Finds traits in an audience that the tracking plan does not have: nobody would ever fit. */
export function checkAudience(
  file: YamlFile<{ audience?: Audience | undefined }>,
  { trackingPlan }: DefinitionFiles,
): DefinitionProblem[] {
  return (['accountTraits', 'userTraits'] as const).flatMap((kind) => {
    const traits = Object.keys(trackingPlan.value[kind])
    return Object.keys(file.value.audience?.[kind] ?? {})
      .filter((trait) => !traits.includes(trait))
      .map((trait) =>
        file.problem(
          ['audience', kind, trait],
          `No trait "${trait}" is under ${kind} in the tracking plan.${hintAt(trait, traits)}`,
          'Correct the name, or describe the trait in content/events.yaml.',
        ),
      )
  })
}
