/** What a survey says besides its questions. */
export interface SurveyWords {
  region: string
  next: string
  skip: string
  back: string
  send: string
  later: string
  close: string
  yes: string
  no: string
  optional: string
  thanks: string
  needed: string
}

export const surveyWords: SurveyWords = {
  region: 'Your opinion',
  next: 'Next',
  skip: 'Skip',
  back: 'Back',
  send: 'Send',
  later: 'Remind me later',
  close: 'Close',
  yes: 'Yes',
  no: 'No',
  optional: 'Optional',
  thanks: 'Thank you. Your answer helps us improve.',
  needed: 'Please choose or write an answer.',
}
