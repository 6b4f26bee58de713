import { useState } from 'preact/hooks'
import { addDays, longDay, mondayOf, planningMonday } from '../rules/dates.ts'
import { Page } from '../ui/Page.tsx'
import { useRoadbook } from '../ui/use-roadbook.ts'
import { BookLesson } from './BookLesson.tsx'
import { SetAvailability } from './SetAvailability.tsx'
import { WeekView } from './WeekView.tsx'

/** The calendar of a week, and the form that puts lessons into it. */
export function Planning() {
  const { today } = useRoadbook()
  const [monday, setMonday] = useState(planningMonday(today))
  return (
    <Page title="Planning" lead="Who drives with whom, when, and in which car.">
      <BookLesson onBooked={(date) => setMonday(mondayOf(date))} />
      <section class="card" aria-labelledby="week-title">
        <div class="week-head">
          <h2 id="week-title" aria-live="polite">
            Week of {longDay(monday)}
          </h2>
          <div class="buttons">
            <button type="button" onClick={() => setMonday(addDays(monday, -7))}>
              Previous week
            </button>
            <button type="button" onClick={() => setMonday(mondayOf(today))}>
              This week
            </button>
            <button type="button" onClick={() => setMonday(addDays(monday, 7))}>
              Next week
            </button>
          </div>
        </div>
        <WeekView monday={monday} />
      </section>
      <SetAvailability />
    </Page>
  )
}
