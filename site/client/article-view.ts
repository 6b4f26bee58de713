/** Counts that an article was opened. Says which article and in which language, and nothing about the reader. */
function countView(): void {
  const { article, locale } = document.querySelector<HTMLElement>('[data-article]')?.dataset ?? {}
  if (article && locale) navigator.sendBeacon('/v1/article-views', JSON.stringify({ article, locale }))
}

// A page that the browser prepares ahead has not been opened yet.
if ((document as Document & { prerendering?: boolean }).prerendering) {
  document.addEventListener('prerenderingchange', countView, { once: true })
} else {
  countView()
}
