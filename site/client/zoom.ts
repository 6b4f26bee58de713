const dialog = document.querySelector<HTMLDialogElement>('.enlarged')
const button = document.querySelector<HTMLTemplateElement>('template[data-zoom]')

/** Offers to enlarge a picture that is markedly wider than its column. One in a link is left to the link. */
function offer(picture: HTMLImageElement): void {
  if (picture.naturalWidth < picture.clientWidth * 1.25 || picture.closest('a')) return
  const frame = document.createElement('span')
  frame.className = 'zoomable'
  picture.replaceWith(frame)
  frame.append(picture, button?.content.cloneNode(true) ?? '')
  frame.onclick = () => {
    dialog?.replaceChildren(dialog.children[0] ?? '', picture.cloneNode())
    dialog?.showModal()
  }
}

for (const picture of document.querySelectorAll<HTMLImageElement>('.prose img')) {
  if (picture.complete) offer(picture)
  else picture.onload = () => offer(picture)
}

// Whatever is pressed closes it again.
if (dialog) dialog.onclick = () => dialog.close()
