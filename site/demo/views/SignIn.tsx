import type { Demo } from '../data/demo.ts'
import { roles } from '../data/school.ts'
import type { School } from '../data/school.ts'
import { signIn, startSchool } from '../session.ts'
import { ChoiceGroup } from '../ui/ChoiceGroup.tsx'
import { Mark } from '../ui/Mark.tsx'
import { textOf, useForm } from '../ui/use-form.ts'

interface SignInProps {
  demo: Demo
  /** The school that was last open in this browser. */
  school: School | null
}

/** The way in: as somebody of the last school, or to a new one. */
export function SignIn({ demo, school }: SignInProps) {
  const people = school?.people.filter(({ invited }) => !invited) ?? []
  const form = useForm({
    submit: (values) => school && signIn(demo, { accountId: school.id, userId: textOf(values, 'person') }),
  })
  return (
    <main class="sign-in">
      <p class="brand">
        <Mark />
        Roadbook
      </p>
      <h1 tabIndex={-1}>Sign in</h1>
      {school && (
        <form {...form.props} class="card">
          <ChoiceGroup
            name="person"
            legend={`Who are you at ${school.name}?`}
            type="radio"
            choices={Object.fromEntries(
              people.map(({ id, name, role }) => [id, `${name}, ${roles[role].toLowerCase()}`]),
            )}
            chosen={people.slice(0, 1).map(({ id }) => id)}
          />
          <button class="primary">Sign in</button>
        </form>
      )}
      <p>
        Or begin again:{' '}
        <button type="button" class="plain" onClick={() => startSchool(demo)}>
          New school
        </button>
      </p>
    </main>
  )
}
