import type { State } from '../../api/contract/state.ts'
import type { Reason } from '../decide/decide.ts'
import type { About } from './reason-words.ts'

/** What the state has about something: its title, what its sentence speaks of, and what the server says about it. */
export const findIn = (state: State, { kind, id }: Reason): About & { title: string; server: string } => {
  const [first = '', second] = id.split('/')
  const { programs, surveys, tours, announcements, help } = state
  const program = programs.find(({ definition }) => definition.id === first)
  if (kind === 'checklist' && program) {
    const { status, progress } = program.enrolment
    return { title: program.definition.title, server: `Server: ${status.replace('_', ' ')}, ${progress} % done.` }
  }
  if (kind === 'milestone' && program) {
    return { title: program.definition.milestones.find((each) => each.id === second)?.title ?? id, server: '' }
  }
  const survey = kind === 'survey' && surveys.find(({ definition }) => definition.id === id)
  if (survey) {
    const { questions, trigger } = survey.definition
    return { title: questions[0]?.text ?? id, server: said(survey, !!trigger), ...trigger }
  }
  const tour = tours.find(({ definition }) => definition.id === first)
  if (tour && kind === 'tour') {
    const { title, start } = tour.definition
    return { title, server: said(tour, !!start), ...start }
  }
  if (tour && kind === 'hotspot') {
    return { title: `Beacon of “${tour.definition.title}”`, server: '', url: tour.definition.launcher?.url }
  }
  if (kind === 'help') {
    const url = help.launcher?.pages.join(', ') ?? 'content/help-panel.yaml has none for this person'
    return { title: second ? 'Button of the help panel' : 'Help panel', server: '', url }
  }
  const announcement = announcements.find(({ definition }) => definition.id === id)
  return {
    title: announcement?.definition.title ?? id,
    server: announcement ? said(announcement, true) : '',
    ...announcement?.definition.start,
  }
}

/** Whether it may come up by itself says nothing of what never does. */
const said = ({ eligible, reason }: { eligible: boolean; reason: string }, comesUp: boolean) =>
  `Server: ${comesUp ? `${eligible ? 'May' : 'May not'} come up by itself. ` : ''}${reason}`
