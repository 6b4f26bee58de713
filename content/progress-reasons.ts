import type { Progress, ProgressProgram } from './progress.ts'

const dayInMilliseconds = 86_400_000

/**
 * Why a program is said to be where it is, in plain sentences. Apart from `progress`, because a browser shows how far
 * one is and never says why.
 *
 * @param result - What `progress` says of this program with the same times.
 * @example
 * ```ts
 * progressReasons(program, progress(program, completed, times), times)
 * ```
 */
export function progressReasons(
  program: ProgressProgram,
  { status, nextStep, completedSteps, completedAt }: Progress,
  { startedAt, now }: { startedAt: string; now: string },
): string[] {
  const required = program.steps.filter((step) => step.required)
  const counted = required.length > 0 ? required : program.steps
  const done = counted.filter(({ id }) => completedSteps.some((step) => step.id === id)).length
  const reasons = [
    `${done} of ${counted.length} ${required.length > 0 ? 'required steps' : 'steps (none is required)'} completed.`,
  ]
  const next = program.steps.find(({ id }) => id === nextStep)
  if (next) reasons.push(`Next is "${next.id}", which ${next.completesOn.event} completes.`)
  if (completedAt) reasons.push(`The last of them was completed at ${completedAt}.`)
  if (status === 'stalled') {
    const lastMove = completedSteps.reduce((last, { at }) => (Date.parse(at) > Date.parse(last) ? at : last), startedAt)
    const idleDays = Math.floor((Date.parse(now) - Date.parse(lastMove)) / dayInMilliseconds)
    reasons.push(
      `Nothing was completed for ${idleDays} days, since ${lastMove}; from ${program.stalledAfterDays} it is stalled.`,
    )
  }
  return reasons
}
