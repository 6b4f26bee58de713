import type { ProgramView } from '../../api/contract/definitions.ts'
import { milestoneWords } from '../i18n/milestone-words.ts'
import type { Translation } from '../i18n/translation.ts'
import { closeButton, onEscape } from '../ui/closing.ts'
import { el } from '../ui/element.ts'
import { stones } from '../ui/stones.ts'
import { confetti } from './confetti.ts'
import { keepsakes } from './keepsakes.ts'

/** A celebration. It says itself and does not ask for attention. */
export const milestone = ({
  definition,
  translation,
  isSaid,
  name,
  onSave,
  onClose,
}: {
  definition: ProgramView['milestones'][number]
  translation: Translation | undefined
  isSaid: boolean
  name: string
  onSave: () => void
  onClose: () => void
}): HTMLElement => {
  const { title, celebration, certificate, share } = definition
  const words = translation?.milestone ?? milestoneWords
  return el(
    'div',
    { class: 'milestone', onkeydown: onEscape(onClose) },
    confetti(),
    el(
      'div',
      { class: 'card' },
      stones(3, 3),
      el(
        'div',
        { class: 'words', role: 'status', 'aria-label': isSaid && title },
        isSaid && el('h2', null, title),
        isSaid && celebration && el('p', null, celebration),
      ),
      closeButton(words.close, onClose),
      (certificate ?? share) && keepsakes(definition, { words, name, onSave }),
    ),
  )
}
