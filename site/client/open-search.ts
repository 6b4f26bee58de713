/** A button, `/` and Ctrl-K or ⌘-K lead to the search: to the dialog, or to the field of a page that has one itself. */
const field = document.querySelector<HTMLInputElement>('[data-search-field]')
const searchDialog = field?.closest('dialog')
/** The style and the script of the dialog, until they are taken out. */
const parts = searchDialog?.querySelector('template')?.content

/** Opened at once, so that no letter is lost; where its script cannot be loaded, the page of the search takes over. */
function open(event: Event): void {
  event.preventDefault()
  searchDialog?.showModal()
  field?.focus()
  field?.select()
  const script = parts?.querySelector('script')
  if (parts && script) {
    script.onerror = () => field?.form?.submit()
    document.head.append(parts)
  }
}

document.addEventListener('keydown', (event) => {
  const isTyping = (event.target as Element).matches('input,textarea')
  if (event.ctrlKey || event.metaKey ? event.key === 'k' : event.key === '/' && !isTyping) open(event)
})

document.querySelector('.open-search')?.addEventListener('submit', open)
