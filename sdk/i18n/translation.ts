import type { ChecklistWords } from './checklist-words.ts'
import type { ExtraWords } from './extra-words.ts'
import type { GuideWords } from './guide-words.ts'
import type { LauncherWords } from './launcher-words.ts'
import type { MilestoneWords } from './milestone-words.ts'
import type { SurveyWords } from './survey-words.ts'

/**
 * Languages that the SDK speaks besides English, which its views bring along. Each is a part in `i18n/<language>.ts`, so
 * that nobody loads the words of others. Texts of definitions come from the server in the language asked for.
 */
export type Language = 'de' | 'es' | 'fr'

/** All that the SDK says by itself. */
export interface Translation {
  checklist: ChecklistWords
  extra: ExtraWords
  guide: GuideWords
  launcher: LauncherWords
  milestone: MilestoneWords
  survey: SurveyWords
}

/** The language of a locale such as `fr-CH`; undefined where it is English, or spoken to in English. */
export const languageOf = (locale: string): Language | undefined =>
  /^(de|es|fr)\b/.exec(locale.toLowerCase())?.[1] as Language | undefined
