import { z } from '@hono/zod-openapi'
import { Target } from './guidance.ts'

const Resource = z.object({
  type: z.enum(['article', 'video', 'template', 'link']).describe('What it is.'),
  title: z.string().describe('The words of the link.'),
  url: z.string().describe('Where it is: a URL, or an absolute path.'),
})

const Step = z.object({
  id: z.string().describe('Name of the step within its program.'),
  title: z.string().describe('What to do, as the checklist says it.'),
  description: z.string().nullable().describe('Why it is worth doing, in a sentence.'),
  type: z
    .enum(['action', 'learning', 'meeting', 'integration'])
    .describe('Kind of work: something done in the product, read, met for, or connected.'),
  required: z.boolean().describe('Whether progress and completion count this step.'),
  minutes: z.number().nullable().describe('How long it takes, in minutes.'),
  completesOn: z
    .object({
      event: z
        .string()
        .describe('Name of the event. Where the product sends none it is `step_completed:<program>/<step>`.'),
      on: z
        .enum(['event', 'url', 'element', 'hand'])
        .describe('When the event is sent: by the product, or by Cairn on a page, at an element, or by a button.'),
      url: z.string().nullable().describe('The page whose visit completes it; `*` stands for anything.'),
      target: Target.nullable().describe('The element that completes it by being seen.'),
    })
    .describe('What completes the step, whoever of the account sends it.'),
  url: z.string().nullable().describe('Where in the product it is done: a URL, or an absolute path.'),
  tour: z.string().nullable().describe('Id of the tour that shows how it is done.'),
  resources: z.array(Resource).describe('What helps with it.'),
})

const Milestone = z.object({
  id: z.string().describe('Name of the milestone within its program.'),
  title: z.string().describe('What has been reached.'),
  celebration: z.string().nullable().describe('The words of the celebration.'),
  targetDay: z.number().int().nullable().describe('Days after enrolment by which it should be reached.'),
  criteria: z
    .array(z.string())
    .describe(
      'Events, all of which must have happened; `all_required_steps_completed` stands for every required step.',
    ),
  certificate: z
    .object({
      title: z.string().describe('The heading.'),
      text: z.string().nullable().describe('What it certifies, in a sentence under the name.'),
    })
    .nullable()
    .describe('A certificate that the browser draws; null where there is none.'),
  share: z
    .object({
      text: z.string().describe('What people say, for them to change.'),
      url: z.string().describe('The page that it leads to.'),
    })
    .nullable()
    .describe('Something to tell others; null where there is nothing.'),
})

/** A program as served, its texts in one language. */
export const ProgramView = z
  .object({
    id: z.string().describe('Name of the file that defines it.'),
    title: z.string().describe('Name of the program as people read it.'),
    description: z.string().nullable().describe('A sentence under the title.'),
    segments: z.array(z.string()).describe('Accounts of these segments are enrolled.'),
    scope: z.enum(['account']).describe('Whose progress is counted: the users of an `account` share one checklist.'),
    order: z
      .enum(['free', 'in-order'])
      .describe('Whether steps can be done in any order, or wait for the required ones above them.'),
    urls: z
      .array(z.string())
      .describe('Pages on which the checklist is shown, `*` stands for anything; empty for all.'),
    durationDays: z.number().int().nullable().describe('Days that the program is meant to take.'),
    stalledAfterDays: z
      .number()
      .int()
      .describe('Days without a newly completed step after which an enrolment is stalled.'),
    steps: z.array(Step).describe('The steps, in the order in which they are offered.'),
    milestones: z.array(Milestone).describe('Points on the way that are worth celebrating.'),
  })
  .openapi('Program', { description: 'An onboarding program, its texts in the language that was asked for.' })
export type ProgramView = z.infer<typeof ProgramView>

const Trigger = z.object({
  event: z.string().nullable().describe('Name of the event that the person sends; null where none is waited for.'),
  url: z.string().nullable().describe('The page on which it is offered, `*` stands for anything; null for any.'),
  delaySeconds: z
    .number()
    .int()
    .describe('Seconds from the event, else from reaching the page, until the survey is offered.'),
  daysAfterSignup: z.number().int().nullable().describe('Days that must have passed since the person signed up.'),
  percentage: z.number().describe('Percent of all people who are asked: always the same ones.'),
})

