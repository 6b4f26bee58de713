import { humanize } from '../format/humanize.ts'

const defaultLocale = 'en'

/** Where the help center shows an article: `planning/holidays` is `/help/planning/holidays/`, in French under `/fr/`. */
export const articleLink = (article: string, locale: string): string => {
  const path = article.split('/').map(encodeURIComponent).join('/')
  return locale === defaultLocale ? `/help/${path}/` : `/${encodeURIComponent(locale)}/help/${path}/`
}

/** An article's name as read from its id: the title itself is not known here. */
export const articleName = (article: string): { category: string | null; name: string } => {
  const parts = article.split('/')
  const slug = parts.pop() ?? article
  return {
    category: parts.length === 0 ? null : humanize(parts.join(' / ').replaceAll('-', ' ')),
    name: humanize(slug),
  }
}
