import { hrefOf } from '../routes.ts'
import { addDays, clock, shortDay } from '../rules/dates.ts'
import { chf, total } from '../rules/money.ts'
import { Page } from '../ui/Page.tsx'
import { useRoadbook } from '../ui/use-roadbook.ts'

/** The day at a glance. */
export function Dashboard() {
  const { school, person, today } = useRoadbook()
  const week = school.lessons.filter(({ date }) => date >= today && date < addDays(today, 7))
  const open = school.invoices
    .filter(({ status }) => status === 'sent')
    .reduce((sum, invoice) => sum + total(invoice), 0)
  const figures = [
    { title: 'Students', value: String(school.students.length), href: hrefOf('students') },
    { title: 'Lessons in the next 7 days', value: String(week.length), href: hrefOf('planning') },
    { title: 'To be paid', value: chf(open), href: hrefOf('invoices') },
  ]
  return (
    <Page title={`Hello, ${person.name.split(' ')[0] ?? person.name}`} lead={`${shortDay(today)} at ${school.name}`}>
      {!school.done['go-live'] && (
        <p class="card call">
          <span>
            <strong>Your school is not open for bookings yet.</strong> Half an hour of setting up, and it is.
          </span>
          <a class="button primary" href={hrefOf('setup')}>
            Continue setting up
          </a>
        </p>
      )}
      <ul class="figures-row">
        {figures.map(({ title, value, href }) => (
          <li class="card" key={title}>
            <a href={href}>{title}</a>
            <strong class="figures">{value}</strong>
          </li>
        ))}
      </ul>
      <NextLessons />
    </Page>
  )
}

function NextLessons() {
  const { school, today } = useRoadbook()
  const next = school.lessons
    .filter(({ date }) => date >= today)
    .sort((a, b) => a.date.localeCompare(b.date) || a.start - b.start)
    .slice(0, 5)
  return (
    <section class="card" aria-labelledby="next-title">
      <h2 id="next-title">Next lessons</h2>
      {next.length === 0 ? (
        <p class="empty">
          Nothing is planned. <a href={hrefOf('planning')}>Book a lesson</a>
        </p>
      ) : (
        <ul class="rows">
          {next.map((lesson) => (
            <li key={lesson.id}>
              <span>
                <strong>{school.students.find(({ id }) => id === lesson.studentId)?.name}</strong>
                <small>with {school.people.find(({ id }) => id === lesson.instructorId)?.name}</small>
              </span>
              <span class="figures">
                {shortDay(lesson.date)}, {clock(lesson.start)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
