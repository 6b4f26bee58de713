const spoken = document.querySelector<HTMLElement>('[data-spoken]')

/** Copies what is pressed: a block of code, or the link to a heading, which then works as a link besides. */
async function copyPressed({ target }: Event): Promise<void> {
  const pressed = target instanceof Element && target.closest<HTMLElement>('.anchor, .copy')
  if (!pressed) return
  const isLink = pressed instanceof HTMLAnchorElement
  const text = isLink ? pressed.href : pressed.parentElement?.querySelector('code')?.textContent
  await navigator.clipboard.writeText(text ?? '')
  const say = (words = ''): void => {
    pressed.classList.toggle('copied', words !== '')
    spoken?.replaceChildren(words)
  }
  say(isLink ? spoken?.dataset.link : spoken?.dataset.code)
  // Said again, the same words are only heard when they come anew.
  setTimeout(say, 2000)
}

// Browsers keep the clipboard from pages that are served without encryption; there, a link is still a link.
if (isSecureContext) {
  const button = document.querySelector<HTMLTemplateElement>('template[data-copy]')
  for (const block of document.querySelectorAll('.code')) block.append(button?.content.cloneNode(true) ?? '')
  document.addEventListener('click', (event) => void copyPressed(event))
}
