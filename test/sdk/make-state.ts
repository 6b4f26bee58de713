import type { State } from '../../api/contract/state.ts'

/** A program of two steps, as the server serves it to a person. */
export const makeProgram = ({
  program = 'school-setup',
  ...enrolment
}: Partial<State['programs'][number]['enrolment']> = {}): State['programs'][number] => ({
  definition: {
    id: program,
    title: 'Set up your school',
    description: null,
    segments: ['school'],
    scope: 'account',
    order: 'free',
    urls: [],
    durationDays: null,
    stalledAfterDays: 3,
    steps: [makeStep('team', 'team_invited'), makeStep('vehicles', 'vehicle_added')],
    milestones: [
      {
        id: 'live',
        title: 'You are live',
        celebration: null,
        targetDay: null,
        criteria: ['all_required_steps_completed'],
        certificate: null,
        share: null,
      },
    ],
  },
  enrolment: {
    program,
    status: 'not_started',
    progress: 0,
    nextStep: 'team',
    completedSteps: [],
    milestones: [],
    startedAt: '2026-03-01T08:00:00.000Z',
    completedAt: null,
    ...enrolment,
  },
  celebrated: [],
  dismissed: false,
})

/** An NPS survey with a follow-up for low scores. */
export const makeSurvey = ({ delaySeconds = 0 } = {}): State['surveys'][number] => ({
  definition: {
    id: 'nps',
    kind: 'nps',
    trigger: { event: 'school_went_live', url: null, delaySeconds, daysAfterSignup: null, percentage: 100 },
    repeatAfterDays: 90,
    remindAfterDays: null,
    questions: [
      {
        ...{ id: 'score', type: 'nps', text: 'How likely?', required: true, choices: [], showIf: null },
        ...{ display: 'numbers', lowLabel: null, highLabel: null },
      },
      {
        ...{
          id: 'why',
          type: 'text',
          text: 'Why?',
          required: false,
          choices: [],
          showIf: { question: 'score', max: 6 },
        },
        ...{ display: 'numbers', lowLabel: null, highLabel: null },
      },
    ],
    thanks: null,
  },
  eligible: true,
  reason: 'not asked before',
  remind: null,
})

const makeStep = (id: string, event: string): State['programs'][number]['definition']['steps'][number] => ({
  ...{
    id,
    title: id,
    description: null,
    type: 'action',
    required: true,
    minutes: 5,
    url: null,
    tour: null,
    resources: [],
  },
  completesOn: { event, on: 'event', url: null, target: null },
})

/** A tour of one step that may come up, as the server serves it. */
export const makeTour = ({
  id = 'calendar',
  start,
  launcher,
}: {
  id?: string
  start?: Partial<State['tours'][number]['definition']['start']>
  /** The page of its launcher. */
  launcher?: string
} = {}): State['tours'][number] => ({
  definition: {
    id,
    title: 'The calendar',
    start: start ? { url: null, event: null, delaySeconds: 0, ...start } : null,
    launcher: launcher === undefined ? null : { target: { selectors: ['#week'], text: null }, url: launcher },
    completionEvent: null,
    steps: [
      {
        ...{ id: 'week', kind: 'tip', title: 'Your week', text: [], image: null, placement: 'auto', url: null },
        ...{ target: { selectors: ['#week'], text: null }, advance: null, waitSeconds: 5, ifMissing: 'skip' },
      },
    ],
  },
  eligible: true,
  reason: 'Not shown before.',
  offered: true,
  reached: null,
})

/** An announcement that may come up on any page, as the server serves it. */
export const makeAnnouncement = (
  id: string,
  form: State['announcements'][number]['definition']['form'] = 'slide-in',
): State['announcements'][number] => ({
  definition: {
    ...{ id, title: id, text: [], form, edge: 'top', pushes: false, image: null, actions: [], start: null, from: null },
  },
  eligible: true,
  reason: 'Not shown before.',
  seenAt: null,
})

/** Help without a button and without anything chosen for a page. */
export const noHelp: State['help'] = { url: null, locale: 'en', launcher: null, suggestions: [] }
