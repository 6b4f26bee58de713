import type { ProgramView } from '../../api/contract/definitions.ts'
import { milestoneWords } from '../i18n/milestone-words.ts'
import { wordsFor } from '../i18n/words.ts'
import { CloseButton } from '../ui/close-button.tsx'
import { Stones } from '../ui/stones.tsx'
import { Confetti } from './confetti.tsx'

/** A celebration. It says itself and does not ask for attention. */
export const Milestone = ({
  milestone,
  locale,
  isSaid,
  onClose,
}: {
  milestone: ProgramView['milestones'][number]
  locale: string
  isSaid: boolean
  onClose: () => void
}) => (
  <div class="milestone" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
    <Confetti />
    <div class="card">
      <div role="status" aria-labelledby={isSaid ? 'reached' : undefined}>
        {isSaid && (
          <>
            <Stones laid={3} all={3} />
            <div>
              <h2 id="reached">{milestone.title}</h2>
              {milestone.celebration && <p>{milestone.celebration}</p>}
            </div>
          </>
        )}
      </div>
      <CloseButton label={wordsFor(milestoneWords, locale).close} onClick={onClose} />
    </div>
  </div>
)
