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
          <div class="scroll" tabIndex={0} role="group" aria-labelledby="invoices-title">
            <table>
              <thead>
                <tr>
                  <th scope="col">Invoice</th>
                  <th scope="col">Amount</th>
                  <th scope="col">Status</th>
                  <th scope="col">Next</th>
                </tr>
              </thead>
              <tbody>
                {school.invoices.map((invoice) => (
                  <tr key={invoice.id}>
                    <th scope="row">
                      <a href={hrefOf('invoices', invoice.id)}>{invoice.number}</a>
                      <small id={`for-${invoice.id}`}>
                        {school.students.find(({ id }) => id === invoice.studentId)?.name}
                      </small>
                    </th>
                    <td class="figures">{chf(total(invoice))}</td>
                    <td>
                      <InvoiceStatus invoice={invoice} />
                    </td>
                    <td>
                      <InvoiceAction invoice={invoice} describedBy={`for-${invoice.id}`} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      </div>
    </Page>
  )
}
