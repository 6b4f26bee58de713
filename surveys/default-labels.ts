/** What the ends of a scale are called where a question does not say: without a word, half the people answer inverted. */
const defaultLabels = {
  nps: {
    low: { en: 'Not at all likely', fr: 'Pas du tout probable' },
    high: { en: 'Extremely likely', fr: 'Très probable' },
  },
  csat: {
    low: { en: 'Very dissatisfied', fr: 'Très insatisfait' },
    high: { en: 'Very satisfied', fr: 'Très satisfait' },
  },
  ces: {
    low: { en: 'Very difficult', fr: 'Très difficile' },
    high: { en: 'Very easy', fr: 'Très facile' },
  },
} as const

/** The default labels of a question; undefined for one without a scale. */
export const labelsFor = (type: string) =>
  type in defaultLabels ? defaultLabels[type as keyof typeof defaultLabels] : undefined
