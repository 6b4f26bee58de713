import { articleUrl, defaultLocale } from '../../content/article-address.ts'
import { localise, nearestLocale } from '../../content/localise.ts'
import type { Program } from '../../content/program-schema.ts'
import type { LocalizedText, Scorecard } from '../../content/schema.ts'
import { labelsFor } from '../../surveys/default-labels.ts'
import type { Survey } from '../../surveys/schema.ts'
import type { ProgramView, ScorecardView, SurveyView } from '../contract/definitions.ts'
import type { ArticleShelf } from './list-articles.ts'
import { viewTarget } from './view-target.ts'

const text = (value: LocalizedText | undefined, locale: string) =>
  value === undefined ? null : localise(value, locale)

/** The help center, as far as links lead to it. */
export interface HelpCenter {
  articles: ArticleShelf
  /** Where its pages are, without a slash at the end; undefined where that is not known. */
  url: string | undefined
}

/** The page of an article (`category/slug`, perhaps with a `#fragment`), in the language nearest to one that has it. */
export function linkToArticle(target: string, locale: string, { articles, url: root = '' }: HelpCenter): string {
  const [id = '', fragment] = target.split('#')
  const written = [...articles].flatMap(([language, ids]) => (ids.has(id) ? [language] : []))
  const url = root + articleUrl(nearestLocale(written, locale) ?? defaultLocale, id)
  return fragment === undefined ? url : `${url}#${fragment}`
}

/** A program as served, in one language. Its articles are linked to in that language where they are written in it. */
export function viewProgram(program: Program, locale: string, help: HelpCenter): ProgramView {
  return {
    id: program.id,
    title: localise(program.title, locale),
    description: text(program.description, locale),
    segments: program.segments,
    scope: program.scope,
    order: program.order,
    urls: program.urls,
    durationDays: program.durationDays ?? null,
    stalledAfterDays: program.stalledAfterDays,
    steps: program.steps.map((step) => ({
      id: step.id,
      title: localise(step.title, locale),
      description: text(step.description, locale),
      type: step.type,
      required: step.required,
      minutes: step.minutes ?? null,
      completesOn: viewCompletion(step.completesOn, locale),
      url: step.url ?? null,
      tour: step.tour ?? null,
      resources: step.resources.map((resource) => ({
        type: resource.type,
        title: localise(resource.title, locale),
        url: resource.type === 'article' ? linkToArticle(resource.target, locale, help) : resource.target,
      })),
    })),
    milestones: program.milestones.map((milestone) => ({
      id: milestone.id,
      title: localise(milestone.title, locale),
      celebration: text(milestone.celebration, locale),
      targetDay: milestone.targetDay ?? null,
      criteria: milestone.criteria,
      certificate: milestone.certificate
        ? { title: localise(milestone.certificate.title, locale), text: text(milestone.certificate.text, locale) }
        : null,
      share: milestone.share ? { text: localise(milestone.share.text, locale), url: milestone.share.url } : null,
    })),
  }
}

type Completion = Program['steps'][number]['completesOn']

function viewCompletion(completesOn: Completion, locale: string): ProgramView['steps'][number]['completesOn'] {
  const { event } = completesOn
  const view = { event, on: 'event' as const, url: null, target: null }
  if ('url' in completesOn) return { ...view, on: 'url', url: completesOn.url }
  if ('element' in completesOn) return { ...view, on: 'element', target: viewTarget(completesOn.element, locale) }
  return 'by' in completesOn ? { ...view, on: 'hand' } : view
}

/** A survey as served, in one language. */
export function viewSurvey(survey: Survey, locale: string): SurveyView {
  return {
    id: survey.id,
    kind: survey.kind,
    trigger: survey.trigger ? viewTrigger(survey.trigger) : null,
    repeatAfterDays: survey.repeatAfterDays,
    remindAfterDays: survey.remindAfterDays ?? null,
    questions: survey.questions.map((question) => ({
      id: question.id,
      type: question.type,
      text: localise(question.text, locale),
      required: question.required,
      display: question.display,
      lowLabel: text(question.lowLabel ?? labelsFor(question.type)?.low, locale),
      highLabel: text(question.highLabel ?? labelsFor(question.type)?.high, locale),
      choices: (question.choices ?? []).map((choice) => ({ value: choice.value, text: localise(choice.text, locale) })),
      showIf: question.showIf ?? null,
    })),
    thanks: text(survey.thanks, locale),
  }
}

const viewTrigger = (trigger: NonNullable<Survey['trigger']>): NonNullable<SurveyView['trigger']> => ({
  event: trigger.event ?? null,
  url: trigger.url ?? null,
  delaySeconds: trigger.delaySeconds,
  daysAfterSignup: trigger.daysAfterSignup ?? null,
  percentage: trigger.percentage,
})

/** A scorecard as served. */
export function viewScorecard(scorecard: Scorecard): ScorecardView {
  return {
    id: scorecard.id,
    title: scorecard.title,
    method: scorecard.method,
    segments: scorecard.segments,
    default: scorecard.default,
    minimumCoverage: scorecard.minimumCoverage,
    components: Object.entries(scorecard.components).map(([name, component]) => ({
      name,
      title: component.title,
      measures: Object.keys(component.measures),
    })),
    bands: scorecard.bands,
  }
}
