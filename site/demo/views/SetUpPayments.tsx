import { cairn } from '../cairn.ts'
import { referenceKinds } from '../data/school.ts'
import { hrefOf } from '../routes.ts'
import { checkIban, compactIban, isQrIban, printIban } from '../rules/iban.ts'
import { ChoiceGroup } from '../ui/ChoiceGroup.tsx'
import { TextField } from '../ui/TextField.tsx'
import { choiceOf, textOf, useForm } from '../ui/use-form.ts'
import type { FieldErrors } from '../ui/use-form.ts'
import { useRoadbook } from '../ui/use-roadbook.ts'

/** Fourth step: the account that students pay to, and how their payments say what they are for. */
export function SetUpPayments() {
  const { school, change, notify } = useRoadbook()
  const saved = school.payments ?? { iban: 'CH9300762011623852957', reference: 'creditor' as const, termDays: 30 }
  const form = useForm({
    check: checkPayments,
    submit(values) {
      const payments = {
        iban: compactIban(textOf(values, 'iban')),
        reference: choiceOf(values, 'reference', referenceKinds),
        termDays: Number(textOf(values, 'term')),
      }
      const done = { ...school.done, payments: new Date().toISOString() }
      change((before) => ({ ...before, payments, done }))
      cairn('track', 'payment_details_saved', {
        ibanType: isQrIban(payments.iban) ? 'qr-iban' : 'iban',
        currency: 'CHF',
      })
      notify({ text: 'Payment details saved.', link: { href: hrefOf('setup', 'go-live'), text: 'Next: go live' } })
    },
  })
  return (
    <form {...form.props} class="card">
      <h2>Payment details</h2>
      <TextField
        name="iban"
        label="IBAN"
        value={printIban(saved.iban)}
        error={form.errors['iban']}
        hint="An account in Switzerland or Liechtenstein. We check it for typing errors."
        autocomplete="off"
        class="figures"
      />
      <ChoiceGroup
        name="reference"
        legend="Reference on QR-bills"
        type="radio"
        choices={referenceKinds}
        chosen={[saved.reference]}
        hint="Your bank books payments by it. A QR reference needs a QR-IBAN."
      />
      <TextField
        name="term"
        label="Days to pay"
        type="number"
        value={String(saved.termDays)}
        error={form.errors['term']}
      />
      <button class="primary">Save payment details</button>
    </form>
  )
}

function checkPayments(values: FormData): FieldErrors {
  const iban = checkIban(textOf(values, 'iban'), choiceOf(values, 'reference', referenceKinds))
  const days = Number(textOf(values, 'term'))
  const inRange = Number.isInteger(days) && days >= 1 && days <= 120
  return { ...(iban !== null && { iban }), ...(!inRange && { term: 'Give your students between 1 and 120 days.' }) }
}
