import { readArticles, type SampleViews, type SampleVote } from './article-readers.ts'
import { tellSchool, type SampleMessage } from './school-story.ts'
import { schools } from './schools.ts'
import { answersIn, type SampleAnswer } from './survey-answers.ts'

/** A customer base: what its products sent, what its people answered and read. Each list is in the order of time. */
export interface SampleCustomers {
  messages: SampleMessage[]
  answers: SampleAnswer[]
  votes: SampleVote[]
  views: SampleViews[]
}

/**
 * Makes up the last 120 days of some thirty Swiss driving schools, each with a life of its own.
 *
 * @param options.seed - The same seed and `now` make the same customers, down to the ids.
 */
export function sampleCustomers(options: { seed: string; now: number }): SampleCustomers {
  const stories = schools.map((school) => tellSchool(school, options))
  const inTime = (one: { at: number }, other: { at: number }): number => one.at - other.at
  const { votes, views } = readArticles(options)
  return {
    messages: stories
      .flatMap((story) => story.messages)
      .sort((one, other) => one.timestamp.localeCompare(other.timestamp)),
    answers: stories.flatMap((story) => answersIn(story, options)).sort(inTime),
    votes: votes.sort(inTime),
    views,
  }
}
