import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { defaultLocale, localeTag, slugOf } from '../../content/article-address.ts'
import { BuildError } from '../build-error.ts'
import { readArticle } from './read-article.ts'

const folder = 'content/articles'
const formats = ['md', 'mdx'] as const

const outline = `
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
 * Writes the beginning of an article: an outline or, where it is a translation, the original.
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
  const pathIn = (language: string, format: string) => `${folder}/${language}/${category}/${slug}.${format}`
  const isThere = (path: string) => existsSync(join(root, path))
  for (const format of formats) {
    const taken = pathIn(locale, format)
    if (isThere(taken)) {
      throw new BuildError(`${taken} is there already. Edit it, or give the new article another --slug.`)
    }
  }
  const format = formats.find((each) => isThere(pathIn(defaultLocale, each)))
  const { frontMatter, body } = format
    ? readArticle(readFileSync(join(root, pathIn(defaultLocale, format)), 'utf8'), format)
    : { frontMatter: { description: 'One sentence for search results.' }, body: `\n${outline}` }
  const path = pathIn(locale, format ?? 'md')
  mkdirSync(dirname(join(root, path)), { recursive: true })
  const front = stringify({ ...Object(frontMatter), title }, { lineWidth: 0 })
  // Until there are pictures in the language, those of the original are shown.
  const text = body.replaceAll('](./', `](../../${defaultLocale}/${category}/`)
  writeFileSync(join(root, path), `---\n${front}---${text}`)
  return path
}
