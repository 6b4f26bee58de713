import { join } from 'node:path'
import { formatProblem } from '../api/definitions/load.ts'
import { checkContent } from './content/check-content.ts'

const problems = checkContent({ root: join(import.meta.dirname, '..') })
const errors = problems.filter(({ isWarning }) => !isWarning)

for (const problem of problems) console.log(`${formatProblem(problem)}${problem.isWarning ? ' (a warning)' : ''}`)
console.log(`${errors.length} problems, ${problems.length - errors.length} warnings in content/ and surveys/.`)
if (errors.length > 0) process.exitCode = 1
