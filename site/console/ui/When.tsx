import { exactTime } from '../format/exact-time.ts'
import { relativeTime } from '../format/relative-time.ts'
import { useConsole } from '../state/console-context.ts'

/** A moment as time gone by; the exact one shows on hover. */
export const When = ({ at }: { at: string }) => {
  const { now } = useConsole()
  return (
    <time class="when" dateTime={at} title={exactTime(at)}>
      {relativeTime(at, now())}
    </time>
  )
}
