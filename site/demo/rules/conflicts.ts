import type { Lesson, School } from '../data/school.ts'
import { addDays, clock, longWeekday, weekday } from './dates.ts'

/** Teaching hours, in minutes after midnight. */
export const dayStart = 7 * 60
export const dayEnd = 20 * 60

/** A lesson that is about to be booked. */
export type LessonPlan = Omit<Lesson, 'id'>

/** Why a lesson cannot take place as planned, in a sentence; null where nothing stands in its way. */
export function findConflict(school: School, plan: LessonPlan): string | null {
  const { start, minutes } = plan
  if (start < dayStart || start + minutes > dayEnd) {
    return `Lessons take place between ${clock(dayStart)} and ${clock(dayEnd)}.`
  }
  const instructor = nameIn(school.people, plan.instructorId)
  const hours = school.availability[plan.instructorId]
  if (!hours?.days.includes(weekday(plan.date))) return `${instructor} does not teach on ${longWeekday(plan.date)}s.`
  if (start < hours.from || start + minutes > hours.to) {
    return `${instructor} teaches from ${clock(hours.from)} to ${clock(hours.to)}.`
  }
  for (const lesson of school.lessons) {
    if (lesson.date !== plan.date || lesson.start >= start + minutes || lesson.start + lesson.minutes <= start) continue
    const time = `from ${clock(lesson.start)} to ${clock(lesson.start + lesson.minutes)}`
    if (lesson.studentId === plan.studentId)
      return `${nameIn(school.students, plan.studentId)} already has a lesson ${time}.`
    if (lesson.instructorId === plan.instructorId) {
      return `${instructor} already teaches ${nameIn(school.students, lesson.studentId)} ${time}.`
    }
    if (plan.vehicleId !== null && lesson.vehicleId === plan.vehicleId) {
      return `${nameIn(school.vehicles, plan.vehicleId)} is already on the road ${time}.`
    }
  }
  return null
}

/** The first time from a day on that a lesson fits, within four weeks; null where none does. */
export function nextFreeTime(school: School, plan: LessonPlan): Pick<Lesson, 'date' | 'start'> | null {
  for (let days = 0; days < 28; days++) {
    const date = addDays(plan.date, days)
    for (let start = days === 0 ? plan.start : dayStart; start + plan.minutes <= dayEnd; start += 30) {
      if (findConflict(school, { ...plan, date, start }) === null) return { date, start }
    }
  }
  return null
}

function nameIn(list: readonly { id: string; name: string }[], id: string): string {
  return list.find((entry) => entry.id === id)?.name ?? 'Somebody'
}
