import type { ProgramView } from '../../../api/contract/definitions.ts'
import type { Enrolment } from '../../../api/contract/onboarding.ts'
import { humanize } from '../format/humanize.ts'
import { useConsole } from '../state/console-context.ts'
import { useResource } from '../state/use-resource.ts'
import type { Resource } from '../state/use-resource.ts'
import { Bar } from '../ui/Bar.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { milestonesOf, stepsOf } from './program-steps.ts'
import type { StepRow } from './program-steps.ts'

const statuses: Record<Enrolment['status'], string> = {
  not_started: 'Not started',
  in_progress: 'In progress',
  stalled: 'Stalled',
  completed: 'Completed',
}

/** How far the account has come in each program that it is enrolled in. */
export const OnboardingPanel = ({ enrolments }: { enrolments: Resource<{ data: Enrolment[] }> }) => {
  const { client } = useConsole()
  const programs = useResource('programs', (signal) => client.programs(signal))
  // Without the definitions there are still ids and times, so their absence hides nothing.
  const waiting = enrolments.data === null || (programs.data === null && programs.error === null)
  const definitions = programs.data?.data ?? []

  return (
    <Panel
      title="Onboarding"
      lines={8}
      waiting={waiting}
      error={enrolments.error ?? programs.error}
      retry={enrolments.error ? enrolments.retry : programs.retry}
    >
      {enrolments.data?.data.length === 0 && (
        <p class="muted">
          Not enrolled. An account is enrolled when its <code>segment</code> is first known, in the program that names
          that segment.
        </p>
      )}
      {enrolments.data?.data.map((enrolment) => (
        <Program
          key={enrolment.program}
          enrolment={enrolment}
          program={definitions.find(({ id: program }) => program === enrolment.program)}
        />
      ))}
    </Panel>
  )
}

const Program = ({ enrolment, program }: { enrolment: Enrolment; program: ProgramView | undefined }) => {
  const title = program?.title ?? humanize(enrolment.program)
  const milestones = milestonesOf(enrolment, program)
  return (
    <div class="program">
      <div class="program-head">
        <h3>{title}</h3>
        <p>
          <strong>{enrolment.progress} %</strong>{' '}
          <span class={`status status-${enrolment.status}`}>{statuses[enrolment.status]}</span>
        </p>
      </div>
      <div
        role="progressbar"
        aria-label={`Progress of ${title}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={enrolment.progress}
      >
        <Bar parts={[{ share: enrolment.progress / 100, class: 'bar-fill' }]} />
      </div>
      <p class="definition">
        {definition(program)} Enrolled <When at={enrolment.startedAt} />
        {enrolment.completedAt && (
          <>
            , completed <When at={enrolment.completedAt} />
          </>
        )}
        .
      </p>
      <ol role="list" class="steps">
        {stepsOf(enrolment, program).map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
      {milestones.length > 0 && (
        <>
          <h4>Milestones</h4>
          <ul role="list" class="steps">
            {milestones.map((milestone) => (
              <li key={milestone.id} class={`step step-${milestone.at ? 'done' : 'open'}`}>
                <span>{milestone.title}</span>
                <span class="step-when">
                  {milestone.at ? (
                    <When at={milestone.at} />
                  ) : (
                    `Not yet${milestone.due ? `, due ${milestone.due}` : ''}`
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const Step = ({ step }: { step: StepRow }) => (
  <li class={`step step-${step.state}`} aria-current={step.state === 'next' ? 'step' : undefined}>
    <span>
      {step.title}
      {!step.required && <span class="muted"> (optional)</span>}
    </span>
    <span class="step-when">
      {step.at !== null ? (
        <>
          Done <When at={step.at} />
        </>
      ) : step.state === 'next' ? (
        'Next'
      ) : (
        <span class="visually-hidden">Not done yet</span>
      )}
    </span>
  </li>
)

const definition = (program: ProgramView | undefined): string => {
  if (!program) return 'Share of the steps that are done.'
  const required = program.steps.filter((step) => step.required).length
  return required === 0
    ? `Share of its ${program.steps.length} steps that are done.`
    : `Share of its ${required} required steps that are done.`
}
