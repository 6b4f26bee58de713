import type { Health } from '../../../api/contract/health.ts'
import { componentScale } from './component-scale.ts'

type Component = Pick<Health['components'][number], 'score' | 'min' | 'max'>

/** The bar of a component, from its fewest to its most points. The figures stand beside it as text. */
export const ComponentBar = ({ score, min, max }: Component) => {
  if (score === null) return <svg class="bar bar-unknown" aria-hidden="true" focusable="false" />
  const { start, end, zero } = componentScale({ score, min, max })
  return (
    <svg class="bar" aria-hidden="true" focusable="false">
      <rect class="bar-track" width="100%" height="100%" />
      <rect
        class={score < 0 ? 'bar-danger' : 'bar-fill'}
        x={percent(start)}
        width={percent(end - start)}
        height="100%"
      />
      {zero !== null &&
        ['bar-gap', 'bar-zero'].map((name) => (
          <line key={name} class={name} x1={percent(zero)} x2={percent(zero)} y1="0" y2="100%" />
        ))}
    </svg>
  )
}

const percent = (share: number): string => `${share * 100}%`
