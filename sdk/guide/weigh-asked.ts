import { hide, show } from '../decide/rule.ts'
import { weighSurveys } from '../survey/weigh-surveys.ts'
import { matchesUrl } from './matches-url.ts'
import { startRules } from './start-rules.ts'
import type { WeighThere } from './start-rules.ts'

/** When a survey is asked: on its page, where it has one, and where it waits for no event, since that was reached. */
export const weighAsked: WeighThere = (state, situation) =>
  state.surveys.flatMap((survey) => {
    const { definition, eligible, reason, remind } = survey
    const { id, trigger } = definition
    return weighSurveys({ ...state, surveys: [survey] }, situation).map(({ rules, ...rest }) => ({
      ...rest,
      rules:
        trigger && !trigger.event && remind !== 'now'
          ? [[situation.begun === id, show('begun')], [!eligible, hide(reason)], ...startRules(trigger, situation)]
          : [...rules, [!!trigger?.url && !matchesUrl(trigger.url, situation.url), hide('other page')]],
    }))
  })
