import { cairn } from '../cairn.ts'
import { categories } from '../data/school.ts'
import { hrefOf } from '../routes.ts'
import { clock, shortDay } from '../rules/dates.ts'
import { Page } from '../ui/Page.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { textOf, useForm } from '../ui/use-form.ts'
import { useRoadbook } from '../ui/use-roadbook.ts'

const levels = { '0': 'Not started', '1': 'Introduced', '2': 'With help', '3': 'On their own' }

/** One student: what they have learned, and their lessons. */
export function StudentDetail({ id }: { id: string }) {
  const { school, change, notify } = useRoadbook()
  const student = school.students.find((each) => each.id === id)
  const form = useForm({
    submit(values) {
      if (!student) return
      const skills = Object.fromEntries(
        Object.keys(student.skills).map((skill) => [skill, Number(textOf(values, skill))]),
      )
      const marked = Object.entries(skills).filter(([skill, level]) => level !== student.skills[skill])
      change((before) => ({
        ...before,
        students: before.students.map((each) => (each.id === id ? { ...each, skills } : each)),
      }))
      for (const [skill, level] of marked) cairn('track', 'progression_updated', { skill, level })
      notify({ text: marked.length === 0 ? 'Nothing has changed.' : `Progress of ${student.name} saved.` })
    },
  })
  if (!student) {
    return (
      <Page title="No such student" lead="This student is not at your school. The link may be of another one.">
        <p>
          <a href={hrefOf('students')}>See all students</a>
        </p>
      </Page>
    )
  }
  const lessons = school.lessons.filter(({ studentId }) => studentId === id)
  return (
    <Page
      title={student.name}
      lead={`Category ${student.category} (${categories[student.category].toLowerCase()}) · ${student.email}`}
      aside={<a href={hrefOf('students')}>All students</a>}
    >
      <div class="split">
        <form {...form.props} class="card">
          <h2>Progression</h2>
          {Object.entries(student.skills).map(([skill, level]) => (
            <SelectField key={skill} name={skill} label={skill} choices={levels} value={String(level)} />
          ))}
          <button class="primary">Save progress</button>
        </form>
        <section class="card" aria-labelledby="lessons-title">
          <h2 id="lessons-title">Lessons</h2>
          {lessons.length === 0 ? (
            <p class="empty">
              No lesson yet. <a href={hrefOf('planning')}>Book the first one</a>
            </p>
          ) : (
            <ul class="rows">
              {lessons.map((lesson) => (
                <li key={lesson.id}>
                  <span>
                    <strong>{shortDay(lesson.date)}</strong>
                    <small>{school.people.find(({ id: person }) => person === lesson.instructorId)?.name}</small>
                  </span>
                  <span class="figures">
                    {clock(lesson.start)}–{clock(lesson.start + lesson.minutes)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </Page>
  )
}
