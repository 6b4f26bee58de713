// Loads a video when somebody wants to see it, and nothing of its host before.
for (const box of document.querySelectorAll('.video')) {
  const [button, player] = [box.querySelector('button'), box.querySelector('template')]
  if (!button || !player) continue
  button.hidden = false
  button.onclick = () => {
    box.replaceChildren(document.importNode(player.content, true))
    box.querySelector<HTMLElement>('iframe, video')?.focus()
  }
}
