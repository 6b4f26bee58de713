const button = {
  send: 'Send',
  sending: 'Sending…',
}

/** What the form under an article says in English, in the help center and in the help panel of the SDK. */
export const feedback = {
  ...button,
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
  thanksReason: 'Thank you. We use this to improve the article.',
}

/** What the form to support says in English, in the help center and in the help panel of the SDK. */
export const contact = {
  ...button,
  lead: 'A person reads every message and answers by e-mail.',
  subject: 'What is it about?',
  subjectError: 'Say in a few words what it is about.',
  suggestions: 'These articles may already answer it:',
  severity: 'How much does it hold you up?',
  message: 'What happened?',
  messageHint: 'What you did, what you saw, and since when. Never send passwords or card numbers.',
  messageError: 'Write what happened.',
  email: 'Your e-mail address',
  emailHint: 'We answer to this address and use it for nothing else.',
  emailError: 'Write your e-mail address, such as name@example.com.',
  tooMany: 'Many messages came from your network just now. Wait a minute, then send it again.',
  received: 'We have your message',
}

export type FeedbackWords = typeof feedback
export type ContactWords = typeof contact
