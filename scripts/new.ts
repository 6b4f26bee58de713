import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BuildError } from './build-error.ts'
import { newArticle } from './content/new-article.ts'
import { explainError } from './serve/explain-error.ts'

const usage = 'npm run new -- "Book a lesson" --category planning [--locale fr] [--slug book-a-lesson]'

try {
  const { values, positionals } = readArguments()
  const [title, ...rest] = positionals
  if (title === undefined || rest.length > 0 || values.category === undefined) {
    throw new BuildError(`Give a title in quotes and a category: ${usage}`)
  }
  const { category, locale, slug } = values
  console.log(newArticle({ root: join(import.meta.dirname, '..'), title, category, locale, slug }))
} catch (error) {
  console.error(explainError(error))
  process.exitCode = 1
}

function readArguments() {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ allowPositionals: true, options: { category: text, locale: text, slug: text } })
  } catch (error) {
    throw new BuildError(`${(error as Error).message}\n${usage}`)
  }
}
