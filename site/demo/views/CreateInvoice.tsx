import { newId } from '../data/new-id.ts'
import type { Invoice } from '../data/school.ts'
import { hrefOf } from '../routes.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { missing, textOf, useForm } from '../ui/use-form.ts'
import type { FieldErrors } from '../ui/use-form.ts'
import { useRoadbook } from '../ui/use-roadbook.ts'

/** Writes an invoice as a draft, and opens it. */
export function CreateInvoice() {
  const { school, change, notify } = useRoadbook()
  const form = useForm({
    check: checkInvoice,
    submit(values) {
      const numbers = school.invoices.map(({ number }) => Number(number))
      const invoice: Invoice = {
        id: newId('invoice'),
        number: String(Math.max(1000, ...numbers) + 1),
        studentId: textOf(values, 'student'),
        description: textOf(values, 'description'),
        lessons: Number(textOf(values, 'lessons')),
        price: Number(textOf(values, 'price')),
        status: 'draft',
        dueOn: null,
        method: null,
      }
      change((before) => ({ ...before, invoices: [invoice, ...before.invoices] }))
      location.hash = hrefOf('invoices', invoice.id)
      notify({ text: `Invoice ${invoice.number} is a draft. Send it when it is right.` })
    },
  })
  return (
    <form {...form.props} class="card">
      <h2>New invoice</h2>
      <SelectField
        name="student"
        label="Student"
        choices={Object.fromEntries(school.students.map(({ id, name }) => [id, name]))}
      />
      <TextField
        name="description"
        label="What for"
        value="Driving lessons, category B"
        error={form.errors['description']}
      />
      <div class="fields">
        <TextField name="lessons" label="Lessons" type="number" value="2" min="1" error={form.errors['lessons']} />
        <TextField name="price" label="CHF each" type="number" value="95" step="0.05" error={form.errors['price']} />
      </div>
      <button class="primary">Create invoice</button>
    </form>
  )
}

function checkInvoice(values: FormData): FieldErrors {
  const errors = missing(values, { description: 'Say what the invoice is for.' })
  const lessons = Number(textOf(values, 'lessons'))
  const price = Number(textOf(values, 'price'))
  if (!Number.isInteger(lessons) || lessons < 1) errors['lessons'] = 'Enter 1 or more.'
  if (!(price > 0)) errors['price'] = 'Enter a price above 0.'
  return errors
}
