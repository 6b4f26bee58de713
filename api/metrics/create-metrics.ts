import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Reason } from '../ingest/fact.ts'

/** An answer to a request, as it is counted: by the pattern of its route, never by what a path holds. */
export interface Answer {
  method: string
  route: string
  status: number
  seconds: number
}

/** What is counted while Cairn runs. */
export interface Metrics {
  answered(answer: Answer): void
  ingested(result: { accepted: number; duplicates: number; rejected: { reason: Reason }[] }): void
  /** Counts messages that were accepted and could not be stored after all. */
  refused(rejected: { reason: Reason }[]): void
  committed(seconds: number, facts: number): void
  /** Counts what came of an attempt to send a mail. */
  mailed(template: string, outcome: 'sent' | 'deferred' | 'failed'): void
  jobEnded(job: string, isGood: boolean, seconds: number): void
  /** Sets figures that are looked up when somebody asks; what is null is left out. */
  set(figures: Record<string, Figure | null>): void
  /** Everything, as Prometheus reads it. */
  text(): Promise<string>
}

/** A figure of now, one for each set of labels. */
export interface Figure {
  help: string
  values: { labels?: Record<string, string>; value: number }[]
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Makes the metrics of one app: a registry of its own, so that two in one process do not know of each other. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const answers = new Histogram({
    name: 'cairn_http_request_duration_seconds',
    help: 'Requests by route and status, with the time until their answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers,
  })
  const accepted = new Counter({ name: 'cairn_messages_accepted_total', help: 'Messages put on disk.', registers })
  const duplicates = new Counter({
    name: 'cairn_messages_duplicate_total',
    help: 'Messages that were on disk already.',
    registers,
  })
  const rejected = new Counter({
    name: 'cairn_messages_rejected_total',
    help: 'Messages refused, by the kind of reason.',
    labelNames: ['reason'],
    registers,
  })
  const commitSeconds = new Histogram({
    name: 'cairn_commit_duration_seconds',
    help: 'Time that a group of messages took to be on disk.',
    buckets: seconds,
    registers,
  })
  const commitFacts = new Histogram({
    name: 'cairn_commit_messages',
    help: 'Messages that went to disk together.',
    buckets: [1, 5, 20, 50, 100, 250, 500, 1000, 2000],
    registers,
  })
  const jobs = new Histogram({
    name: 'cairn_job_duration_seconds',
    help: 'Turns of recurring work in this process, by outcome.',
    labelNames: ['job', 'outcome'],
    buckets: [0.01, 0.1, 1, 10, 60, 600],
    registers,
  })
  const mails = new Counter({
    name: 'cairn_mail_attempts_total',
    help: 'Attempts of this process to send a mail, by what came of them.',
    labelNames: ['template', 'outcome'],
    registers,
  })
  let watchesProcess = false

  function refused(messages: { reason: Reason }[]): void {
    for (const { reason } of messages) rejected.inc({ reason })
  }

  return {
    answered({ method, route, status, seconds }) {
      answers.observe({ method: methods.has(method) ? method : 'other', route, status }, seconds)
    },
    ingested(result) {
      if (result.accepted > 0) accepted.inc(result.accepted)
      if (result.duplicates > 0) duplicates.inc(result.duplicates)
      refused(result.rejected)
    },
    refused,
    committed(took, facts) {
      commitSeconds.observe(took)
      commitFacts.observe(facts)
    },
    mailed(template, outcome) {
      mails.inc({ template, outcome })
    },
    jobEnded(job, isGood, took) {
      jobs.observe({ job, outcome: isGood ? 'success' : 'failure' }, took)
    },
    set(figures) {
      for (const [name, figure] of Object.entries(figures)) {
        registry.removeSingleMetric(name)
        if (!figure) continue
        const labelNames = Object.keys(figure.values[0]?.labels ?? {})
        const gauge = new Gauge({ name, help: figure.help, labelNames, registers })
        for (const { labels = {}, value } of figure.values) gauge.set(labels, value)
      }
    },
    text() {
      // Watching the event loop has its price: only who is asked pays it.
      if (!watchesProcess) collectDefaultMetrics({ register: registry })
      watchesProcess = true
      return registry.metrics()
    },
  }
}
