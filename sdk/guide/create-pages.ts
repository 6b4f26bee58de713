import type { WeighThere } from './start-rules.ts'
import { weighChecklists } from '../checklist/weigh-checklists.ts'
import { hide } from '../decide/rule.ts'
import type { Kinds } from '../kinds.ts'
import type { StageOptions } from '../ui/stage.ts'
import { createGuide as createOthers } from './create-guide.ts'
import { createHere } from './create-here.ts'
import type { Here } from './create-here.ts'
import { matchesUrl } from './matches-url.ts'
import { watchSteps } from './watch-steps.ts'
import { weighAsked } from './weigh-asked.ts'

/** The guide where surveys, checklists or their steps depend on the page too, as few do. */
export const createGuide = (
  options: StageOptions,
  onMoved: () => void,
  here = createHereWithSteps(options, onMoved),
): Kinds => ({
  ...createOthers(options, onMoved, here),
  checklist: { weigh: here(weighChecklistsThere) },
  survey: { weigh: here(weighAsked), interrupts: true },
})

/** The same as `createHere`, where steps are completed by pages too. */
export const createHereWithSteps = (options: StageOptions, onMoved: () => void): Here => {
  const look = watchSteps(options)
  return createHere(options.environment, () => {
    look()
    onMoved()
  })
}

/** When a checklist is shown: on its pages, where it has some. */
const weighChecklistsThere: WeighThere = (state, situation) =>
  weighChecklists(state, situation).map((weighed, index) => {
    const { urls = [] } = state.programs[index]?.definition ?? {}
    const isElsewhere = urls.length > 0 && !urls.some((page) => matchesUrl(page, situation.url))
    return { ...weighed, rules: [[isElsewhere, hide('other page')], ...weighed.rules] }
  })
