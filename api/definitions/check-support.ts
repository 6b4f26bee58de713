import type { Support } from '../../content/support-schema.ts'
import { inMinutes, severityNames } from '../../content/support-times.ts'
import type { DefinitionProblem, YamlFile } from './read-yaml.ts'
import { missingTranslations } from './translations.ts'

/** Finds plans that two tiers promise something to, people whom none does, and solutions that are due before an answer. */
export function checkSupport(file: YamlFile<Support>): DefinitionProblem[] {
  const { tiers } = file.value
  // The name of a plan is the same in every language.
  const problems = missingTranslations(file).filter(({ path }) => !/^tiers\[\d+\]\.title$/.test(path))
  if (tiers.filter((tier) => tier.default).length !== 1) {
    problems.push(
      file.problem(
        ['tiers'],
        'Not exactly one tier is the default.',
        'Write "default: true" at the one tier of people who are not known.',
      ),
    )
  }
  tiers.forEach((tier, index) => {
    const others = tiers.slice(0, index)
    if (others.some(({ id }) => id === tier.id)) {
      problems.push(
        file.problem(['tiers', index, 'id'], `The id "${tier.id}" is used twice.`, 'Give each tier an id of its own.'),
      )
    }
    tier.plans.forEach((plan, place) => {
      if (!others.some(({ plans }) => plans.includes(plan))) return
      const detail = `Two tiers are for the plan "${plan}".`
      problems.push(file.problem(['tiers', index, 'plans', place], detail, 'Name a plan in one tier only.'))
    })
    for (const severity of severityNames) {
      const { firstResponse, resolution } = tier.times[severity]
      if (inMinutes(resolution) >= inMinutes(firstResponse)) continue
      problems.push(
        file.problem(
          ['tiers', index, 'times', severity, 'resolution'],
          'It is to be solved before anybody has answered.',
          'Give the resolution at least as long as the first response.',
        ),
      )
    }
  })
  return problems
}
