/** An article as its page has it. */
export interface LoadedArticle {
  id: string
  locale: string
  title: string
  /** The language of its words, where it is another than that of the page. */
  lang: string | null
  dir: string | null
  /** Its words, in a document of which nothing runs. */
  body: Element
}

const longest = 20_000

/**
 * Loads the page of an article. A request can parse a page without a sink that Trusted Types guard, and in a document of
 * a request no script runs and no picture is loaded.
 */
export const loadArticle = (address: string): Promise<LoadedArticle> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const fail = () => {
      reject(new Error(`${address}: no article, ${request.status}`))
    }
    request.open('GET', address)
    request.responseType = 'document'
    request.timeout = longest
    request.onerror = request.ontimeout = fail
    request.onload = () => {
      const page = request.responseXML?.querySelector<HTMLElement>('[data-article]')
      const article = page?.querySelector('article')
      const [title, body] = [article?.querySelector('h1'), article?.querySelector('.prose')]
      const { article: id, locale } = page?.dataset ?? {}
      if (!article || !title || !body || !id || !locale) {
        fail()
        return
      }
      resolve({
        ...{ id, locale, title: title.textContent, body },
        lang: article.getAttribute('lang'),
        dir: article.getAttribute('dir'),
      })
    }
    request.send()
  })
