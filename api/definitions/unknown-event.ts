import { ownEvents } from '../../content/own-events.ts'
import type { TrackingPlan } from '../../content/schema.ts'
import { hintAt } from './nearest.ts'
import type { DefinitionProblem, Path, YamlFile } from './read-yaml.ts'

/** Says what is wrong with the name of an event in a file, if anything is. */
export type UnknownEvent = (file: YamlFile<unknown>, path: Path, event: string) => DefinitionProblem[]

/** Finds events that neither the tracking plan has nor Cairn sends by itself. */
export function findUnknownEvents(trackingPlan: TrackingPlan): UnknownEvent {
  const events = new Set([...Object.keys(trackingPlan.events), ...ownEvents])
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
