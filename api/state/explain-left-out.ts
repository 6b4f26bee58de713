import type { Program } from '../../content/program-schema.ts'
import type { State } from '../contract/state.ts'
import { dayOf } from '../day.ts'
import { outsideAudience } from '../impressions/audience.ts'
import type { Services } from '../services.ts'
import { outsideAnnouncement } from './judge-guidance.ts'
import type { Viewer } from './viewer.ts'

/** The programs and announcements that a state leaves out, and why. What they say stays here: anybody may ask. */
export function explainLeftOut(
  { definitions, now }: Services,
  { viewer, account, state }: { viewer: Viewer; account: string | null; state: Pick<State, 'programs'> },
): NonNullable<State['leftOut']> {
  const today = dayOf(now())
  const isEnrolled = (id: string) => state.programs.some(({ definition }) => definition.id === id)
  return [
    ...definitions.programs
      .filter(({ id }) => !isEnrolled(id))
      .map((program) => ({
        kind: 'checklist' as const,
        id: program.id,
        reason: outsideProgram(program, { account, viewer, isNew: state.programs.length === 0 }),
      })),
    ...definitions.announcements.flatMap((announcement) => {
      const reason = outsideAnnouncement(announcement, viewer, today)
      const kind = announcement.form === 'banner' ? ('banner' as const) : ('announcement' as const)
      return reason === null ? [] : { kind, id: announcement.id, reason }
    }),
  ]
}

function outsideProgram(
  { segments, audience }: Program,
  { account, viewer, isNew }: { account: string | null; viewer: Viewer; isNew: boolean },
): string {
  const { segment } = viewer.account
  if (account === null) return 'No account is known: it is for accounts, which `group` names.'
  if (segment === undefined) return 'The account has no `segment` yet.'
  if (!segments.some((named) => named === segment)) return 'For accounts of other segments.'
  const outside = outsideAudience(audience, viewer)
  if (outside !== null) return outside
  return isNew
    ? 'The account had its segment before a program named it: its next `group` call enrols it.'
    : 'The account was enrolled before this program named its segment.'
}
