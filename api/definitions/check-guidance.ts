import type { Announcement, Tour } from '../../content/guidance-schema.ts'
import { checkAudience } from './check-audience.ts'
import { checkTarget } from './check-target.ts'
import type { DefinitionFiles } from './definitions.ts'
import { addressAt, linksIn } from './links-in.ts'
import { hintAt } from './nearest.ts'
import type { DefinitionProblem, Path, YamlFile } from './read-yaml.ts'
import { repeated } from './repeated.ts'
import { missingTranslations } from './translations.ts'
import type { UnknownEvent } from './unknown-event.ts'

/**
 * Finds in tours, announcements and the help panel what single files cannot know: events, traits and other things that
 * nothing defines, and ids that `open` could take for something else.
 */
export function checkGuidance(files: DefinitionFiles, unknownEvent: UnknownEvent): DefinitionProblem[] {
  return [
    ...files.tours.flatMap((tour) => checkTour(tour, files, unknownEvent)),
    ...files.announcements.flatMap((announcement) => checkAnnouncement(announcement, files, unknownEvent)),
    ...(files.helpPanel ? checkAudience(files.helpPanel, files) : []),
    ...sharedIds(files),
  ]
}

function checkTour(file: YamlFile<Tour>, files: DefinitionFiles, unknownEvent: UnknownEvent): DefinitionProblem[] {
  const { steps, completionEvent, launcher } = file.value
  return [
    ...checkBoth(file, files, unknownEvent),
    ...repeated(file, steps, 'steps'),
    ...(completionEvent ? unknownEvent(file, ['completionEvent'], completionEvent) : []),
    ...(launcher ? checkTarget(file, ['launcher', 'target'], launcher.target) : []),
    ...steps.flatMap((step, index): DefinitionProblem[] => {
      const { advanceOn, kind, target, text } = step
      const at = (...path: Path) => ['steps', index, ...path]
      const event = typeof advanceOn === 'object' && 'event' in advanceOn ? advanceOn.event : undefined
      return [
        ...(event === undefined ? [] : unknownEvent(file, at('advanceOn', 'event'), event)),
        ...(target ? checkTarget(file, at('target'), target) : []),
        ...(typeof advanceOn === 'string' && (!target || kind === 'modal')
          ? [
              file.problem(
                at('advanceOn'),
                `Nothing is there for "${advanceOn}": the step has no target.`,
                'Give it a target, or wait for an event or a page.',
              ),
            ]
          : []),
        ...linksIn(file, at('text'), text),
      ]
    }),
  ]
}

function checkAnnouncement(
  file: YamlFile<Announcement>,
  files: DefinitionFiles,
  unknownEvent: UnknownEvent,
): DefinitionProblem[] {
  const { actions, text, from, until } = file.value
  const known = [...files.programs, ...files.surveys, ...files.tours].map(({ value }) => value.id)
  return [
    ...checkBoth(file, files, unknownEvent),
    ...linksIn(file, ['text'], text),
    ...actions.flatMap(({ type, target }, index): DefinitionProblem[] => {
      const path = ['actions', index, 'target']
      if (type === 'open' && !known.includes(target) && !files.unread.has(target)) {
        const detail = `There is no tour, survey or program "${target}".${hintAt(target, known)}`
        return [file.problem(path, detail, 'Name one of their files without its ending.')]
      }
      return type === 'link' ? addressAt(file, path, target) : []
    }),
    ...(from !== undefined && until !== undefined && until < from
      ? [file.problem(['until'], 'It ends before it begins.', 'Give a day that is not before "from".')]
      : []),
  ]
}

/** What holds for whatever has an audience and comes up by itself. */
function checkBoth(
  file: YamlFile<Tour> | YamlFile<Announcement>,
  files: DefinitionFiles,
  unknownEvent: UnknownEvent,
): DefinitionProblem[] {
  const { start } = file.value
  return [
    ...missingTranslations(file),
    ...checkAudience(file, files),
    ...(start?.event ? unknownEvent(file, ['start', 'event'], start.event) : []),
    ...(start && start.url === undefined && start.event === undefined
      ? [file.problem(['start'], 'Nothing begins here.', 'Name a "url", an "event", or both.')]
      : []),
  ]
}

/** `open(id)` takes programs, surveys, tours and announcements, so none may have the id of another. */
function sharedIds({ programs, surveys, tours, announcements }: DefinitionFiles): DefinitionProblem[] {
  const all: YamlFile<{ id: string }>[] = [...programs, ...surveys, ...tours, ...announcements]
  return all.flatMap((file, index) => {
    const { id } = file.value
    const other = all.slice(0, index).find(({ value }) => value.id === id)
    if (!other && id !== 'help') return []
    const whose = other ? `${other.file} has` : 'the help panel has'
    return [file.problem([], `The id "${id}" is taken: ${whose} it.`, 'Give the file another name.')]
  })
}
