/** Two-letter codes of the cantons a school can be in, with their names. */
export const cantons = {
  AG: 'Aargau',
  BE: 'Bern',
  BS: 'Basel-Stadt',
  FR: 'Fribourg',
  GE: 'Geneva',
  GR: 'Grisons',
  JU: 'Jura',
  LU: 'Lucerne',
  NE: 'Neuchâtel',
  SG: 'St. Gallen',
  SO: 'Solothurn',
  TI: 'Ticino',
  VD: 'Vaud',
  VS: 'Valais',
  ZG: 'Zug',
  ZH: 'Zurich',
} as const

/** The school's logo is its initials on one of these colours. */
export const colours = {
  none: 'No logo',
  blue: 'Lake blue',
  green: 'Meadow',
  red: 'Signal red',
  violet: 'Alpine violet',
} as const

/** Licence categories that a school can teach. */
export const categories = { B: 'Car', A1: 'Light motorcycle', A: 'Motorcycle', BE: 'Car with trailer' } as const

/** What somebody does at a school. */
export const roles = { owner: 'Owner', instructor: 'Instructor', office: 'Office' } as const

export type Canton = keyof typeof cantons
export type Colour = keyof typeof colours
export type Category = keyof typeof categories
export type Role = keyof typeof roles

/** Somebody who works at the school. Who was invited and has not been here yet is `invited`. */
export interface Person {
  id: string
  name: string
  email: string
  role: Role
  invited: boolean
}

export interface Vehicle {
  id: string
  name: string
  plate: string
  category: Category
  transmission: Transmission
}

export const transmissions = { manual: 'Manual', automatic: 'Automatic' } as const
export type Transmission = keyof typeof transmissions

export interface Student {
  id: string
  name: string
  email: string
  category: Category
  /** How far each skill is, 0 to 3, by the skill's name. */
  skills: Record<string, number>
}

/** A lesson. `start` counts minutes from midnight, so that no time zone can move it. */
export interface Lesson {
  id: string
  studentId: string
  instructorId: string
  vehicleId: string | null
  kind: LessonKind
  date: string
  start: number
  minutes: number
}

/** What a lesson teaches. */
export const lessonKinds = { driving: 'Driving', theory: 'Theory', vku: 'Traffic course (VKU)' } as const
export type LessonKind = keyof typeof lessonKinds

export interface Invoice {
  id: string
  number: string
  studentId: string
  description: string
  lessons: number
  /** CHF for one lesson. */
  price: number
  status: 'draft' | 'sent' | 'paid'
  dueOn: string | null
  method: PaymentMethod | null
}

/** How a student paid. */
export const paymentMethods = { qr: 'QR-bill', twint: 'TWINT', card: 'Card', cash: 'Cash' } as const
export type PaymentMethod = keyof typeof paymentMethods

/** What a request to the support team is about. */
export const topics = {
  planning: 'Planning',
  invoicing: 'Invoicing',
  students: 'Students',
  other: 'Something else',
} as const
export type Topic = keyof typeof topics

/** How badly something is missing, from nothing works to a question. */
export const severities = {
  P0: 'Nothing works',
  P1: 'Something important does not work',
  P2: 'Something is in the way',
  P3: 'I have a question',
} as const
export type Severity = keyof typeof severities

export interface SupportRequest {
  id: string
  topic: Topic
  severity: Severity
  subject: string
  status: 'open' | 'closed'
  openedAt: string
}

/** Kinds of payment reference on a Swiss QR-bill. */
export const referenceKinds = { qr: 'QR reference', creditor: 'Creditor reference', none: 'No reference' } as const
export type ReferenceKind = keyof typeof referenceKinds

export interface PaymentDetails {
  iban: string
  reference: ReferenceKind
  termDays: number
}

/** Working hours: weekdays (1 is Monday), and from when to when, in minutes after midnight. */
export interface Availability {
  days: number[]
  from: number
  to: number
}

/** The five steps of setting up, in order. */
export type SetupStep = 'school' | 'team' | 'vehicles' | 'payments' | 'go-live'

/** Everything that Roadbook keeps about one school. */
export interface School {
  id: string
  name: string
  canton: Canton
  colour: Colour
  plan: 'starter' | 'pro' | 'enterprise'
  mrr: number
  contractEndsAt: string
  categories: Category[]
  payments: PaymentDetails | null
  /** When each step of setting up was first done. */
  done: Partial<Record<SetupStep, string>>
  people: Person[]
  vehicles: Vehicle[]
  students: Student[]
  lessons: Lesson[]
  invoices: Invoice[]
  requests: SupportRequest[]
  /** When each person teaches, by their id. */
  availability: Record<string, Availability>
}
