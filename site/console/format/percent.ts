/** A share of 0 to 1 as a whole percentage. Something is never shown as nothing, nor almost all as all: "< 1 %", "> 99 %". */
export const formatPercent = (share: number): string => {
  if (share > 0 && share < 0.005) return '< 1 %'
  if (share < 1 && share >= 0.995) return '> 99 %'
  return `${Math.round(share * 100)} %`
}
