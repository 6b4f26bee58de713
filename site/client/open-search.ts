/** A button, `/` and Ctrl-K or ⌘-K lead to the search: to the field of a page that has one, else to the dialog. */
const field = document.querySelector<HTMLInputElement>('main [data-search-field]')
const dialog = document.querySelector<HTMLDialogElement>('.search-dialog')

/** Runs the script of the dialog, once. */
let running: Promise<unknown> | undefined

function runScript(): Promise<unknown> {
  const script = document.createElement('script')
  script.type = 'module'
  script.src = dialog?.querySelector('template')?.content.querySelector('script')?.src ?? ''
  return new Promise((resolve, reject) => {
    script.onload = resolve
    script.onerror = () => {
      running = undefined
      reject(new Error(`${script.src} could not be loaded.`))
    }
    document.head.append(script)
  })
}

/** Opened at once, so that no letter is lost; where its script cannot be loaded, the page of the search takes over. */
function open(): void {
  if (field) {
    field.focus()
    field.select()
  } else if (dialog) {
    if (!dialog.open) dialog.showModal()
    // What was typed before is there, and the next letter replaces it.
    dialog.querySelector('input')?.select()
    running ??= runScript()
    running.then(
      () => dialog.dispatchEvent(new Event('cairn-open')),
      () => dialog.querySelector('form')?.submit(),
    )
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

document.addEventListener('keydown', (event) => {
  const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
  const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  if (!isSlash && !isK) return
  event.preventDefault()
  open()
})

document.querySelector('[data-search-form]')?.addEventListener('submit', (event) => {
  event.preventDefault()
  open()
})
