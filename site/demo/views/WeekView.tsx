import type { Lesson } from '../data/school.ts'
import { lessonKinds } from '../data/school.ts'
import { dayEnd, dayStart } from '../rules/conflicts.ts'
import { addDays, clock, shortDay } from '../rules/dates.ts'
import { lanes } from '../rules/lanes.ts'
import { useRoadbook } from '../ui/use-roadbook.ts'

/** Rows of the calendar are five minutes high, and begin with the teaching hours. */
const rowMinutes = 5

/** Monday to Saturday with their lessons: a grid by the hour, a plain list on a phone. */
export function WeekView({ monday }: { monday: string }) {
  const { school, today } = useRoadbook()
  const days = [0, 1, 2, 3, 4, 5].map((offset) => addDays(monday, offset))
  const hours = Array.from({ length: (dayEnd - dayStart) / 60 }, (_, index) => dayStart + index * 60)
  return (
    <div class="week" data-cairn="week">
      <div class="hours" aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} style={{ gridRow: rowOf(hour) }}>
            {clock(hour)}
          </span>
        ))}
      </div>
      {days.map((day) => (
        <section key={day} class={day === today ? 'day today' : 'day'} aria-label={shortDay(day)}>
          <h3>{shortDay(day)}</h3>
          <ul>
            {lanes(school.lessons.filter(({ date }) => date === day)).map(({ lesson, lane }) => (
              <LessonBlock key={lesson.id} lesson={lesson} lane={lane} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function LessonBlock({ lesson, lane }: { lesson: Lesson; lane: number }) {
  const { school } = useRoadbook()
  const instructor = school.people.findIndex(({ id }) => id === lesson.instructorId)
  const vehicle = school.vehicles.find(({ id }) => id === lesson.vehicleId)
  const rows = Math.ceil(lesson.minutes / rowMinutes)
  return (
    <li
      class={`lesson person-${instructor % 3}`}
      style={{ gridRow: `${rowOf(lesson.start)} / span ${rows}`, gridColumn: lane }}
    >
      <span class="figures">
        {clock(lesson.start)}
        <span class="to">–{clock(lesson.start + lesson.minutes)}</span>
      </span>
      <strong>{school.students.find(({ id }) => id === lesson.studentId)?.name}</strong>
      <small>
        {school.people[instructor]?.name}
        {vehicle && `, ${vehicle.name}`}
        {lesson.kind !== 'driving' && `, ${lessonKinds[lesson.kind]}`}
      </small>
    </li>
  )
}

function rowOf(minutes: number): number {
  return (minutes - dayStart) / rowMinutes + 1
}
