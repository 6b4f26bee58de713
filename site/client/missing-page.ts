import { prepareSearch } from '../../search/query/prepare-search.ts'
import { articleUrl } from '../../content/article-address.ts'
import { hitTitle } from '../search/hit-title.ts'
import { wordsOfPath } from './words-of-path.ts'

/** Looks for what the address that was asked for says. Where that fails there is still the field. */
async function offerClosest(locale: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('[data-search-field]')
  const list = document.querySelector<HTMLElement>('[data-closest]')
  const template = document.querySelector<HTMLTemplateElement>('template[data-hit]')
  const words = wordsOfPath(location.pathname, locale)
  if (!field || !list || !template || words === '') return
  field.value = words
  const { hits } = await (await prepareSearch(locale)()).find(words)
  const texts = { inEnglish: list.dataset['inEnglish'] ?? '' }
  for (const hit of hits.slice(0, 5)) {
    const item = template.content.cloneNode(true) as DocumentFragment
    const link = item.querySelector('a')
    link?.setAttribute('href', articleUrl(locale, hit.id))
    link?.append(...hitTitle(hit, texts))
    item.querySelector('p')?.append(hit.category)
    list.append(item)
  }
  list.hidden = hits.length === 0
}

await offerClosest(document.documentElement.lang).finally(() => {
  document.body.dataset.ready = ''
})
