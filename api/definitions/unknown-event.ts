import type { TrackingPlan } from '../../content/schema.ts'
import { hintAt } from './nearest.ts'
import type { DefinitionProblem, Path, YamlFile } from './read-yaml.ts'

/** Says what is wrong with the name of an event in a file, if anything is. */
export type UnknownEvent = (file: YamlFile<unknown>, path: Path, event: string) => DefinitionProblem[]

/** Finds events that the tracking plan does not have. */
export function findUnknownEvents(trackingPlan: TrackingPlan): UnknownEvent {
  const events = new Set(Object.keys(trackingPlan.events))
  return (file, path, event) =>
    events.has(event)
      ? []
      : [
          file.problem(
            path,
            `No event "${event}" is in the tracking plan.${hintAt(event, events)}`,
            'Correct the name, or describe the event in content/events.yaml.',
          ),
        ]
}
