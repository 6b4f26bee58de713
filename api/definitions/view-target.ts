import type { Target } from '../../content/guidance-schema.ts'
import { localise } from '../../content/localise.ts'
import type { TargetView } from '../contract/guidance.ts'

/** A target as served: the ways to find it, in order, with its words in one language. */
export function viewTarget(target: Target, locale: string): TargetView {
  if (typeof target === 'string') return { selectors: [target], text: null }
  const { cairn, css, text } = target
  return {
    selectors: [...(cairn === undefined ? [] : [`[data-cairn=${JSON.stringify(cairn)}]`]), ...(css ? [css] : [])],
    text: text === undefined ? null : localise(text, locale),
  }
}
