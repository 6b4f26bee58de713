import { expect, test } from 'vitest'
import type { Shown } from '../../sdk/cairn.ts'
import type { LoadPart } from '../../sdk/parts.ts'
import type { Scene } from '../../sdk/ui/part.ts'
import { createPlace } from '../../sdk/ui/place.ts'

const nps: Shown = { kind: 'survey', id: 'nps' }
const live: Shown = { kind: 'milestone', id: 'school-setup/live' }

test('something is claimed once it is loaded, and shown once it is granted', async () => {
  const { place, log } = setUp()
  await place.put(nps, async () => log.push('claim nps') > 0)
  expect(log).toEqual(['load survey', 'claim nps', 'put nps', 'show nps'])
})

test('what is not granted is over without having been shown', async () => {
  const { place, log } = setUp()
  await place.put(nps, async () => false)
  expect(log).toEqual(['load survey', 'over nps'])
  expect(place.current()).toBeUndefined()
})

test('what was taken off while it was loading is neither claimed nor shown', async () => {
  const { place, log } = setUp()
  const put = place.put(nps, async () => log.push('claim nps') > 0)
  place.clear()
  await put
  expect(log).toEqual(['load survey'])
})

test('something new takes the place of what is there', async () => {
  const { place, log } = setUp()
  await place.put(nps)
  log.length = 0
  await place.put(live)
  expect(log).toEqual(['remove nps', 'close nps', 'load milestone', 'put school-setup/live', 'show school-setup/live'])
})

test('the words of another language are loaded with what is shown, and only then', async () => {
  const { place, log } = setUp({ language: 'fr' })
  expect(log).toEqual([])
  await place.put(nps)
  expect(log).toEqual(['load survey', 'load fr', 'put nps in French', 'show nps'])
})

test('what cannot be shown is over, and the failure is told', async () => {
  const { place, log } = setUp({ fails: true })
  await place.put(nps)
  expect(log).toEqual(['load survey', 'Error: no shadow', 'over nps'])
})

function setUp({ language, fails = false }: { language?: 'fr'; fails?: boolean } = {}) {
  const log: string[] = []
  const load = async (part: string) => {
    log.push(`load ${part}`)
    if (part === 'fr') return { translation: {} }
    return {
      show: (_: ShadowRoot, id: string, { translation }: Scene) => {
        if (fails) throw new Error('no shadow')
        log.push(`put ${id}${translation ? ' in French' : ''}`)
        return { remove: () => log.push(`remove ${id}`) }
      },
    }
  }
  const place = createPlace({
    language,
    scene: {
      load: load as unknown as LoadPart,
      root: () => ({}) as ShadowRoot,
      emit: (name: string, { id }: Shown) => log.push(`${name} ${id}`),
      onProblem: (problem: unknown) => log.push(String(problem)),
    } as unknown as Parameters<typeof createPlace>[0]['scene'],
    onShow: () => undefined,
    onEnd: (id) => log.push(`over ${id}`),
  })
  return { place, log }
}
