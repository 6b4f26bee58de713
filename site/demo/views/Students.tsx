import { categories } from '../data/school.ts'
import type { Student } from '../data/school.ts'
import { hrefOf } from '../routes.ts'
import { Page } from '../ui/Page.tsx'
import { useRoadbook } from '../ui/use-roadbook.ts'
import { CreateStudent } from './CreateStudent.tsx'
import { ImportStudents } from './ImportStudents.tsx'

/** Everybody who learns at the school, and the ways to add somebody. */
export function Students() {
  const { school } = useRoadbook()
  return (
    <Page title="Students" lead="Everybody who learns with you, and how far they are.">
      <div class="split">
        <div>
          <CreateStudent />
          <ImportStudents />
        </div>
        <section class="card" aria-labelledby="students-title">
          <h2 id="students-title">
            Your students <span class="count">{school.students.length}</span>
          </h2>
          <div class="scroll" tabIndex={0} role="group" aria-labelledby="students-title">
            <table>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col" class="wide-only">
                    Category
                  </th>
                  <th scope="col">Lessons</th>
                  <th scope="col">Progress</th>
                </tr>
              </thead>
              <tbody>
                {school.students.map((student) => (
                  <tr key={student.id}>
                    <th scope="row">
                      <a href={hrefOf('students', student.id)}>{student.name}</a>
                      <small>{student.email}</small>
                    </th>
                    <td class="wide-only">
                      {student.category} <small>{categories[student.category]}</small>
                    </td>
                    <td class="figures">{school.lessons.filter(({ studentId }) => studentId === student.id).length}</td>
                    <td class="figures">{share(student)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      </div>
    </Page>
  )
}

/** How much of the way is done: levels reached of levels there are. */
function share({ skills }: Student): string {
  const levels = Object.values(skills)
  const reached = levels.reduce((sum, level) => sum + level, 0)
  return `${Math.round((100 * reached) / Math.max(1, 3 * levels.length))} %`
}
