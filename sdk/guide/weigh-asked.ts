import { hide } from '../decide/rule.ts'
import { weighSurveys } from '../survey/weigh-surveys.ts'
import { matchesUrl } from './matches-url.ts'
import type { WeighThere } from './start-rules.ts'

/** When a survey is asked: on its page, where it has one. */
export const weighAsked: WeighThere = (state, situation) =>
  weighSurveys(state, situation).map(({ rules, ...rest }, index) => {
    const { url } = state.surveys[index]?.definition.trigger ?? {}
    return { ...rest, rules: [...rules, [!!url && !matchesUrl(url, situation.url), hide('other page')]] }
  })
