import type { ProgramView } from '../../api/contract/definitions.ts'
import type { MilestoneWords } from '../i18n/milestone-words.ts'
import { el } from '../ui/element.ts'
import { instead } from '../ui/instead.ts'

/** What a milestone leaves one with: a certificate in one's name, something to share. */
export const keepsakes = (
  { certificate, share }: Pick<ProgramView['milestones'][number], 'certificate' | 'share'>,
  { words, name, onSave }: { words: MilestoneWords; name: string; onSave: () => void },
): HTMLElement =>
  el(
    'form',
    { class: 'keepsakes' },
    certificate && [
      el('label', { for: 'holder' }, words.name),
      el('input', {
        ...{ id: 'holder', name: 'name', autocomplete: 'name', required: true, value: name },
        // More than spaces.
        ...{ maxlength: 80, pattern: '.*\\S.*' },
      }),
      el('button', { class: 'button', onclick: instead(onSave) }, words.save),
    ],
    share &&
      el(
        'a',
        {
          ...{ href: share.url, target: '_blank', rel: 'noopener', class: certificate ? 'shows' : 'button' },
          onclick: (event: Event) => {
            // Where the device has a dialog for it; elsewhere the page that is shared opens.
            if (!('share' in navigator)) return
            event.preventDefault()
            const url = new URL(share.url, location.href).href
            navigator.share({ text: share.text, url }).catch(() => {
              // Whoever closes the dialog has changed their mind.
            })
          },
        },
        words.share,
      ),
  )
