import type { Language } from './words.ts'

/** What a celebration says besides its own words. */
export interface MilestoneWords {
  close: string
}

export const milestoneWords: Record<Language, MilestoneWords> = {
  en: { close: 'Close' },
  fr: { close: 'Fermer' },
}
