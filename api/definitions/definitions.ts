import type { Announcement, HelpPanel, Interruptions, Tour } from '../../content/guidance-schema.ts'
import type { Program, ProgramFile } from '../../content/program-schema.ts'
import type { MeasureCatalogue, Redirects, Scorecard, TrackingPlan } from '../../content/schema.ts'
import type { Support } from '../../content/support-schema.ts'
import type { Survey } from '../../surveys/schema.ts'
import type { ArticleShelf } from './list-articles.ts'
import type { Emails } from './read-emails.ts'
import type { YamlFile } from './read-yaml.ts'

/** Everything that `content/` and `surveys/` define; of the articles, which there are. */
export interface Definitions {
  trackingPlan: TrackingPlan
  measures: MeasureCatalogue
  programs: Program[]
  surveys: Survey[]
  tours: Tour[]
  announcements: Announcement[]
  interruptions: Interruptions
  /** Null where there is no file. */
  helpPanel: HelpPanel | null
  scorecards: Scorecard[]
  support: Support
  redirects: Redirects
  emails: Emails
  articles: ArticleShelf
}

/** The files behind the definitions, so that a problem can say where it is. */
export interface DefinitionFiles {
  trackingPlan: YamlFile<TrackingPlan>
  measures: YamlFile<MeasureCatalogue>
  programs: YamlFile<ProgramFile>[]
  surveys: YamlFile<Survey>[]
  tours: YamlFile<Tour>[]
  announcements: YamlFile<Announcement>[]
  interruptions: Interruptions
  /** Undefined where there is none, which is no problem. */
  helpPanel: YamlFile<HelpPanel> | undefined
  scorecards: YamlFile<Scorecard>[]
  support: YamlFile<Support>
  redirects: YamlFile<Redirects> | undefined
  emails: Emails
  /** Ids of files that say something wrong: they are there, and what they hold is not known. */
  unread: ReadonlySet<string>
}
