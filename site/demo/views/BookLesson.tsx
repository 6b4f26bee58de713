import { useState } from 'preact/hooks'
import { cairn } from '../cairn.ts'
import { newId } from '../data/new-id.ts'
import { lessonKinds } from '../data/school.ts'
import type { School } from '../data/school.ts'
import { findConflict, nextFreeTime } from '../rules/conflicts.ts'
import type { LessonPlan } from '../rules/conflicts.ts'
import { addDays, clock, minutesOf, shortDay } from '../rules/dates.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { choiceOf, missing, textOf, useForm } from '../ui/use-form.ts'
import { useRoadbook } from '../ui/use-roadbook.ts'

/** Puts a lesson into the calendar, unless somebody or something is taken at that time. */
export function BookLesson({ onBooked }: { onBooked: (date: string) => void }) {
  const { school, person, today, change, notify } = useRoadbook()
  const [conflict, setConflict] = useState<{ text: string; free: Slot | null } | null>(null)
  const instructors = school.people.filter(({ id }) => school.availability[id])
  const [start] = useState(() => {
    const instructorId = (instructors.find(({ id }) => id === person.id) ?? instructors[0])?.id ?? ''
    return { ...firstSlot(school, instructorId, today), instructorId }
  })
  const form = useForm({
    check(values) {
      setConflict(null)
      const errors = missing(values, { date: 'Choose a day.' })
      if (minutesOf(textOf(values, 'start')) === null) errors['start'] = 'Enter a time such as 09:30.'
      return errors
    },
    submit(values) {
      const plan = readPlan(values)
      const problem = findConflict(school, plan)
      if (problem !== null) {
        setConflict({ text: problem, free: nextFreeTime(school, plan) })
        return
      }
      change((before) => ({ ...before, lessons: [...before.lessons, { ...plan, id: newId('lesson') }] }))
      cairn('track', 'lesson_booked', { minutes: plan.minutes, kind: plan.kind })
      const student = school.students.find(({ id }) => id === plan.studentId)
      notify({
        text: `Lesson booked: ${student?.name ?? 'a student'}, ${shortDay(plan.date)} at ${clock(plan.start)}.`,
      })
      onBooked(plan.date)
    },
  })
  function take(slot: Slot): void {
    form.fill('date', slot.date)
    form.fill('start', clock(slot.start))
    setConflict(null)
  }
  return (
    <form {...form.props} class="card" data-cairn="book-lesson">
      <h2>Book a lesson</h2>
      <div class="fields roomy">
        <SelectField name="student" label="Student" choices={namesOf(school.students)} />
        <SelectField name="instructor" label="Instructor" choices={namesOf(instructors)} value={start.instructorId} />
        <SelectField name="vehicle" label="Vehicle" choices={{ '': 'Decide later', ...namesOf(school.vehicles) }} />
        <SelectField name="kind" label="Kind" choices={lessonKinds} />
        <TextField name="date" label="Date" type="date" value={start.date} error={form.errors['date']} />
        <TextField name="start" label="Start" type="time" value={clock(start.start)} error={form.errors['start']} />
        <SelectField name="minutes" label="Length" choices={lengths} value="50" />
      </div>
      <div role="alert">
        {conflict && (
          <p class="conflict">
            {conflict.text} {conflict.free ? 'The next free time:' : 'Choose another time or person.'}{' '}
            {conflict.free && <OfferedSlot slot={conflict.free} onTake={take} />}
          </p>
        )}
      </div>
      <div class="buttons">
        <button class="primary">Book lesson</button>
      </div>
    </form>
  )
}

type Slot = Pick<LessonPlan, 'date' | 'start'>

const lengths = { '50': '50 minutes', '90': '90 minutes', '100': '2 × 50 minutes' }

function OfferedSlot({ slot, onTake }: { slot: Slot; onTake: (slot: Slot) => void }) {
  return (
    <button type="button" class="plain" onClick={() => onTake(slot)}>
      {shortDay(slot.date)}, {clock(slot.start)}
    </button>
  )
}

/** The first time tomorrow or later at which nothing of the instructor's is booked. */
function firstSlot(school: School, instructorId: string, today: string): Slot {
  const date = addDays(today, 1)
  const plan = {
    studentId: school.students[0]?.id ?? '',
    instructorId,
    vehicleId: null,
    kind: 'driving' as const,
    minutes: 50,
  }
  return nextFreeTime(school, { ...plan, date, start: 8 * 60 }) ?? { date, start: 8 * 60 }
}

function readPlan(values: FormData): LessonPlan {
  return {
    studentId: textOf(values, 'student'),
    instructorId: textOf(values, 'instructor'),
    vehicleId: textOf(values, 'vehicle') || null,
    kind: choiceOf(values, 'kind', lessonKinds),
    date: textOf(values, 'date'),
    start: minutesOf(textOf(values, 'start')) ?? 0,
    minutes: Number(textOf(values, 'minutes')),
  }
}

function namesOf(list: readonly { id: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(list.map(({ id, name }) => [id, name]))
}
