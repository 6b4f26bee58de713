import type { Analyzer, Term } from '../text/analyze.ts'
import type { SourceArticle } from './make-index.ts'

/** A term with the words that have its stem, and the articles it stands in. */
export interface WeighedTerm {
  stem: string
  words: Set<string>
  /** By the number of the article. */
  postings: { article: number; weight: number; isHead: boolean }[]
}

/** Where a word can stand: what one occurrence counts, and how much it counts less where much is written. */
const fields = {
  title: { weight: 5, normalized: 0.4 },
  keywords: { weight: 4, normalized: 0 },
  headings: { weight: 2, normalized: 0.5 },
  description: { weight: 2, normalized: 0.3 },
  text: { weight: 1, normalized: 0.6 },
}
type Field = keyof typeof fields
const fieldNames = Object.keys(fields) as Field[]

/** However often a text says a word, it counts less than a title that says it once. */
const [mostInText, halfInText] = [3, 2]

/** The count that makes half of the weight that a term can have in an article. */
const halfWeight = 4

/**
 * Says how much each term counts in each article, between 0 and 1 (BM25F without the rarity of terms). Stop words are
 * kept for titles alone, and weak words for everything but texts.
 */
export function weighTerms(articles: readonly SourceArticle[], analyzer: Analyzer): Map<string, WeighedTerm> {
  const analyzed = articles.map((article) => termsOf(article, analyzer))
  const usual = Object.fromEntries(
    fieldNames.map((field) => {
      const lengths = analyzed.map((terms) => terms[field].length).filter((length) => length > 0)
      return [field, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)]
    }),
  ) as Record<Field, number>

  const weighed = new Map<string, WeighedTerm>()
  analyzed.forEach((terms, article) => {
    for (const field of fieldNames) {
      const { weight, normalized } = fields[field]
      const once = weight / (1 - normalized + (normalized * terms[field].length) / (usual[field] || 1))
      const said = terms[field].filter(
        ({ text, stem }) =>
          (field === 'title' || !analyzer.isStop(text)) && (field !== 'text' || !analyzer.isWeak(stem)),
      )
      for (const [stem, own] of Map.groupBy(said, (term) => term.stem)) {
        const sum = own.length * once
        const count = field === 'text' ? (mostInText * sum) / (halfInText + sum) : sum
        add(weighed, { stem, words: own.map(({ text }) => text) }, { article, count, isHead: field !== 'text' })
      }
    }
  })
  for (const { postings } of weighed.values()) {
    for (const posting of postings) posting.weight /= halfWeight + posting.weight
  }
  return weighed
}

function add(
  weighed: Map<string, WeighedTerm>,
  { stem, words }: { stem: string; words: readonly string[] },
  { article, count, isHead }: { article: number; count: number; isHead: boolean },
): void {
  const term: WeighedTerm = weighed.get(stem) ?? { stem, words: new Set(), postings: [] }
  weighed.set(stem, term)
  for (const word of words) term.words.add(word)
  const last = term.postings.at(-1)
  if (last?.article === article) {
    last.weight += count
    last.isHead ||= isHead
  } else term.postings.push({ article, weight: count, isHead })
}

function termsOf(article: SourceArticle, { terms }: Analyzer): Record<Field, Term[]> {
  const { title, keywords, description, sections } = article
  return {
    title: terms(title),
    keywords: terms(keywords.join(' . ')),
    headings: terms(sections.map(({ heading }) => heading).join(' . ')),
    description: terms(description),
    text: textTerms(sections.map(({ text }) => text).join('\n'), terms),
  }
}

/** In texts only hyphens join: the parts of identifiers and names of files are found, and their sums would be legion. */
const textTerms = (text: string, terms: Analyzer['terms']): Term[] =>
  terms(text).filter(({ joined, start, end }) => !joined || /^\p{L}+-\p{L}+$/u.test(text.slice(start, end)))
