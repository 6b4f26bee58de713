import { createAnalyzer } from '../text/analyze.ts'
import { languageOf } from '../languages/language-of.ts'
import type { ArticleSection, ArticleText, IndexFile, Postings } from './index-file.ts'
import { packNumbers } from './pack-numbers.ts'
import { packWords } from './pack-words.ts'
import { pruneSynonyms } from './prune-synonyms.ts'
import { slugOfTitle } from './slug-of-title.ts'
import { weighTerms, type WeighedTerm } from './weigh-terms.ts'

/** An article as the index is made from it. */
export interface SourceArticle {
  /** `category/slug`. */
  id: string
  title: string
  /** Title of its category. */
  category: string
  description: string
  /** Words that people search for and the article does not contain. */
  keywords: string[]
  sections: ArticleSection[]
  /** Its place among what newcomers read first, from 0; left out where it is none of that. */
  first?: number
  /** Set where it stands in for a missing translation. */
  isUntranslated?: true
}

/** What is searched with, and what writers add to it. */
export interface IndexOptions {
  locale: string
  articles: readonly SourceArticle[]
  /** Folder of the files beside the index. */
  folder: string
  /** Groups of words that mean the same in this help center. */
  synonyms?: readonly (readonly string[])[]
  /** Groups of words that mean much the same anywhere: they count less. */
  generalSynonyms?: readonly (readonly string[])[]
  /** Queries with the ids of the articles that come first. */
  pins?: readonly { query: string; articles: readonly string[] }[]
}

/** The files that make an index. */
export interface IndexFiles {
  index: IndexFile
  bodies: Postings[]
}

/** What an article says, for the excerpts of hits: a file of its own for each. */
export const textOf = ({ description, sections }: SourceArticle): ArticleText => ({ description, sections })

/** Characters of a file of postings: a search for a few words loads a few of them. */
const bodySize = 12_000

/** Makes the files by which the articles of a language are searched. */
export function makeIndex({
  locale,
  articles,
  folder,
  synonyms = [],
  generalSynonyms = [],
  pins = [],
}: IndexOptions): IndexFiles {
  const language = languageOf(locale)
  const analyzer = createAnalyzer(language)
  const { terms, words } = inOrder(weighTerms(articles, analyzer))
  const heads = terms.map((term) => packTerm(term.postings.filter(({ isHead }) => isHead)))
  const texts = terms.map((term) => packTerm(term.postings.filter(({ isHead }) => !isHead)))
  const starts = cut(texts)
  const titles = articles.map(({ title }) => title.replace(/\s+/g, ' '))
  const categories = new Map(articles.map(({ id, category }) => [folderOf(id), category]))
  const folders = [...categories.keys()]
  const numbers = new Map(articles.map(({ id }, number) => [id, number]))
  const headed = terms.filter((_, at) => heads[at]?.gaps !== '')
  const index: IndexFile = {
    language,
    folder,
    categories: [...categories].map(([id, title]) => ({ id, title })),
    titles: titles.join('\n'),
    keywords: articles.some(({ keywords }) => keywords.length > 0)
      ? articles.map(({ keywords }) => keywords.join(',').replace(/\s+/g, ' ')).join('\n')
      : '',
    slugs: articles.map(({ id }, at) => unlessUsual(id.slice(folderOf(id).length + 1), titles[at] ?? '')).join('\n'),
    categoryOf: packNumbers(articles.map(({ id }) => folders.indexOf(folderOf(id)))),
    first: packNumbers(
      articles
        .flatMap(({ first }, number) => (first === undefined ? [] : { first, number }))
        .sort((a, b) => a.first - b.first)
        .map(({ number }) => number),
    ),
    untranslated: packNumbers(articles.flatMap(({ isUntranslated }, number) => (isUntranslated ? number : []))),
    words: packWords(words),
    postings: joinPostings(heads),
    bodies: starts,
    synonyms: pruneSynonyms(
      { own: synonyms, general: generalSynonyms },
      { analyzer, known: stemsOf(terms), headed: stemsOf(headed) },
    ),
    pins: pins.map(({ query, articles: ids }) => [analyzer.phrase(query), ids.flatMap((id) => numbers.get(id) ?? [])]),
  }
  return {
    index,
    bodies: starts.map((start, at) => joinPostings(texts.slice(start, starts[at + 1]))),
  }
}

const stemsOf = (terms: readonly WeighedTerm[]): Set<string> => new Set(terms.map(({ stem }) => stem))

const folderOf = (id: string): string => id.slice(0, id.indexOf('/'))

const unlessUsual = (slug: string, title: string): string => (slug === slugOfTitle(title) ? '' : slug)

/** Sorts the words, and the terms as the words bring them up: whoever reads the words needs no list of terms. */
function inOrder(weighed: ReadonlyMap<string, WeighedTerm>): { terms: WeighedTerm[]; words: string[] } {
  const byWord = new Map([...weighed.values()].flatMap((term) => [...term.words].map((word) => [word, term] as const)))
  const words = [...byWord.keys()].sort()
  return { words, terms: [...new Set(words.flatMap((word) => byWord.get(word) ?? []))] }
}

function packTerm(postings: WeighedTerm['postings']): Postings {
  let before = -1
  const gaps = postings.map(({ article }) => {
    const gap = article - before - 1
    before = article
    return gap
  })
  return { gaps: packNumbers(gaps), weights: postings.map(({ weight }) => levelOf(weight).toString(16)).join('') }
}

/** Fifteen levels are as good as exact weights, and a digit each. */
const levelOf = (weight: number): number => Math.max(1, Math.min(15, Math.round(weight * 16)))

const joinPostings = (terms: readonly Postings[]): Postings => ({
  gaps: terms.map(({ gaps }) => gaps).join(' '),
  weights: terms.map(({ weights }) => weights).join(''),
})

/** First terms of files of about the same size. */
function cut(terms: readonly Postings[]): number[] {
  const starts = [0]
  let size = 0
  terms.forEach(({ gaps, weights }, term) => {
    size += gaps.length + weights.length + 1
    if (size <= bodySize) return
    starts.push(term)
    size = 0
  })
  return starts
}
