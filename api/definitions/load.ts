import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { Announcement, HelpPanel, Interruptions, Tour } from '../../content/guidance-schema.ts'
import { Program } from '../../content/program-schema.ts'
import { MeasureCatalogue, Scorecard, Slug, TrackingPlan } from '../../content/schema.ts'
import { Support } from '../../content/support-schema.ts'
import { Survey } from '../../surveys/schema.ts'
import { checkDefinitions } from './check.ts'
import type { DefinitionFiles, Definitions } from './definitions.ts'
import { listArticles } from './list-articles.ts'
import { nameEvents } from './name-events.ts'
import { readEmails } from './read-emails.ts'
import { checkRedirects, readRedirects } from './read-redirects.ts'
import { readYaml, type DefinitionProblem, type YamlFile } from './read-yaml.ts'
import { misnamedFiles, unreadIn } from './unread-files.ts'

/** Thrown where definitions are wrong; its message lists every problem with file, line and remedy. */
export class DefinitionsError extends Error {
  readonly problems: DefinitionProblem[]

  constructor(problems: DefinitionProblem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.problems = problems
  }
}

/** One problem as a line that an editor's terminal links to its place. */
export function formatProblem(problem: DefinitionProblem): string {
  const where = problem.path ? ` ${problem.path}:` : ''
  return `${problem.file}:${problem.line}:${where} ${problem.detail} ${problem.remedy}`
}

/**
 * Reads and checks all definitions below `root`.
 *
 * @example
 * ```ts
 * const { problems } = readDefinitions({ root: process.cwd() })
 * for (const problem of problems) console.error(formatProblem(problem))
 * ```
 */
export function readDefinitions({ root }: { root: string }): {
  files: DefinitionFiles | null
  problems: DefinitionProblem[]
} {
  const problems: DefinitionProblem[] = []
  const unread = new Set<string>()

  const one = <Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    remedy = 'Create it; an empty {} will do where nothing is defined yet.',
  ): YamlFile<z.output<Schema>> | null => {
    const absolute = join(root, path)
    if (!existsSync(absolute)) {
      problems.push({
        file: path,
        line: 1,
        path: '',
        detail: 'This file is missing.',
        remedy,
      })
      return null
    }
    const result = readYaml(schema, absolute, root)
    problems.push(...result.problems)
    return result.read ?? null
  }
  const folder = <Schema extends z.ZodType<object>>(schema: Schema, path: string) => {
    problems.push(...unreadIn(root, path))
    const absolute = join(root, path)
    const names = existsSync(absolute)
      ? readdirSync(absolute)
          .filter((name) => /\.ya?ml$/.test(name))
          .sort()
      : []
    return names.flatMap((name) => {
      const read = one(schema, join(path, name))
      const id = basename(name).replace(/\.ya?ml$/, '')
      if (!Slug.safeParse(id).success) {
        const detail = `"${id}" cannot be an id, which the name of a file is.`
        const remedy = 'Rename it: use lower-case letters, digits and dashes.'
        problems.push({ file: join(path, name), line: 1, path: '', detail, remedy })
      }
      if (read) return [{ ...read, value: { ...read.value, id } }]
      unread.add(id)
      return []
    })
  }

  const trackingPlan = one(TrackingPlan, 'content/events.yaml')
  const measures = one(MeasureCatalogue, 'content/measures.yaml')
  const support = one(Support, 'content/support.yaml', 'Create it: it says how soon the support team answers.')
  const programs = folder(Program, 'content/programs')
  const scorecards = folder(Scorecard, 'content/scorecards')
  const surveys = folder(Survey, 'surveys/definitions')
  const tours = folder(Tour, 'content/tours')
  const announcements = folder(Announcement, 'content/announcements')
  const budget = 'content/interruptions.yaml'
  const interruptions = existsSync(join(root, budget)) ? one(Interruptions, budget)?.value : Interruptions.parse({})
  const panel = 'content/help-panel.yaml'
  const helpPanel = existsSync(join(root, panel)) ? (one(HelpPanel, panel) ?? undefined) : undefined
  const { read: redirects, problems: misleading } = readRedirects(root)
  const { emails, problems: unsendable } = readEmails(root)
  problems.push(...misnamedFiles(root), ...misleading, ...(redirects ? checkRedirects(redirects) : []), ...unsendable)
  if (!trackingPlan || !measures || !support || !interruptions) return { files: null, problems }

  const files = {
    trackingPlan,
    measures,
    programs,
    surveys,
    tours,
    announcements,
    interruptions,
    helpPanel,
    scorecards,
    support,
    redirects,
    emails,
    unread,
  }
  problems.push(...checkDefinitions(files))
  return { files, problems }
}

/**
 * Loads all definitions, or refuses. Articles are listed, not read: a wrong one never keeps the API from starting.
 *
 * @throws DefinitionsError that lists every problem.
 */
export function loadDefinitions({ root }: { root: string }): Definitions {
  const { files, problems } = readDefinitions({ root })
  if (!files || problems.length > 0) throw new DefinitionsError(problems)
  return {
    trackingPlan: files.trackingPlan.value,
    measures: files.measures.value,
    programs: files.programs.map((program) => nameEvents(program.value)),
    surveys: files.surveys.map((survey) => survey.value),
    tours: files.tours.map((tour) => tour.value),
    announcements: files.announcements.map((announcement) => announcement.value),
    interruptions: files.interruptions,
    helpPanel: files.helpPanel?.value ?? null,
    scorecards: files.scorecards.map((scorecard) => scorecard.value),
    redirects: files.redirects?.value ?? {},
    support: files.support.value,
    emails: files.emails,
    articles: listArticles(root),
  }
}
