const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** A number with separators, at most two decimals and a true minus sign. */
export const formatNumber = (value: number): string => plain.format(value === 0 ? 0 : value).replace('-', '−')

/** A difference, always with its sign: "+4.2", "−3", "±0". */
export const formatDifference = (value: number): string => {
  if (value === 0) return '±0'
  return value > 0 ? `+${formatNumber(value)}` : formatNumber(value)
}

/** A count with its noun: "1 answer", "12 answers". */
export const formatCount = (count: number, singular: string, plural = `${singular}s`): string =>
  `${formatNumber(count)} ${count === 1 ? singular : plural}`
