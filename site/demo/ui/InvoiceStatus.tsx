import { paymentMethods } from '../data/school.ts'
import type { Invoice } from '../data/school.ts'
import { shortDay } from '../rules/dates.ts'
import { Status } from './Status.tsx'

/** Where an invoice stands. */
export function InvoiceStatus({ invoice }: { invoice: Invoice }) {
  switch (invoice.status) {
    case 'draft':
      return <Status tone="quiet">Draft</Status>
    case 'sent':
      return <Status tone="busy">{invoice.dueOn ? `Due ${shortDay(invoice.dueOn)}` : 'Sent'}</Status>
    case 'paid':
      return <Status tone="good">{invoice.method ? `Paid, ${paymentMethods[invoice.method]}` : 'Paid'}</Status>
  }
}
