/**
 * Bodies that say more than made-up values would, by operation. Each is one that the API takes: a test sends them all.
 */
export const exampleBodies: Record<string, unknown> = {
  'post /v1/batch': {
    batch: [
      { type: 'identify', userId: 'mia', traits: { name: 'Mia Keller', role: 'owner' } },
      { type: 'group', userId: 'mia', groupId: 'linden', traits: { name: 'Linden Driving School', segment: 'school' } },
      { type: 'track', userId: 'mia', event: 'vehicle_added', properties: { category: 'B' } },
    ],
  },
  'post /v1/track': { userId: 'mia', event: 'invoice_sent', properties: { amount: 90, currency: 'CHF' } },
  'post /v1/identify': { userId: 'mia', traits: { name: 'Mia Keller', role: 'owner' } },
  'post /v1/group': { userId: 'mia', groupId: 'linden', traits: { name: 'Linden Driving School', segment: 'school' } },
  'post /v1/page': { userId: 'mia', name: 'Invoices', properties: { path: '/invoices' } },
  'post /v1/screen': { userId: 'jonas', name: 'Today' },
  'post /v1/alias': { previousId: 'visitor-7', userId: 'mia' },
  'post /v1/state': { userId: 'mia', locale: 'en' },
  'post /v1/shown': { userId: 'mia', kind: 'survey', id: 'nps', action: 'shown' },
  'post /v1/surveys/{id}/responses': {
    submissionId: '6f0c1f0e-nps-mia',
    userId: 'mia',
    answers: { score: 9, 'like-most': 'Invoices take a minute.' },
    completed: true,
  },
  'post /v1/requests': {
    subject: 'Invoices are not sent',
    message: 'Since this morning “Send” does nothing.',
    email: 'mia@linde.example',
    severity: 'P1',
  },
  'post /v1/searches': { query: 'send an invoice', locale: 'en', results: 4 },
  'post /v1/feedback': { article: 'planning/book-lesson', helpful: false, reason: 'unclear' },
  'post /v1/article-views': { article: 'planning/book-lesson' },
  'post /v1/health/score': {
    scorecard: 'vectra',
    measures: { logins_monthly: 12, meetings_booked: 6, payment_status: 'current', contract_days_remaining: 120 },
  },
  'post /v1/session': { secretKey: 'sk_…' },
}

/** Values for the places in a path, so that an example can be run. */
export const exampleIds: Record<string, string> = {
  '/v1/surveys/{id}': 'nps',
  '/v1/accounts/{id}': 'linden',
}
