/** What of a program decides about progress. A definition and the program as served both fit. */
export interface ProgressProgram {
  readonly steps: readonly {
    readonly id: string
    readonly required: boolean
    readonly completesOn: { readonly event: string }
  }[]
  readonly milestones: readonly { readonly id: string; readonly criteria: readonly string[] }[]
  readonly stalledAfterDays: number
}

/** A step or milestone that was reached, and when. */
export interface Reached {
  id: string
  at: string
}

/** How far a program has got. `progressReasons` says why. */
export interface Progress {
  status: 'not_started' | 'in_progress' | 'stalled' | 'completed'
  /** 0 to 100, whole; 100 only when every counted step is completed. */
  progress: number
  /** Id of the step to do next; null when none is left. */
  nextStep: string | null
  completedSteps: Reached[]
  milestones: Reached[]
  completedAt: string | null
}

const allRequiredStepsCompleted = 'all_required_steps_completed'
const dayInMilliseconds = 86_400_000

/**
 * How far an account has got in a program, from the events it has sent.
 *
 * - Required steps count; where a program has none, all of them do (for progress, the next step, completion and
 *   `all_required_steps_completed` alike). Percentages are rounded half up, and stay at 99 until the last step.
 * - The next step is the first incomplete one in the program's order, whatever was done last.
 * - `at` is the time of the event itself, so an event from before the enrolment counts, with its own time. One event
 *   completes every step that names it. Of equal times the one written first is kept.
 * - Steps and milestones come in the program's order, not in the order of time.
 * - Stalled means that `stalledAfterDays` times 24 hours have fully passed (reaching them is enough) since the latest
 *   completed step, optional ones included, or since the start if that is later. A program nobody has begun can stall;
 *   a completed one cannot.
 * - Every event of `completed` counts, even one later than `now` (device clocks differ): leave out what lies after
 *   `now` to see a past date.
 *
 * @param completed - Time of the first occurrence of each event, ISO 8601, by event name.
 * @example
 * ```ts
 * progress(program, new Map([['team_invited', '2026-03-02T08:00:00.000Z']]), { startedAt, now }).nextStep
 * ```
 */
export function progress(
  program: ProgressProgram,
  completed: ReadonlyMap<string, string>,
  { startedAt, now }: { startedAt: string; now: string },
): Progress {
  const { isCompleted, counted, done, ...shown } = stepsDone(program, completed)
  const completedAt = isCompleted
    ? latestOf(countedSteps(program).map((step) => completed.get(step.completesOn.event)))
    : null

  const timeOf = (criterion: string) =>
    criterion === allRequiredStepsCompleted ? (completedAt ?? undefined) : completed.get(criterion)
  const milestones = program.milestones.flatMap(({ id, criteria }) => reached(id, latestOf(criteria.map(timeOf))))

  const lastMove = latestOf([startedAt, ...shown.completedSteps.map((step) => step.at)]) ?? startedAt
  const idleDays = Math.floor((Date.parse(now) - Date.parse(lastMove)) / dayInMilliseconds)
  const status = isCompleted
    ? 'completed'
    : idleDays >= program.stalledAfterDays
      ? 'stalled'
      : shown.completedSteps.length > 0
        ? 'in_progress'
        : 'not_started'

  return { status, ...shown, milestones, completedAt }
}

/** What of `progress` a checklist shows, for those who download it: the steps alone, by the same rules. */
export function stepsDone(
  program: Pick<ProgressProgram, 'steps'>,
  completed: ReadonlyMap<string, string>,
): Pick<Progress, 'progress' | 'nextStep' | 'completedSteps'> & {
  isCompleted: boolean
  counted: number
  done: number
} {
  const counted = countedSteps(program)
  const left = counted.filter((step) => !completed.has(step.completesOn.event))
  const done = counted.length - left.length
  const isCompleted = done > 0 && left.length === 0
  return {
    isCompleted,
    counted: counted.length,
    done,
    progress: isCompleted ? 100 : Math.min(99, Math.round((100 * done) / Math.max(1, counted.length))),
    nextStep: left[0]?.id ?? null,
    completedSteps: program.steps.flatMap(({ id, completesOn }) => reached(id, completed.get(completesOn.event))),
  }
}

function countedSteps({ steps }: Pick<ProgressProgram, 'steps'>): ProgressProgram['steps'] {
  const required = steps.filter((step) => step.required)
  return required.length > 0 ? required : steps
}

function reached(id: string, at: string | null | undefined): Reached[] {
  return at ? [{ id, at }] : []
}

/** The latest of the times; null where one of them is missing or there is none. */
function latestOf(times: readonly (string | undefined)[]): string | null {
  let latest: string | null = null
  for (const time of times) {
    if (time === undefined) return null
    if (latest === null || Date.parse(time) > Date.parse(latest)) latest = time
  }
  return latest
}
