import { addDays, planningMonday } from '../rules/dates.ts'
import type { Lesson, Person, School, Student } from './school.ts'

interface SampleOptions {
  accountId: string
  /** Who comes in first: becomes Mia, the owner, unless the id is a Jonas. */
  userId: string
  today: string
}

/** What a school looks like on its first day with Roadbook: a few students and lessons, nothing set up. */
export function sampleSchool({ accountId, userId, today }: SampleOptions): School {
  const key = accountId.replace(/^school_/, '')
  const firstIsJonas = userId.startsWith('jonas')
  const mia = person(firstIsJonas ? `mia_${key}` : userId, 'Mia Keller', 'owner')
  const jonas = person(firstIsJonas ? userId : `jonas_${key}`, 'Jonas Frei', 'instructor')
  return {
    id: accountId,
    name: 'Linden Driving School',
    canton: 'BE',
    colour: 'blue',
    plan: 'pro',
    mrr: 149,
    contractEndsAt: addDays(today, 300),
    categories: ['B'],
    payments: null,
    done: {},
    people: [mia, jonas],
    vehicles: [],
    students: [
      student('s1', 'Lea Brunner', 2),
      student('s2', 'Noah Wyss', 1),
      student('s3', 'Elif Demir', 3),
      student('s4', 'Luca Rossi', 0),
    ],
    lessons: firstLessons(today, mia.id, jonas.id),
    invoices: [
      {
        id: 'i2',
        number: '1002',
        studentId: 's1',
        description: 'Driving lessons, category B',
        lessons: 2,
        price: 95,
        status: 'draft',
        dueOn: null,
        method: null,
      },
      {
        id: 'i1',
        number: '1001',
        studentId: 's3',
        description: 'Driving lessons, category B',
        lessons: 4,
        price: 95,
        status: 'paid',
        dueOn: addDays(today, -3),
        method: 'twint',
      },
    ],
    requests: [],
    availability: {
      [mia.id]: { days: [1, 2, 4], from: 9 * 60, to: 18 * 60 },
      [jonas.id]: { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 18 * 60 },
    },
  }
}

function person(id: string, name: string, role: Person['role']): Person {
  return { id, name, email: `${emailName(name)}@linden.example`, role, invited: false }
}

function student(id: string, name: string, level: number): Student {
  const skills = { Basics: Math.min(3, level + 1), Manoeuvres: level, Traffic: Math.max(0, level - 1) }
  return { id, name, email: `${emailName(name)}@mail.example`, category: 'B', skills }
}

/** The skills of somebody who has just begun. */
export function newSkills(): Student['skills'] {
  return { Basics: 0, Manoeuvres: 0, Traffic: 0 }
}

/** `Lea Brunner` as it stands before the @. */
export function emailName(name: string): string {
  return name.toLowerCase().replace(/\s+/g, '.')
}

function firstLessons(today: string, mia: string, jonas: string): Lesson[] {
  const monday = planningMonday(today)
  const rows: [day: number, hour: number, student: string, instructor: string][] = [
    [0, 9, 's1', jonas],
    [0, 14, 's2', mia],
    [1, 10, 's3', jonas],
    [1, 10, 's4', mia],
    [2, 16, 's2', jonas],
    [3, 8, 's1', jonas],
    [4, 13, 's4', jonas],
    [7, 9, 's3', jonas],
  ]
  return rows.map(([day, hour, studentId, instructorId], index) => ({
    id: `l${index + 1}`,
    studentId,
    instructorId,
    vehicleId: null,
    kind: 'driving',
    date: addDays(monday, day),
    start: hour * 60,
    minutes: 50,
  }))
}
