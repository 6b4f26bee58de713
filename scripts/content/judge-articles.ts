import { formatProblem } from '../../api/definitions/load.ts'
import { countOf } from '../count-of.ts'
import type { ContentProblem } from './check-content.ts'

/** What a build says of the articles: what it lives with, and what it cannot be made from; null where there is nothing. */
export function judgeArticles(problems: readonly ContentProblem[]): {
  warnings: string | null
  refusal: string | null
} {
  const fatal = problems.filter(({ severity }) => severity === 'fatal')
  const others = problems.filter(({ severity }) => severity !== 'fatal')
  return {
    warnings: written(
      `${countOf(others.length, 'flaw')} in the articles, which the build leaves to "npm run check":`,
      others,
    ),
    refusal: written('The help center cannot be built until this is corrected:', fatal),
  }
}

/** As many as fit on a screen: a build is no place to read thousands. */
const mostWritten = 20

function written(heading: string, problems: readonly ContentProblem[]): string | null {
  if (problems.length === 0) return null
  const lines = problems.slice(0, mostWritten).map((problem) => `  ${formatProblem(problem)}`)
  const more = problems.length - lines.length
  return [heading, ...lines, ...(more > 0 ? [`  … and ${more} more: npm run content:check lists them all.`] : [])].join(
    '\n',
  )
}
