import { escapeHtml } from '../escape-html.ts'

/** What was sent with the contact form, and the fields of it that are wrong. */
export interface SentForm {
  values: { subject: string; message: string; email: string; severity: string }
  wrong: readonly string[]
}

/**
 * The contact page as built, with what was sent in its fields and a word at those that are wrong: for browsers without
 * JavaScript. The page has the places for it, marked by `data-` attributes, so that its texts are in one place.
 */
export function fillForm(html: string, { values, wrong }: SentForm): string {
  const fill = (page: string, from: string, to: string) => page.replace(from, () => to)
  let filled = html
  for (const name of ['subject', 'email'] as const) {
    filled = fill(filled, `data-field="${name}"`, `data-field="${name}" value="${escapeHtml(values[name])}"`)
  }
  filled = filled.replace(
    /(<textarea[^>]*data-field="message"[^>]*>)/,
    // A line break right behind the tag is not part of the text.
    (tag) => `${tag}\n${escapeHtml(values.message)}`,
  )
  filled = filled.replace(/ checked(?:="")?(?=[^>]*data-severity)/, '')
  filled = fill(
    filled,
    `data-severity="${escapeHtml(values.severity)}"`,
    `data-severity="${escapeHtml(values.severity)}" checked`,
  )
  for (const name of wrong) {
    filled = fill(filled, `data-field="${name}"`, `data-field="${name}" aria-invalid="true"`)
    filled = fill(filled, `data-error="${name}" hidden`, `data-error="${name}"`)
  }
  return fill(filled, 'data-summary hidden', 'data-summary')
}
