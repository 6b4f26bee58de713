import type { Services } from '../../api/services.ts'
import { importSample } from './import-sample.ts'
import { day, midnight } from './moments.ts'
import { sampleCustomers } from './sample-customers.ts'
import { keepSampleProgress, readSampleProgress } from './sample-progress.ts'

/**
 * Brings the sample customers in, day by day, where they are not. One that was interrupted goes on where it ended.
 *
 * @param report - Told how far it is, in a sentence.
 */
export async function bringInSample(services: Services, report: (sentence: string) => void): Promise<void> {
  const { dataDir } = services.settings
  const begun = readSampleProgress(dataDir)
  if (begun && begun.until >= begun.now) {
    report(`The sample customers of ${new Date(begun.now).toISOString().slice(0, 10)} are here.`)
    return
  }
  const now = begun?.now ?? services.now()
  const sample = sampleCustomers({ seed: 'roadbook', now })
  const beginning = midnight(now, 121)
  const days = Math.ceil((now - beginning) / day)
  let until = begun?.until ?? beginning
  keepSampleProgress(dataDir, { now, until })
  let total = 0
  while (until < now) {
    const to = Math.min(now, until + day)
    total += await importSample(services, sample, { from: until, to })
    until = to
    keepSampleProgress(dataDir, { now, until })
    const done = Math.ceil((until - beginning) / day)
    if (done % 10 === 0 || done === days) {
      report(`Day ${done} of ${days}: ${total.toLocaleString('en')} messages are in.`)
    }
  }
}
