import type { Lesson } from '../data/school.ts'

/** A day's lessons by time, each with the lane in which it overlaps no other (1 is the first). */
export function lanes(lessons: readonly Lesson[]): { lesson: Lesson; lane: number }[] {
  const ends: number[] = []
  return [...lessons]
    .sort((a, b) => a.start - b.start || a.id.localeCompare(b.id))
    .map((lesson) => {
      const free = ends.findIndex((end) => end <= lesson.start)
      const lane = free === -1 ? ends.length : free
      ends[lane] = lesson.start + lesson.minutes
      return { lesson, lane: lane + 1 }
    })
}