const Choice = z.object({
  value: z.string().describe('What an answer holds.'),
  text: z.string().describe('What the person reads.'),
})

const Condition = z.object({
  question: z.string().describe('Id of an earlier question.'),
  min: z.number().optional().describe('Lowest score that leads here.'),
  max: z.number().optional().describe('Highest score that leads here.'),
  in: z.array(z.string()).optional().describe('Choices that lead here; of several that were made, one is enough.'),
})

const Question = z.object({
  id: z.string().describe('Name of the question within its survey, and of its answer in a response.'),
  type: z
    .enum(['nps', 'csat', 'ces', 'choice', 'multiple-choice', 'text', 'yes-no'])
    .describe(
      'Kind of answer: `nps` is 0 to 10, `csat` and `ces` are 1 to 5 where 5 is best, `choice` is one of `choices`, `multiple-choice` a list of them, `text` is free, `yes-no` is a boolean.',
    ),
  text: z.string().describe('The question itself.'),
  required: z.boolean().describe('Whether it needs an answer before the survey goes on.'),
  display: z.enum(['numbers', 'stars', 'faces']).describe('What the scores of a `csat` question look like.'),
  lowLabel: z.string().nullable().describe('Words under the lowest score.'),
  highLabel: z.string().nullable().describe('Words under the highest score.'),
  choices: z.array(Choice).describe('What can be chosen; empty where nothing is.'),
  showIf: Condition.nullable().describe('Asked only when the answer to an earlier question fits; always when null.'),
})

/** A survey as served, its texts in one language. */
export const SurveyView = z
  .object({
    id: z.string().describe('Name of the file that defines it.'),
    kind: z
      .enum(['nps', 'csat', 'ces', 'exit', 'poll'])
      .describe(
        'What is measured: likelihood to recommend, satisfaction, effort, or why somebody leaves; a `poll` counts choices.',
      ),
    trigger: Trigger.nullable().describe('When it is offered; null where only `open(id)` shows it.'),
    repeatAfterDays: z.number().int().describe('Days for which a person who was asked is not asked again.'),
    remindAfterDays: z
      .number()
      .int()
      .nullable()
      .describe('Days after which who puts it off is asked once more; null where nobody can.'),
    questions: z.array(Question).describe('The questions, in order.'),
    thanks: z.string().nullable().describe('What is said after the last answer.'),
  })
  .openapi('Survey', { description: 'A survey, its texts in the language that was asked for.' })
export type SurveyView = z.infer<typeof SurveyView>

const Component = z.object({
  name: z.string().describe('Name of the component within its scorecard.'),
  title: z.string().describe('Name as people read it.'),
  measures: z.array(z.string()).describe('Names of the measures that earn its points.'),
})

const Band = z.object({
  name: z.string().describe('Name of the band.'),
  from: z.number().describe('Lowest score in it, 0 to 100; it reaches up to the next band.'),
  atRisk: z.boolean().describe('True where accounts in this band need somebody.'),
})

/** A scorecard as served. */
export const ScorecardView = z
  .object({
    id: z.string().describe('Name of the file that defines it.'),
    title: z.string().describe('Name as people read it.'),
    method: z.literal('points').describe('How measures become a score: they earn points, which add up.'),
    segments: z.array(z.string()).describe('Accounts of these segments are scored with this card.'),
    default: z.boolean().describe('True for the card that scores accounts which no other card names.'),
    minimumCoverage: z
      .number()
      .describe('Share of the attainable points that must be known before a score is given, 0 to 1.'),
    components: z.array(Component).describe('What the score is made of.'),
    bands: z.array(Band).describe('The bands of scores, best first.'),
  })
  .openapi('Scorecard', { description: 'A scorecard: measures earn points, points add up to a score of 0 to 100.' })
export type ScorecardView = z.infer<typeof ScorecardView>
