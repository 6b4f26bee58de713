import type { Kinds } from '../kinds.ts'
import type { StageOptions } from '../ui/stage.ts'
import { createGuide as createOthers } from './create-guide.ts'
import { createHere } from './create-here.ts'
import { weighAsked } from './weigh-asked.ts'

/** The guide where surveys depend on the page too, which few do. */
export const createGuide = (options: StageOptions, onMoved: () => void): Kinds => {
  const here = createHere(options.environment, onMoved)
  return { ...createOthers(options, () => {}), survey: { weigh: here(weighAsked), interrupts: true } }
}
