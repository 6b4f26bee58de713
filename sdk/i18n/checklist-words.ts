import type { Language } from './words.ts'

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
  newTab: string
  dismiss: string
  allDone: string
}

export const checklistWords: Record<Language, ChecklistWords> = {
  en: {
    count: (done, all) => `${done} of ${all} steps`,
    minutes: (minutes) => `${minutes} min`,
    minutesLeft: (minutes) => `${minutes} min left`,
    completed: 'Completed',
    next: 'Next step',
    open: 'To do',
    optional: 'Optional',
    start: 'Start',
    newTab: 'opens in a new tab',
    dismiss: 'Dismiss checklist',
    allDone: 'You have completed every step. Well done!',
  },
  fr: {
    count: (done, all) => `${done} étape${done > 1 ? 's' : ''} sur ${all}`,
    minutes: (minutes) => `${minutes} min`,
    minutesLeft: (minutes) => `encore ${minutes} min`,
    completed: 'Terminée',
    next: 'Prochaine étape',
    open: 'À faire',
    optional: 'Facultative',
    start: 'Commencer',
    newTab: 'nouvel onglet',
    dismiss: 'Masquer la liste',
    allDone: 'Toutes les étapes sont terminées. Bravo !',
  },
}
