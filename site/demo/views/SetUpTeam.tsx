import { cairn } from '../cairn.ts'
import { newId } from '../data/new-id.ts'
import { roles } from '../data/school.ts'
import type { Person } from '../data/school.ts'
import { hrefOf } from '../routes.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { Status } from '../ui/Status.tsx'
import { TextField } from '../ui/TextField.tsx'
import { choiceOf, textOf, useForm } from '../ui/use-form.ts'
import type { FieldErrors } from '../ui/use-form.ts'
import { useRoadbook } from '../ui/use-roadbook.ts'

/** Second step: invite the people who teach and keep the office. */
export function SetUpTeam() {
  const { school, change, notify } = useRoadbook()
  const form = useForm({
    resetOn: school.people.length,
    check: (values) => checkInvitation(textOf(values, 'email'), school.people),
    submit(values) {
      const email = textOf(values, 'email')
      const role = choiceOf(values, 'role', roles)
      const invited: Person = { id: newId('person'), name: nameFrom(email), email, role, invited: true }
      change((before) => ({
        ...before,
        people: [...before.people, invited],
        done: { ...before.done, team: new Date().toISOString() },
      }))
      cairn('track', 'team_invited', { role, invitations: 1 })
      notify({
        text: `Invitation sent to ${email}.`,
        link: { href: hrefOf('setup', 'vehicles'), text: 'Next: add your vehicles' },
      })
    },
  })
  const suggestion = school.people.some(({ email }) => email === firstColleague) ? '' : firstColleague
  return (
    <>
      <form {...form.props} class="card">
        <h2>Invite somebody</h2>
        <TextField
          name="email"
          label="Email"
          type="email"
          value={suggestion}
          error={form.errors['email']}
          autocomplete="off"
        />
        <SelectField
          name="role"
          label="Role"
          choices={roles}
          value="office"
          hint="Instructors see their own calendar and students, the office sees everything."
        />
        <button class="primary">Send invitation</button>
      </form>
      <section class="card" aria-labelledby="team-title">
        <h2 id="team-title">Your team</h2>
        <ul class="rows">
          {school.people.map((person) => (
            <li key={person.id}>
              <span>
                <strong>{person.name}</strong>
                <small>{person.email}</small>
              </span>
              <Status tone={person.invited ? 'busy' : 'quiet'}>
                {person.invited ? 'Invited' : roles[person.role]}
              </Status>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

const firstColleague = 'nina.graf@linden.example'

function checkInvitation(email: string, people: readonly Person[]): FieldErrors {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return { email: 'Enter an email address such as name@school.ch.' }
  return people.some((person) => person.email === email) ? { email: 'This person is in your team already.' } : {}
}

/** `Nina Graf` for nina.graf@linden.example. */
function nameFrom(email: string): string {
  const words =
    email
      .split('@')[0]
      ?.split(/[._-]+/)
      .filter(Boolean) ?? []
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
}
