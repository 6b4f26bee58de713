/** A track message of ordinary size, each with an id of its own. */
export function makeMessage(place: number): Record<string, unknown> {
  return {
    type: 'track',
    messageId: `bench-${place}`,
    userId: `user-${place % 500}`,
    event: ['lesson_booked', 'invoice_sent', 'signed_in', 'payment_recorded'][place % 4],
    timestamp: new Date().toISOString(),
    properties: { amount: 90, currency: 'CHF', channel: 'email' },
    context: {
      groupId: `school-${place % 50}`,
      library: { name: 'analytics.js', version: '5.0.0' },
      page: { path: '/invoices', title: 'Invoices' },
    },
  }
}
