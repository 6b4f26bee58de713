import { join } from 'node:path'
import { formatProblem } from '../api/definitions/load.ts'
import { checkContent } from './content/check-content.ts'
import { checkUpkeep } from './content/check-upkeep.ts'
import { countOf } from './count-of.ts'

const root = join(import.meta.dirname, '..')
const problems = [...checkContent({ root }), ...(await checkUpkeep({ root }))]
const warnings = problems.filter(({ severity }) => severity === 'warning').length
const errors = problems.length - warnings

for (const problem of problems) {
  console.log(`${formatProblem(problem)}${problem.severity === 'warning' ? ' (a warning)' : ''}`)
}
console.log(`${countOf(errors, 'problem')}, ${countOf(warnings, 'warning')} in content/ and surveys/.`)
if (errors > 0) process.exitCode = 1
