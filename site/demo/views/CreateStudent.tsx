import { cairn } from '../cairn.ts'
import { newId } from '../data/new-id.ts'
import { nextStudent } from '../data/next-student.ts'
import { emailName, newSkills } from '../data/sample-school.ts'
import { categories } from '../data/school.ts'
import type { Student } from '../data/school.ts'
import { hrefOf } from '../routes.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { choiceOf, missing, textOf, useForm } from '../ui/use-form.ts'
import { useRoadbook } from '../ui/use-roadbook.ts'

/** Adds one student by hand. */
export function CreateStudent() {
  const { school, change, notify } = useRoadbook()
  const name = nextStudent(school.students)
  const form = useForm({
    resetOn: school.students.length,
    check(values) {
      const errors = missing(values, { name: 'Enter the student’s name.', email: 'Enter an email address.' })
      const email = textOf(values, 'email')
      if (email !== '' && !email.includes('@')) errors['email'] = 'Enter an email address such as name@mail.ch.'
      return errors
    },
    submit(values) {
      const student: Student = {
        id: newId('student'),
        name: textOf(values, 'name'),
        email: textOf(values, 'email'),
        category: choiceOf(values, 'category', categories),
        skills: newSkills(),
      }
      change((before) => ({ ...before, students: [student, ...before.students] }))
      cairn('track', 'student_created', { category: student.category })
      notify({ text: `${student.name} is now a student.`, link: { href: hrefOf('planning'), text: 'Book a lesson' } })
    },
  })
  return (
    <form {...form.props} class="card">
      <h2>New student</h2>
      <TextField name="name" label="Name" value={name} error={form.errors['name']} autocomplete="off" />
      <TextField
        name="email"
        label="Email"
        type="email"
        value={name && `${emailName(name)}@mail.example`}
        error={form.errors['email']}
        autocomplete="off"
      />
      <SelectField name="category" label="Learns for category" choices={categoryNames} />
      <button class="primary">Create student</button>
    </form>
  )
}

const categoryNames = Object.fromEntries(Object.entries(categories).map(([id, title]) => [id, `${id} · ${title}`]))
