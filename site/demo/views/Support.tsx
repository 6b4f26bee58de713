import { cairn } from '../cairn.ts'
import { newId } from '../data/new-id.ts'
import { severities, topics } from '../data/school.ts'
import type { SupportRequest } from '../data/school.ts'
import { dayOf, shortDay } from '../rules/dates.ts'
import { focusHeading } from '../ui/focus-heading.ts'
import { Page } from '../ui/Page.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { Status } from '../ui/Status.tsx'
import { TextField } from '../ui/TextField.tsx'
import { choiceOf, missing, textOf, useForm } from '../ui/use-form.ts'
import { useRoadbook } from '../ui/use-roadbook.ts'

/** Requests to Roadbook's support team, and a way to send one. */
export function Support() {
  const { school } = useRoadbook()
  return (
    <Page title="Support" lead="Ask us anything. Many answers are in the help center already.">
      <div class="split">
        <OpenRequest />
        <section class="card" aria-labelledby="requests-title">
          <h2 id="requests-title">
            Your requests <span class="count">{school.requests.length}</span>
          </h2>
          {school.requests.length === 0 ? (
            <p class="empty">
              No request yet. Perhaps the <a href="/">help center</a> has the answer.
            </p>
          ) : (
            <ul class="rows">
              {school.requests.map((request) => (
                <RequestRow key={request.id} request={request} />
              ))}
            </ul>
          )}
        </section>
      </div>
    </Page>
  )
}

function OpenRequest() {
  const { change, notify } = useRoadbook()
  const form = useForm({
    check: (values) => missing(values, { subject: 'Say in a few words what you need.' }),
    submit(values) {
      const request: SupportRequest = {
        id: newId('request'),
        topic: choiceOf(values, 'topic', topics),
        severity: choiceOf(values, 'severity', severities),
        subject: textOf(values, 'subject'),
        status: 'open',
        openedAt: new Date().toISOString(),
      }
      change((before) => ({ ...before, requests: [request, ...before.requests] }))
      cairn('track', 'support_request_opened', {
        requestId: request.id,
        severity: request.severity,
        topic: request.topic,
      })
      notify({ text: 'Your request is with our support team.' })
    },
  })
  return (
    <form {...form.props} class="card">
      <h2>New request</h2>
      <TextField
        name="subject"
        label="What do you need?"
        value="How do I move a lesson to another instructor?"
        error={form.errors['subject']}
      />
      <SelectField name="topic" label="Topic" choices={topics} />
      <SelectField name="severity" label="How urgent is it?" choices={severities} value="P3" />
      <button class="primary">Open request</button>
    </form>
  )
}

function RequestRow({ request }: { request: SupportRequest }) {
  const { change, notify } = useRoadbook()

  function close(): void {
    change((before) => ({
      ...before,
      requests: before.requests.map((each) => (each.id === request.id ? { ...each, status: 'closed' } : each)),
    }))
    cairn('track', 'support_request_closed', { requestId: request.id, severity: request.severity })
    notify({ text: 'Request closed. Glad it is settled.' })
    focusHeading({ preventScroll: true })
  }

  return (
    <li>
      <span>
        <strong id={`subject-${request.id}`}>{request.subject}</strong>
        <small>
          {topics[request.topic]}, opened {shortDay(dayOf(new Date(request.openedAt)))}
        </small>
      </span>
      {request.status === 'closed' ? (
        <Status tone="good">Closed</Status>
      ) : (
        <button type="button" aria-describedby={`subject-${request.id}`} onClick={close}>
          Close request
        </button>
      )}
    </li>
  )
}
