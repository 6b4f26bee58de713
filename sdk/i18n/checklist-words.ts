/** What the checklist says. */
export interface ChecklistWords {
  count(done: number, all: number): string
  minutes(minutes: number): string
  minutesLeft(minutes: number): string
  completed: string
  next: string
  open: string
  optional: string
  start: string
  show: string
  dismiss: string
  allDone: string
}

export const checklistWords: ChecklistWords = {
  count: (done, all) => `${done} of ${all} step${all > 1 ? 's' : ''}`,
  minutes: (minutes) => `${minutes} min`,
  minutesLeft: (minutes) => `${minutes} min left`,
  completed: 'Completed',
  next: 'Next step',
  open: 'To do',
  optional: 'Optional',
  start: 'Start',
  show: 'Show me how',
  dismiss: 'Dismiss checklist',
  allDone: 'Every step is completed. Well done!',
}
