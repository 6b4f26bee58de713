import { cairn } from '../cairn.ts'
import { clock, minutesOf } from '../rules/dates.ts'
import { ChoiceGroup } from '../ui/ChoiceGroup.tsx'
import { TextField } from '../ui/TextField.tsx'
import { textOf, useForm } from '../ui/use-form.ts'
import type { FieldErrors } from '../ui/use-form.ts'
import { useRoadbook } from '../ui/use-roadbook.ts'

const weekdays = { '1': 'Mon', '2': 'Tue', '3': 'Wed', '4': 'Thu', '5': 'Fri', '6': 'Sat' }

/** When the person who is signed in can be booked. */
export function SetAvailability() {
  const { school, person, change, notify } = useRoadbook()
  const hours = school.availability[person.id] ?? { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 17 * 60 }
  const form = useForm({
    check: checkHours,
    submit(values) {
      const next = readHours(values)
      change((before) => ({ ...before, availability: { ...before.availability, [person.id]: next } }))
      cairn('track', 'availability_set', { weeklyHours: (next.days.length * (next.to - next.from)) / 60 })
      notify({ text: 'Your working hours are saved.' })
    },
  })
  return (
    <form {...form.props} class="card" data-cairn="availability">
      <h2>Your working hours</h2>
      <ChoiceGroup
        name="days"
        legend="Days you teach"
        type="checkbox"
        choices={weekdays}
        chosen={hours.days.map(String)}
        error={form.errors['days']}
      />
      <div class="fields">
        <TextField name="from" label="From" type="time" value={clock(hours.from)} error={form.errors['from']} />
        <TextField name="to" label="To" type="time" value={clock(hours.to)} error={form.errors['to']} />
      </div>
      <button class="primary">Save availability</button>
    </form>
  )
}

function readHours(values: FormData): { days: number[]; from: number; to: number } {
  return {
    days: values.getAll('days').map(Number),
    from: minutesOf(textOf(values, 'from')) ?? 0,
    to: minutesOf(textOf(values, 'to')) ?? 0,
  }
}

function checkHours(values: FormData): FieldErrors {
  const { days, from, to } = readHours(values)
  if (days.length === 0) return { days: 'Choose at least one day.' }
  return to > from ? {} : { to: 'Choose an end that comes after the start.' }
}
