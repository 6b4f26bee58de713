import type { Texts } from '../i18n/en.ts'
import { element, type Element, type ElementVisitor } from './element.ts'

type Kind = keyof Texts['article']['callouts']

/** Opening words of a blockquote that make it a callout, by kind. */
const openings: Partial<Record<Kind, RegExp>> = {
  note: /^\s*(note|info|remarque|hinweis|nota)\b/iu,
  tip: /^\s*(tip|good to know|conseil|astuce|bon à savoir|tipp|consejo)\b/iu,
  warning: /^\s*(warning|careful|caution|attention|important|achtung|atención)\b/iu,
}

/** What GitHub makes an alert: `[!NOTE]` alone on the first line. */
const alert = /^\s*\[!(note|tip|important|warning|caution)\][ \t]*(\n|$)/i

/** Blockquotes say what kind of remark they are: by their opening word, or as alerts of GitHub do. */
export const callouts = (labels: Record<Kind, string>): ElementVisitor => ({
  filter: ['blockquote'],
  visit(node, context) {
    const text = context.textContent(node)
    const alertKind = alert.exec(text)?.[1]?.toLowerCase() as Kind | undefined
    const kind = alertKind ?? (Object.keys(openings) as Kind[]).find((name) => openings[name]?.test(text))
    context.setProperty(node, 'className', ['callout', `callout-${kind ?? 'note'}`])
    if (kind === undefined) return
    context.setProperty(node, 'role', 'note')
    context.setProperty(node, 'ariaLabel', labels[kind])
    if (alertKind === undefined) return
    const title = element('p', { className: ['callout-title'] }, labels[kind])
    context.setProperty(node, 'children', [title, ...withoutMark(node)])
  },
})

/** The remark without `[!NOTE]`, and without the paragraph that held nothing else. */
function withoutMark({ children }: Element): Element['children'] {
  const first = children.findIndex((child) => child.type === 'element')
  return children.flatMap((child, index) => {
    if (index !== first || child.type !== 'element') return [child]
    const [mark, ...rest] = child.children
    if (mark?.type !== 'text') return [child]
    const value = mark.value.replace(alert, '')
    const kept = value === '' ? rest : [{ type: 'text' as const, value }, ...rest]
    return kept.length > 0 ? [{ ...element(child.tagName, child.properties), children: kept }] : []
  })
}
