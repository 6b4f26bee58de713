import { cairn } from '../cairn.ts'
import type { Invoice } from '../data/school.ts'
import { addDays } from '../rules/dates.ts'
import { chf, total } from '../rules/money.ts'
import { focusHeading } from './focus-heading.ts'
import { useRoadbook } from './use-roadbook.ts'

interface InvoiceActionProps {
  invoice: Invoice
  /** Id of the element that says whose invoice it is. */
  describedBy: string
}

/** What there is to do next with an invoice: send it, then record its payment. */
export function InvoiceAction({ invoice, describedBy }: InvoiceActionProps) {
  const { school, today, change, notify } = useRoadbook()
  const amount = total(invoice)

  function update(next: Partial<Invoice>): void {
    change((before) => ({
      ...before,
      invoices: before.invoices.map((each) => (each.id === invoice.id ? { ...each, ...next } : each)),
    }))
  }

  function send(): void {
    update({ status: 'sent', dueOn: addDays(today, school.payments?.termDays ?? 30) })
    cairn('track', 'invoice_sent', { amount, currency: 'CHF', channel: 'email' })
    notify({ text: `Invoice ${invoice.number} over ${chf(amount)} is on its way.` })
  }

  function recordPayment(): void {
    const method = school.payments ? 'qr' : 'twint'
    update({ status: 'paid', method })
    cairn('track', 'payment_recorded', { amount, currency: 'CHF', method })
    notify({ text: `Payment of ${chf(amount)} recorded.` })
    focusHeading({ preventScroll: true })
  }

  // One button for both, so that the keyboard stays where it was.
  if (invoice.status === 'paid') return <span class="empty">Nothing to do</span>
  const draft = invoice.status === 'draft'
  return (
    <button type="button" class="primary" aria-describedby={describedBy} onClick={draft ? send : recordPayment}>
      {draft ? 'Send invoice' : 'Record payment'}
    </button>
  )
}
