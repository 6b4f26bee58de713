import { ownMark } from '../index/synonym-mark.ts'
import type { IndexFile, Postings } from '../index/index-file.ts'
import { slugOfTitle } from '../index/slug-of-title.ts'
import { countNumbers, unpackNumbers } from '../index/pack-numbers.ts'
import { unpackWords } from '../index/pack-words.ts'
import { createAnalyzer, type Analyzer, type Term } from '../text/analyze.ts'

/** An article as it is listed. */
export interface IndexedArticle {
  /** Its number in the index. */
  number: number
  /** `category/slug`. */
  id: string
  title: string
  category: string
  /** Whether it stands in for a missing translation. */
  isUntranslated: boolean
}

/** In which articles a term stands, and how much it counts in each, up to 1. */
export interface TermPostings {
  articles: readonly number[]
  weights: readonly number[]
}

/** What means the same as a phrase, and how much less it counts. */
export interface Synonym {
  phrase: string
  weight: number
}

/** An index that was read. */
export interface SearchIndex {
  analyzer: Analyzer
  articles: readonly IndexedArticle[]
  /** Those that newcomers read first. */
  first: readonly IndexedArticle[]
  /** The words of an article's title, and of each of its keywords. */
  namesOf: (article: number) => readonly (readonly Term[])[]
  /** Every word, sorted. */
  words: readonly string[]
  /** The stem of each word. */
  stems: readonly string[]
  /** The number of a stem's term; undefined where no article has it. */
  termOf: (stem: string) => number | undefined
  /** Where a term stands in titles, headings, descriptions and keywords. */
  headsOf: (term: number) => TermPostings
  /** Where it stands at all, as far as that is loaded. */
  postingsOf: (term: number) => TermPostings
  /** The file that says where a term stands in texts. */
  bodyOf: (term: number) => number
  folder: string
  addBody: (body: number, postings: Postings) => void
  hasBody: (body: number) => boolean
  synonyms: ReadonlyMap<string, readonly Synonym[]>
  pins: ReadonlyMap<string, readonly number[]>
}

/** Weight of a synonym: a general one is a guess, one of the help center's own writers is nearly the word itself. */
const [generalWeight, ownWeight] = [0.6, 0.9]

/** Reads an index file. Postings in texts are added as they are loaded. */
export function readIndex(file: IndexFile): SearchIndex {
  const analyzer = createAnalyzer(file.language)
  const words = unpackWords(file.words)
  const stems = words.map(analyzer.stem)
  const terms = new Map<string, number>()
  for (const stem of stems) if (!terms.has(stem)) terms.set(stem, terms.size)

  const heads = readPostings(file.postings)
  const bodies = new Map<number, (at: number) => TermPostings>()
  const bodyOf = (term: number) => file.bodies.filter((first) => first <= term).length - 1
  const categoryOf = unpackNumbers(file.categoryOf)
  const untranslated = new Set(unpackNumbers(file.untranslated))
  const titles = file.titles === '' ? [] : file.titles.split('\n')
  const slugs = file.slugs.split('\n')
  const articles = titles.map((title, number) => {
    const { id, title: category } = file.categories[categoryOf[number] ?? 0] ?? { id: '', title: '' }
    const slug = slugs[number] || slugOfTitle(title)
    return { number, id: `${id}/${slug}`, title, category, isUntranslated: untranslated.has(number) }
  })
  const keywords = file.keywords.split('\n')
  const names: (readonly (readonly Term[])[] | undefined)[] = []

  return {
    analyzer,
    articles,
    first: unpackNumbers(file.first).flatMap((number) => articles[number] ?? []),
    namesOf(article) {
      // They are read when they are ranked, and then again for every letter that is typed.
      const texts = [titles[article] ?? '', ...(keywords[article] || '').split(',').filter(Boolean)]
      return (names[article] ??= texts.map((text) => analyzer.terms(text).filter(({ joined }) => !joined)))
    },
    words,
    stems,
    termOf: (stem) => terms.get(stem),
    headsOf: heads,
    postingsOf(term) {
      const body = bodyOf(term)
      const texts = bodies.get(body)?.(term - (file.bodies[body] ?? 0))
      return texts ? merge(heads(term), texts) : heads(term)
    },
    bodyOf,
    folder: file.folder,
    addBody: (body, postings) => void bodies.set(body, readPostings(postings)),
    hasBody: (body) => bodies.has(body),
    synonyms: readSynonyms(file.synonyms),
    pins: new Map(file.pins),
  }
}

const merge = (a: TermPostings, b: TermPostings): TermPostings => ({
  articles: [...a.articles, ...b.articles],
  weights: [...a.weights, ...b.weights],
})

/** Reads the postings of a term when they are asked for: a search needs a few of thousands. */
function readPostings({ gaps, weights }: Postings): (at: number) => TermPostings {
  const lists = gaps.split(' ')
  const starts = new Uint32Array(lists.length)
  let start = 0
  lists.forEach((list, at) => {
    starts[at] = start
    start += countNumbers(list)
  })
  return (at) => {
    let article = -1
    const from = starts[at] ?? 0
    const articles = unpackNumbers(lists[at] ?? '').map((gap) => (article += gap + 1))
    return { articles, weights: articles.map((_, place) => parseInt(weights[from + place] ?? '0', 16) / 16) }
  }
}

function readSynonyms(text: string): Map<string, Synonym[]> {
  const synonyms = new Map<string, Synonym[]>()
  for (const line of text === '' ? [] : text.split('\n')) {
    const isOwn = line.startsWith(ownMark)
    const members = (isOwn ? line.slice(ownMark.length) : line).split(',')
    for (const member of members) {
      const others = synonyms.get(member) ?? []
      synonyms.set(member, others)
      for (const phrase of members) {
        if (phrase !== member) others.push({ phrase, weight: isOwn ? ownWeight : generalWeight })
      }
    }
  }
  return synonyms
}
