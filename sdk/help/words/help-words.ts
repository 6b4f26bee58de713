import type { feedbackReasons } from '../../../api/contract/articles.ts'

/** What the help panel says. */
export interface HelpWords {
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
  question: string
  yes: string
  no: string
  thanks: string
  thanksWhy: string
  why: string
  reasons: Record<(typeof feedbackReasons)[number], string>
  comment: string
  commentHint: string
  send: string
  sending: string
  thanksReason: string
  notSent: string
  lead: string
  subject: string
  subjectError: string
  maybe: string
  severity: string
  example(example: string): string
  answered(time: string): string
  message: string
  messageHint: string
  messageError: string
  email: string
  emailHint: string
  emailError: string
  tooMany: string
  received: string
  receivedBy(time: string): string
  reference(reference: string): string
  backHome: string
}

export const words: HelpWords = {
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
  question: 'Was this article helpful?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you. It is good to know that this helped.',
  thanksWhy: 'Thank you, that is noted. Would you tell us more?',
  why: 'What went wrong?',
  reasons: {
    'not-found': 'I did not find what I was looking for',
    unclear: 'It is hard to follow',
    'out-of-date': 'It is out of date',
    'did-not-work': 'I did what it says and it did not work',
    other: 'Something else',
  },
  comment: 'What should we change? (optional)',
  commentHint: 'We cannot answer here. Please leave out names and other personal details.',
  send: 'Send',
  sending: 'Sending…',
  thanksReason: 'Thank you. We use this to improve the article.',
  notSent: 'It did not reach us. Nothing is lost: check your connection, then send it again.',
  lead: 'A person reads every message and answers by e-mail.',
  subject: 'What is it about?',
  subjectError: 'Say in a few words what it is about.',
  maybe: 'These articles may already answer it:',
  severity: 'How much does it hold you up?',
  example: (example) => `For example: ${example}.`,
  answered: (time) => `Answered within ${time}.`,
  message: 'What happened?',
  messageHint: 'What you did, what you saw, and since when. Never send passwords or card numbers.',
  messageError: 'Write what happened.',
  email: 'Your e-mail address',
  emailHint: 'We answer to this address and use it for nothing else.',
  emailError: 'Write your e-mail address, such as name@example.com.',
  tooMany: 'Many messages came from your network just now. Wait a minute, then send it again.',
  received: 'We have your message',
  receivedBy: (time) => `A person answers by e-mail, by ${time} at the latest.`,
  reference: (reference) => `Its reference is ${reference}.`,
  backHome: 'Back to help',
}
