import { articleAt, articleUrl } from '../../content/article-address.ts'
import type { Scene } from '../ui/part.ts'
import type { Stop } from './desk.ts'

/** An article among the places of the panel. */
export type ArticleStop = Stop & { view: 'article' }

type Where = Pick<Scene, 'api' | 'state'>

/** Where the pages of the help center are: where the server says, else where it is asked. */
export const siteOf = ({ api, state }: Where): string => state()?.help.url ?? api

/** The page of an article. */
export const pageOf = ({ locale, id }: ArticleStop, where: Where): string => siteOf(where) + articleUrl(locale, id)

/** The article of this help center that an address leads to; null where it leads elsewhere. */
export const articleOf = (address: string, where: Where): ReturnType<typeof articleAt> => {
  const root = [where.api, siteOf(where)].find((each) => address.startsWith(`${each}/`))
  return root === undefined ? null : articleAt(address.slice(root.length))
}
