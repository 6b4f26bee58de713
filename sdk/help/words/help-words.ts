import { contact, feedback } from '../../../content/words/en.ts'
import type { ContactWords, FeedbackWords } from '../../../content/words/en.ts'

/** What the help panel says. */
export interface HelpWords extends FeedbackWords, ContactWords {
  title: string
  search: string
  results: string
  found(count: number): string
  corrected(query: string): string
  nothing(query: string): string
  inEnglish: string
  suggested: string
  mostRead: string
  startHere: string
  news: string
  isNew: string
  noNews: string
  contact: string
  back: string
  close: string
  newTab: string
  loading: string
  failed: string
  again: string
  notSent: string
  example(example: string): string
  answered(time: string): string
  receivedBy(time: string): string
  reference(reference: string): string
  backHome: string
}

export const words: HelpWords = {
  ...feedback,
  ...contact,
  title: 'Help',
  search: 'Search for an answer',
  results: 'Search results',
  found: (count) => `${count} result${count > 1 ? 's' : ''}`,
  corrected: (query) => `Showing results for “${query}”`,
  nothing: (query) => `No result for “${query}”. Try other or fewer words.`,
  inEnglish: 'in English',
  suggested: 'Suggested for this page',
  mostRead: 'Most read',
  startHere: 'Start here',
  news: 'What’s new',
  isNew: 'New',
  noNews: 'There is no news at the moment.',
  contact: 'Contact support',
  back: 'Back',
  close: 'Close help',
  newTab: 'Open in a new tab',
  loading: 'Loading…',
  failed: 'This could not be loaded. Check your connection and try again.',
  again: 'Try again',
  notSent: 'It did not reach us. Nothing is lost: check your connection, then send it again.',
  example: (example) => `For example: ${example}.`,
  answered: (time) => `Answered within ${time}.`,
  receivedBy: (time) => `A person answers by e-mail, by ${time} at the latest.`,
  reference: (reference) => `Its reference is ${reference}.`,
  backHome: 'Back to help',
}
