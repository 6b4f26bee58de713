import type { ProgramView } from '../../api/contract/definitions.ts'
import type { ChecklistWords } from '../i18n/checklist-words.ts'

/** One step: what to do, whether it is done, and, if it is next, what helps with it. */
export const Step = ({
  step,
  number,
  stage,
  words,
  api,
}: {
  step: ProgramView['steps'][number]
  number: number
  stage: 'completed' | 'next' | 'open'
  words: ChecklistWords
  api: string
}) => {
  const isNext = stage === 'next'
  return (
    <li class={stage} aria-current={isNext ? 'step' : undefined}>
      <span class="mark" aria-hidden="true">
        {stage === 'completed' ? (
          <svg class="chevron" viewBox="0 0 16 16">
            <path d="m3.5 8.5 3 3 6-7" />
          </svg>
        ) : (
          number
        )}
      </span>
      <div>
        <p class="title">
          {stage === 'open' && step.url ? <a href={step.url}>{step.title}</a> : step.title}
          <span class="said"> ({words[stage]})</span>
        </p>
        {(isNext || !step.required) && (
          <p class="muted">
            {[!step.required && words.optional, isNext && step.minutes && words.minutes(step.minutes)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
        {isNext && (
          <>
            {step.description && <p class="text">{step.description}</p>}
            <p class="ways">
              {step.url && (
                <a class="button" href={step.url}>
                  {words.start}
                  <span class="said">: {step.title}</span>
                </a>
              )}
              {step.resources.map((resource) => (
                <a key={resource.url} href={new URL(resource.url, api).href} target="_blank" rel="noopener">
                  {resource.title}
                  <span class="said"> ({words.newTab})</span>
                </a>
              ))}
            </p>
          </>
        )}
      </div>
    </li>
  )
}
