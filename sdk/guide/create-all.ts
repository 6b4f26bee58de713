import { hide } from '../decide/rule.ts'
import type { Weigh } from '../decide/rule.ts'
import { kinds } from '../kinds.ts'
import type { Behaviour, Kind, Kinds } from '../kinds.ts'
import { readHere } from '../help/read-here.ts'
import type { StageOptions } from '../ui/stage.ts'
import { createGuide as createOthers, createHereWithSteps } from './create-pages.ts'
import { weighHelp } from './weigh-help.ts'

/** All the rules there are, where there is a help panel: nothing comes up while it is read. */
export const createGuide = (options: StageOptions & Parameters<typeof readHere>[0], onMoved: () => void): Kinds => {
  readHere(options)
  const here = createHereWithSteps(options, onMoved)
  const others = Object.entries({ ...kinds, ...createOthers(options, onMoved, here) }) as [Kind, Behaviour][]
  const patient = others.map(([kind, behaviour]) => [
    kind,
    behaviour.interrupts ? { ...behaviour, weigh: unlessReading(behaviour.weigh) } : behaviour,
  ])
  return { ...(Object.fromEntries(patient) as Kinds), help: { weigh: here(weighHelp(options)), many: true } }
}

const unlessReading =
  (weigh: Weigh): Weigh =>
  (state, situation) =>
    weigh(state, situation).map(({ rules, ...rest }) => ({
      ...rest,
      rules: [[situation.onShow.includes('help'), hide('help is open')], ...rules],
    }))
