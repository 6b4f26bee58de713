import { hrefOf } from '../routes.ts'
import { printIban } from '../rules/iban.ts'
import { chf, total } from '../rules/money.ts'
import { paymentReference } from '../rules/payment-reference.ts'
import { InvoiceAction } from '../ui/InvoiceAction.tsx'
import { InvoiceStatus } from '../ui/InvoiceStatus.tsx'
import { Page } from '../ui/Page.tsx'
import { useRoadbook } from '../ui/use-roadbook.ts'

/** One invoice as the student gets it, and what there is to do with it. */
export function InvoiceDetail({ id }: { id: string }) {
  const { school } = useRoadbook()
  const invoice = school.invoices.find((each) => each.id === id)
  const back = <a href={hrefOf('invoices')}>All invoices</a>
  if (!invoice) {
    return (
      <Page title="No such invoice" lead="This invoice is not one of your school’s. The link may be of another one.">
        <p>{back}</p>
      </Page>
    )
  }
  const student = school.students.find((each) => each.id === invoice.studentId)
  const amount = chf(total(invoice))
  return (
    <Page title={`Invoice ${invoice.number}`} lead={`For ${student?.name ?? 'a former student'}`} aside={back}>
      <div class="buttons">
        <InvoiceStatus invoice={invoice} />
        <InvoiceAction invoice={invoice} describedBy="bill-title" />
      </div>
      <article class="card bill" aria-labelledby="bill-title">
        <header>
          <h2 id="bill-title">
            {invoice.description}, {amount}
          </h2>
          <p>
            {school.name}
            <small>Canton of {school.canton}</small>
          </p>
        </header>
        <dl class="facts">
          <dt>Lessons</dt>
          <dd class="figures">
            {invoice.lessons} × {chf(invoice.price)}
          </dd>
          <dt>Total</dt>
          <dd class="figures">
            <strong>{amount}</strong>
          </dd>
        </dl>
        <PaymentPart invoiceNumber={invoice.number} amount={amount} payer={student?.name ?? ''} />
      </article>
    </Page>
  )
}

function PaymentPart({ invoiceNumber, amount, payer }: { invoiceNumber: string; amount: string; payer: string }) {
  const { school } = useRoadbook()
  if (!school.payments) {
    return (
      <p class="payment-part empty">
        Without your IBAN the invoice goes out with no payment part.{' '}
        <a href={hrefOf('setup', 'payments')}>Add your payment details</a>
      </p>
    )
  }
  const reference = paymentReference(school.payments.reference, invoiceNumber)
  return (
    <section class="payment-part" aria-labelledby="payment-title">
      <h3 id="payment-title">Payment part</h3>
      <dl class="facts">
        <dt>Account</dt>
        <dd class="figures">{printIban(school.payments.iban)}</dd>
        <dt>Payable to</dt>
        <dd>{school.name}</dd>
        {reference !== null && (
          <>
            <dt>Reference</dt>
            <dd class="figures">{reference}</dd>
          </>
        )}
        <dt>Payable by</dt>
        <dd>{payer}</dd>
        <dt>Amount</dt>
        <dd class="figures">{amount}</dd>
      </dl>
    </section>
  )
}
