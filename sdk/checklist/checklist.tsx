import { checklistWords } from '../i18n/checklist-words.ts'
import { wordsFor } from '../i18n/words.ts'
import { CloseButton } from '../ui/close-button.tsx'
import { Stones } from '../ui/stones.tsx'
import type { ChecklistProps } from './checklist-props.ts'
import { standOf } from './stand.ts'
import { Step } from './step.tsx'

/** On a narrow window a list would cover the page, so it begins small. */
const isNarrow = () => matchMedia('(max-width: 640px)').matches

/** The steps of a program, and how far one has come. */
export const Checklist = (props: ChecklistProps) => {
  const { definition, locale, api, aside, onMinimise, onDismiss } = props
  const words = wordsFor(checklistWords, locale)
  const stand = standOf(props)
  const done = new Set(stand.completedSteps.map((step) => step.id))
  const next = stand.nextStep ?? definition.steps.find((step) => !done.has(step.id))?.id
  const left = definition.steps.reduce((sum, step) => sum + (done.has(step.id) ? 0 : (step.minutes ?? 0)), 0)
  const minimised = props.minimised ?? isNarrow()
  const last = stand.completedSteps.at(-1)?.id
  return (
    <section class={`card checklist ${minimised ? 'small' : ''}`} aria-label={definition.title} hidden={aside}>
      <header>
        <button
          type="button"
          class="fold"
          aria-expanded={!minimised}
          aria-controls="steps"
          onClick={() => onMinimise(!minimised)}
        >
          <Stones laid={done.size} all={definition.steps.length} />
          <span>
            <strong>{definition.title}</strong>
            <span class="muted">
              {words.count(done.size, definition.steps.length)}
              {left > 0 && !minimised && ` · ${words.minutesLeft(left)}`}
            </span>
          </span>
          <svg class="chevron" viewBox="0 0 16 16" aria-hidden="true">
            <path d={minimised ? 'm4 10 4-4 4 4' : 'm4 6 4 4 4-4'} />
          </svg>
        </button>
        {!minimised && <CloseButton label={words.dismiss} onClick={onDismiss} />}
      </header>
      <div
        class="bar"
        role="progressbar"
        aria-label={definition.title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={stand.progress}
      >
        <span style={{ inlineSize: `${stand.progress}%` }} />
      </div>
      <div id="steps" hidden={minimised}>
        {stand.status === 'completed' ? (
          <p class="done">{words.allDone}</p>
        ) : (
          definition.description && <p class="intro">{definition.description}</p>
        )}
        <ol role="list">
          {definition.steps.map((step, index) => (
            <Step
              key={step.id}
              step={step}
              number={index + 1}
              stage={done.has(step.id) ? 'completed' : step.id === next ? 'next' : 'open'}
              words={words}
              api={api}
            />
          ))}
        </ol>
      </div>
      <p class="said" aria-live="polite">
        {last && words.stepCompleted(definition.steps.find((step) => step.id === last)?.title ?? last)}
      </p>
    </section>
  )
}
