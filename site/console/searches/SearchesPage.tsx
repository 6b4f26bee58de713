import { languageName } from '../../i18n/language-name.ts'
import { filterQuery, searchLists } from '../routes.ts'
import type { SearchesFilter } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { useAnnouncedCount } from '../state/use-announced-count.ts'
import { usePages } from '../state/use-pages.ts'
import type { Navigation } from '../state/use-route.ts'
import { Choice } from '../ui/Choice.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { emptyLists, listTitles } from './search-words.ts'
import { SearchesTable } from './SearchesTable.tsx'

interface SearchesPageProps {
  filter: SearchesFilter
  navigation: Navigation
  takeFocus: boolean
}

/** What people look for in the help center, and what they do not find. */
export const SearchesPage = ({ filter, navigation, takeFocus }: SearchesPageProps) => {
  const { client, articles } = useConsole()
  const pages = usePages(`searches?${filterQuery(filter)}`, (request, signal) =>
    client.searchInsights(filter, request, signal),
  )
  const locales = [...new Set(Object.keys(articles).map((id) => id.split('/')[0] ?? ''))]
  const show = (next: SearchesFilter): void => navigation.go({ page: 'searches', filter: next }, 'replace')

  useAnnouncedCount(pages, 'search', 'searches')

  return (
    <>
      <PageHead
        title="Searches"
        takeFocus={takeFocus}
        lead="What people looked for in the help center in the last 30 days, and what they did not find."
      />
      <search class="filters">
        <Choice
          id="filter-show"
          label="Which"
          value={filter.show}
          options={searchLists.map((list) => [list, listTitles[list]])}
          choose={(chosen) => show({ ...filter, show: searchLists.find((list) => list === chosen) ?? filter.show })}
        />
        <Choice
          id="filter-locale"
          label="Language"
          any="All languages"
          value={filter.locale}
          options={locales.map((locale) => [locale, languageName(locale, 'en')])}
          choose={(locale) => show({ ...filter, locale })}
        />
      </search>
      <PagedList
        pages={pages}
        empty={
          <div class="panel empty">
            <h2>{emptyLists[filter.show]}</h2>
            <p>
              Searches of the help center appear here, without anything about who made them. What nothing is found for
              is an article to write, or a word to add to one.
            </p>
          </div>
        }
      >
        {(rows) => (
          <>
            <SearchesTable rows={rows} />
            <LoadMore pages={pages} what="searches" />
            <p class="definition">
              A search counts when somebody stops typing for a second or opens something. “Opened” is the share of
              searches after which something was opened, with its 95&nbsp;% interval.
            </p>
          </>
        )}
      </PagedList>
    </>
  )
}
