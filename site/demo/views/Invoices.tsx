import type { Invoice } from '../data/school.ts'
import { hrefOf } from '../routes.ts'
import { chf, total } from '../rules/money.ts'
import { InvoiceAction } from '../ui/InvoiceAction.tsx'
import { InvoiceStatus } from '../ui/InvoiceStatus.tsx'
import { Page } from '../ui/Page.tsx'
import { useRoadbook } from '../ui/use-roadbook.ts'
import { CreateInvoice } from './CreateInvoice.tsx'

/** Every invoice with what it waits for. */
export function Invoices() {
  const { school } = useRoadbook()
  return (
    <Page title="Invoices" lead="QR-bills for your students, and what is still to come in.">
      <div class="split">
        <CreateInvoice />
        <section class="card" aria-labelledby="invoices-title">
          <h2 id="invoices-title">
            Your invoices <span class="count">{school.invoices.length}</span>
          </h2>
          <ul class="rows">
            {school.invoices.map((invoice) => (
              <InvoiceRow key={invoice.id} invoice={invoice} />
            ))}
          </ul>
        </section>
      </div>
    </Page>
  )
}

function InvoiceRow({ invoice }: { invoice: Invoice }) {
  const { school } = useRoadbook()
  const description = `for-${invoice.id}`
  return (
    <li class="invoice">
      <span>
        <a href={hrefOf('invoices', invoice.id)}>Invoice {invoice.number}</a>
        <small id={description}>{school.students.find(({ id }) => id === invoice.studentId)?.name}</small>
      </span>
      <span class="figures">{chf(total(invoice))}</span>
      <InvoiceStatus invoice={invoice} />
      <InvoiceAction invoice={invoice} describedBy={description} />
    </li>
  )
}
