/** Makes tabs of sections that follow each other: their headings become the tabs, what is below each its panel. */
function makeTabs(group: Element): void {
  const list = document.createElement('div')
  const tabs: HTMLElement[] = []
  const panels: HTMLElement[] = []
  let level: string | undefined
  let selected = 0

  const select = (chosen: number): void => {
    selected = chosen
    panels.forEach((panel, index) => {
      panel.hidden = index !== chosen
      const tab = tabs[index]
      if (!tab) return
      tab.ariaSelected = String(index === chosen)
      tab.tabIndex = index === chosen ? 0 : -1
    })
  }

  for (const part of [...group.children]) {
    const heading = part.className === 'heading' && part.firstElementChild
    if (heading && heading.tagName === (level ??= heading.tagName)) {
      const [tab, panel] = [document.createElement('button'), document.createElement('div')]
      const index = tabs.push(tab) - 1
      panels.push(panel)
      tab.role = 'tab'
      tab.onclick = () => select(index)
      tab.textContent = panel.ariaLabel = heading.textContent
      panel.role = 'tabpanel'
      panel.tabIndex = 0
    }
    panels.at(-1)?.append(part)
  }

  list.role = 'tablist'
  list.append(...tabs)
  list.onkeydown = ({ key }) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[key]
    if (!step) return
    select((selected + (document.dir === 'rtl' ? -step : step) + tabs.length) % tabs.length)
    tabs[selected]?.focus()
  }

  /** An address that leads into a panel opens it. */
  const open = (): void => {
    // Compared as addresses are written: what somebody has cut short cannot be decoded.
    const index = panels.findIndex((panel) => anchorsIn(panel).some(({ hash }) => hash === location.hash))
    if (index < 0) return
    select(index)
    group.scrollIntoView()
  }
  group.append(list, ...panels)
  group.classList.add('ready')
  select(0)
  open()
  addEventListener('hashchange', open)
}

const anchorsIn = (panel: HTMLElement) => [...panel.querySelectorAll<HTMLAnchorElement>('.anchor')]

document.querySelectorAll('.tabs').forEach(makeTabs)
