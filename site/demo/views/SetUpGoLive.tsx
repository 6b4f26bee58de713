import { cairn } from '../cairn.ts'
import { hrefOf } from '../routes.ts'
import { longDay } from '../rules/dates.ts'
import { Status } from '../ui/Status.tsx'
import { TextField } from '../ui/TextField.tsx'
import { textOf, useForm } from '../ui/use-form.ts'
import { useRoadbook } from '../ui/use-roadbook.ts'

/** Last step: accept the terms and open the calendar for bookings. */
export function SetUpGoLive() {
  const { school, today, change, notify } = useRoadbook()
  const form = useForm({
    check: (values) => (textOf(values, 'from') < today ? { from: 'Choose today or a later day.' } : {}),
    submit(values) {
      const from = textOf(values, 'from')
      const done = { ...school.done, 'go-live': new Date().toISOString() }
      change((before) => ({ ...before, done }))
      cairn('track', 'school_went_live', {})
      notify({
        text: `You are live. Students can book lessons from ${longDay(from)}.`,
        link: { href: hrefOf('planning'), text: 'Open your planning' },
      })
    },
  })
  return (
    <form {...form.props} class="card">
      <h2>Go live</h2>
      {school.done['go-live'] && (
        <p>
          <Status tone="good">Open for bookings</Status>
        </p>
      )}
      <p>Students can then book the times you have free. You can close your calendar again at any time.</p>
      <TextField
        name="from"
        label="Open for bookings from"
        type="date"
        value={today}
        error={form.errors['from']}
        min={today}
      />
      <p class="terms" id="terms">
        By choosing “Go live” you accept the terms of use: your data stays in Switzerland and yours, you may cancel at
        the end of each month, and you export everything whenever you like.
      </p>
      <button class="primary" aria-describedby="terms">
        Go live
      </button>
    </form>
  )
}
