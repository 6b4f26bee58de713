import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { defaultLocale, localeTag, slugOf } from '../../content/article-address.ts'
import { BuildError } from '../build-error.ts'

const folder = 'content/articles'

const body = `
Say in a sentence or two what this is for.

## Before you start

- What somebody needs to have or to know.

## Do it

1. Open **…** and choose **…**.
2. What they see when it has worked.

## If it does not work

- **What they see.** What to do about it.
`

/**
 * Writes the beginning of an article.
 *
 * @param options.slug - The last part of its address; a translation has that of the original. By default from the title.
 * @returns the path of the file, from the root.
 * @throws BuildError that says what to give instead.
 */
export function newArticle(options: {
  root: string
  title: string
  category: string
  locale?: string | undefined
  slug?: string | undefined
}): string {
  const { root, category, locale = defaultLocale } = options
  const title = options.title.trim()
  if (title === '') throw new BuildError('An article needs a title: npm run new -- "Book a lesson" --category planning')
  if (!localeTag.test(locale)) throw new BuildError(`“${locale}” is no language tag. Use one such as en or pt-BR.`)
  const known = [
    ...new Set(globSync(`${folder}/*/*/`, { cwd: root }).map((path) => path.split(/[\\/]/)[3] ?? '')),
  ].sort()
  if (!known.includes(category)) {
    const there = known.length > 0 ? `There are ${known.join(', ')}.` : 'There are none yet.'
    throw new BuildError(
      `There is no category “${category}”. ${there} To begin one, make its folder: mkdir -p ${folder}/${locale}/${category}`,
    )
  }
  // Letters without their accents are typed and told more easily in an address.
  const slug = slugOf((options.slug ?? title).normalize('NFD').replace(/\p{M}/gu, ''))
  if (slug === '') throw new BuildError(`“${title}” has no letters for an address. Give one: --slug book-a-lesson`)
  const path = `${folder}/${locale}/${category}/${slug}.md`
  for (const taken of [path, `${path}x`]) {
    if (existsSync(join(root, taken))) {
      throw new BuildError(`${taken} is there already. Edit it, or give the new article another --slug.`)
    }
  }
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(
    join(root, path),
    `---\n${stringify({ title, description: 'One sentence for search results.' })}---\n${body}`,
  )
  return path
}
