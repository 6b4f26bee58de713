import { fold } from '../text/fold.ts'

/** The name that most writers give the file of an article with a title: then it need not be said. */
export const slugOfTitle = (title: string): string =>
  fold(title)
    .replace(/['’"“”]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
