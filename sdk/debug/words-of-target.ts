import type { TargetView } from '../../api/contract/guidance.ts'

/** An element as a definition names it. */
export const wordsOfTarget = ({ selectors, text }: TargetView): string =>
  [...selectors, ...(text ? [`“${text}”`] : [])].join(' or ')
