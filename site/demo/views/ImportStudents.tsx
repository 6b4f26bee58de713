import { useState } from 'preact/hooks'
import { cairn } from '../cairn.ts'
import { newId } from '../data/new-id.ts'
import { newSkills } from '../data/sample-school.ts'
import type { Student } from '../data/school.ts'
import { readStudentList } from '../rules/read-student-list.ts'
import { Field } from '../ui/Field.tsx'
import { textOf, useForm } from '../ui/use-form.ts'
import { useRoadbook } from '../ui/use-roadbook.ts'

/** Adds a whole class at once, from lines of a spreadsheet. */
export function ImportStudents() {
  const { change, notify } = useRoadbook()
  const [imports, setImports] = useState(0)
  const form = useForm({
    resetOn: imports,
    check(values) {
      const { problem } = readStudentList(textOf(values, 'lines'))
      return problem === null ? {} : { lines: problem }
    },
    submit(values) {
      const students = readStudentList(textOf(values, 'lines')).students.map((line): Student => ({
        ...line,
        id: newId('student'),
        category: 'B',
        skills: newSkills(),
      }))
      change((before) => ({ ...before, students: [...students, ...before.students] }))
      cairn('track', 'students_imported', { count: students.length })
      setImports(imports + 1)
      notify({ text: students.length === 1 ? '1 student imported.' : `${students.length} students imported.` })
    },
  })
  return (
    <details class="card fold">
      <summary>Import from a spreadsheet</summary>
      <form {...form.props}>
        <Field label="Students" hint="One a line: name, email" error={form.errors['lines']}>
          {(control) => <textarea {...control} name="lines" rows={4} defaultValue={sample} />}
        </Field>
        <button class="primary">Import students</button>
      </form>
    </details>
  )
}

const sample =
  'Anna Moser, anna.moser@mail.example\nBen Egger, ben.egger@mail.example\nChiara Conti, chiara.conti@mail.example'
