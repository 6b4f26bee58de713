import { cairn } from '../cairn.ts'
import { newId } from '../data/new-id.ts'
import { categories, transmissions } from '../data/school.ts'
import type { Vehicle } from '../data/school.ts'
import { hrefOf } from '../routes.ts'
import { ChoiceGroup } from '../ui/ChoiceGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { choiceOf, missing, textOf, useForm } from '../ui/use-form.ts'
import type { FieldErrors } from '../ui/use-form.ts'
import { useRoadbook } from '../ui/use-roadbook.ts'

/** Third step: what the school teaches, and on which vehicles. */
export function SetUpVehicles() {
  const { school, change, notify } = useRoadbook()
  const form = useForm({
    resetOn: school.vehicles.length,
    check: (values) => checkVehicle(values, school.vehicles),
    submit(values) {
      const vehicle: Vehicle = {
        id: newId('vehicle'),
        name: textOf(values, 'name'),
        plate: textOf(values, 'plate').toUpperCase(),
        category: choiceOf(values, 'category', categories),
        transmission: choiceOf(values, 'transmission', transmissions),
      }
      const taught = values.getAll('taught')
      change((before) => ({
        ...before,
        categories: (Object.keys(categories) as Vehicle['category'][]).filter((category) => taught.includes(category)),
        vehicles: [...before.vehicles, vehicle],
        done: { ...before.done, vehicles: new Date().toISOString() },
      }))
      cairn('track', 'vehicle_added', { category: vehicle.category, transmission: vehicle.transmission })
      notify({
        text: `${vehicle.name} added.`,
        link: { href: hrefOf('setup', 'payments'), text: 'Next: say where you are paid' },
      })
    },
  })
  return (
    <>
      <form {...form.props} class="card">
        <h2>Categories and vehicles</h2>
        <ChoiceGroup
          name="taught"
          legend="Licence categories you teach"
          type="checkbox"
          choices={Object.fromEntries(Object.entries(categories).map(([id, title]) => [id, `${id} · ${title}`]))}
          chosen={school.categories}
          error={form.errors['taught']}
        />
        <div class="fields roomy">
          <TextField
            name="name"
            label="Vehicle"
            value={school.vehicles.length === 0 ? 'VW Golf' : 'Toyota Yaris'}
            error={form.errors['name']}
          />
          <TextField
            name="plate"
            label="Number plate"
            value={`${school.canton} ${248_610 + school.vehicles.length}`}
            error={form.errors['plate']}
          />
          <SelectField name="category" label="For category" choices={categories} />
          <SelectField name="transmission" label="Transmission" choices={transmissions} />
        </div>
        <button class="primary">Add vehicle</button>
      </form>
      <section class="card" aria-labelledby="vehicles-title">
        <h2 id="vehicles-title">Your vehicles</h2>
        {school.vehicles.length === 0 ? (
          <p class="empty">No vehicle yet. Add the first one, and no car is ever booked twice.</p>
        ) : (
          <ul class="rows">
            {school.vehicles.map((vehicle) => (
              <li key={vehicle.id}>
                <span>
                  <strong>{vehicle.name}</strong>
                  <small>{transmissions[vehicle.transmission]}</small>
                </span>
                <span class="plate">{vehicle.plate}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function checkVehicle(values: FormData, vehicles: readonly Vehicle[]): FieldErrors {
  const errors = missing(values, { name: 'Enter what the vehicle is called.', plate: 'Enter the number plate.' })
  const plate = textOf(values, 'plate').toUpperCase()
  if (plate !== '' && !/^[A-Z]{2} ?\d{1,6}$/.test(plate))
    errors['plate'] = 'A plate is a canton and up to six digits: BE 248610.'
  else if (vehicles.some((vehicle) => vehicle.plate === plate))
    errors['plate'] = 'You have a vehicle with this plate already.'
  if (!values.has('taught')) errors['taught'] = 'Choose at least one category.'
  return errors
}
