import type { Hit } from '../../search/query/open-search.ts'
import type { Texts } from '../i18n/en.ts'
import { fill, fillPlural } from '../i18n/fill.ts'

/** What came of a search, in a sentence. */
export function sayHits(
  hits: readonly Hit[],
  {
    query,
    locale,
    texts,
  }: { query: string; locale: string; texts: Pick<Texts, 'noResult' | 'resultCount' | 'relaxedCount'> },
): string {
  if (hits.length === 0) return fill(texts.noResult, { query })
  const forms = hits[0]?.isComplete ? texts.resultCount : texts.relaxedCount
  return fillPlural(forms, { locale, count: hits.length, query })
}
