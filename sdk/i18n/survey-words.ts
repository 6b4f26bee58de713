import type { Language } from './words.ts'

/** What a survey says besides its questions. */
export interface SurveyWords {
  region: string
  next: string
  skip: string
  back: string
  send: string
  close: string
  yes: string
  no: string
  optional: string
  thanks: string
  needed: string
}

export const surveyWords: Record<Language, SurveyWords> = {
  en: {
    region: 'Your opinion',
    next: 'Next',
    skip: 'Skip',
    back: 'Back',
    send: 'Send',
    close: 'Close',
    yes: 'Yes',
    no: 'No',
    optional: 'Optional',
    thanks: 'Thank you. Your answer helps us improve.',
    needed: 'Please choose or write an answer.',
  },
  fr: {
    region: 'Votre avis',
    next: 'Suivant',
    skip: 'Passer',
    back: 'Retour',
    send: 'Envoyer',
    close: 'Fermer',
    yes: 'Oui',
    no: 'Non',
    optional: 'Facultatif',
    thanks: 'Merci. Votre réponse nous aide à progresser.',
    needed: 'Choisissez ou écrivez une réponse.',
  },
}
