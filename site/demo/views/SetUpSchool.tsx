import { cairn } from '../cairn.ts'
import { cantons, colours } from '../data/school.ts'
import { describeSchool } from '../introduce.ts'
import { hrefOf } from '../routes.ts'
import { ChoiceGroup } from '../ui/ChoiceGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { choiceOf, missing, textOf, useForm } from '../ui/use-form.ts'
import { useRoadbook } from '../ui/use-roadbook.ts'

/** First step: the school's name, logo and canton. */
export function SetUpSchool() {
  const { school, change, notify } = useRoadbook()
  const form = useForm({
    check: (values) => missing(values, { name: 'Enter the name of your school.' }),
    submit(values) {
      const profile = {
        name: textOf(values, 'name'),
        canton: choiceOf(values, 'canton', cantons),
        colour: choiceOf(values, 'colour', colours),
      }
      const done = { ...school.done, school: new Date().toISOString() }
      change((before) => ({ ...before, ...profile, done }))
      describeSchool({ ...school, ...profile })
      cairn('track', 'school_profile_completed', { canton: profile.canton, hasLogo: profile.colour !== 'none' })
      notify({ text: 'School saved.', link: { href: hrefOf('setup', 'team'), text: 'Next: invite your team' } })
    },
  })
  return (
    <form {...form.props} class="card">
      <h2>Your school</h2>
      <TextField
        name="name"
        label="School name"
        value={school.name}
        error={form.errors['name']}
        hint="As it stands on your sign and your invoices."
        autocomplete="organization"
      />
      <SelectField name="canton" label="Canton" choices={cantons} value={school.canton} />
      <ChoiceGroup
        name="colour"
        legend="Logo"
        type="radio"
        choices={colours}
        chosen={[school.colour]}
        hint="Your initials on this colour, until you upload a picture."
        swatch
      />
      <button class="primary">Save school</button>
    </form>
  )
}
