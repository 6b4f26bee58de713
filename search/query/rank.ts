import type { Concept, Plan, Way } from './plan-query.ts'
import type { SearchIndex, TermPostings } from './read-index.ts'
import { titleJudge } from './title-judge.ts'
import { rarity } from './rarity.ts'

/** An article that was found. */
export interface Ranked {
  /** Its number in the index. */
  article: number
  score: number
  /** Whether it has something for every word that says something. */
  isComplete: boolean
  /** True where writers have put it first. */
  isPinned?: true
}

/** What a part of the query scores. */
interface Scores {
  /** By the number of the article. */
  of: Map<number, number>
  /** The most that it can score: rare things count more. */
  most: number
}

/** What a phrase counts more than a word as rare, and its words alone less than the phrase. */
const [phraseFactor, wordsOfPhrase] = [1.5, 0.7]
const weakFactor = 0.4
/** Articles whose titles are looked at. */
const mostJudged = 50

/** Ranks the articles that have any part of what a query asks for. Only what is loaded of the index counts. */
export function rank(index: SearchIndex, plan: Plan): Ranked[] {
  const scored = plan.concepts.map((concept) => ({ concept, scores: scoreConcept(index, concept) }))
  const parts = combine(scored)
  const sum = parts.reduce((total, { most }) => total + most, 0)
  const totals = new Map<number, number>()
  for (const { of } of parts) {
    for (const [article, score] of of) totals.set(article, (totals.get(article) ?? 0) + score / sum)
  }

  const needed = parts.filter(({ isWeak }) => !isWeak)
  const ranked = [...totals]
    .map(([article, score]): Ranked => ({ article, score, isComplete: needed.every(({ of }) => of.has(article)) }))
    .sort(byScore)
  const judge = titleJudge(index, plan)
  for (const hit of ranked.slice(0, mostJudged)) hit.score *= judge(hit.article)
  return pin(index, plan, ranked.sort(byScore))
}

const byScore = (a: Ranked, b: Ranked): number => b.score - a.score || a.article - b.article

/** Puts first what writers have pinned to the query. */
function pin(index: SearchIndex, plan: Plan, ranked: readonly Ranked[]): Ranked[] {
  const pinned = index.pins.get(plan.stems.join(' ')) ?? []
  return [
    ...pinned.map((article): Ranked => ({ article, score: Infinity, isComplete: true, isPinned: true })),
    ...ranked.filter(({ article }) => !pinned.includes(article)),
  ]
}

/** An article scores by the best way in which it has the concept. */
function scoreConcept(index: SearchIndex, { ways, isWeak }: Concept): Scores {
  const of = new Map<number, number>()
  let largest = 0
  for (const way of ways) {
    const postings = postingsOf(index, way)
    largest = Math.max(largest, way.weight * postings.articles.length)
    postings.articles.forEach((article, place) => {
      const score = way.weight * (postings.weights[place] ?? 0)
      if (score > (of.get(article) ?? 0)) of.set(article, score)
    })
  }
  const most = rarity(largest, index.articles.length) * (isWeak ? weakFactor : 1)
  for (const [article, score] of of) of.set(article, score * most)
  return { of, most }
}

/** Where all terms of a way stand, each article with the least weight among them. */
function postingsOf(index: SearchIndex, { terms, inHeads }: Way): TermPostings {
  const [first, ...rest] = terms.map(inHeads ? index.headsOf : index.postingsOf)
  if (!first) return { articles: [], weights: [] }
  if (rest.length === 0) return first
  const others = rest.map(
    ({ articles, weights }) => new Map(articles.map((article, at) => [article, weights[at] ?? 0])),
  )
  const [articles, weights]: [number[], number[]] = [[], []]
  first.articles.forEach((article, at) => {
    if (!others.every((other) => other.has(article))) return
    articles.push(article)
    weights.push(Math.min(first.weights[at] ?? 0, ...others.map((other) => other.get(article) ?? 0)))
  })
  return { articles, weights }
}

/** Joins concepts of several words with those of the words in them. */
function combine(scored: readonly { concept: Concept; scores: Scores }[]): (Scores & { isWeak?: boolean })[] {
  const single = scored.filter(({ concept }) => concept.length === 1)
  const used = new Set<Concept>()
  const parts: (Scores & { isWeak?: boolean })[] = []
  for (const { concept, scores } of scored) {
    if (concept.length === 1) continue
    const inside = single.filter(({ concept: { at } }) => at >= concept.at && at < concept.at + concept.length)
    if (inside.some((word) => used.has(word.concept))) continue
    for (const word of inside) used.add(word.concept)
    parts.push(
      joinScores(
        scores,
        inside.map((word) => word.scores),
        concept.isPhrase ?? false,
      ),
    )
  }
  const rest = single.filter(({ concept }) => !used.has(concept))
  return [...parts, ...rest.map(({ concept, scores }) => ({ ...scores, isWeak: concept.isWeak ?? false }))]
}

function joinScores(whole: Scores, words: readonly Scores[], isPhrase: boolean): Scores {
  const sum = words.reduce((total, { most }) => total + most, 0)
  const most = isPhrase ? Math.min(whole.most * phraseFactor, Math.max(sum, whole.most)) : Math.max(sum, whole.most)
  const factor = (isPhrase ? wordsOfPhrase : 1) * Math.min(1, most / (sum || 1))
  const of = new Map<number, number>()
  for (const word of words) {
    for (const [article, score] of word.of) of.set(article, (of.get(article) ?? 0) + score * factor)
  }
  for (const [article, score] of whole.of) {
    of.set(article, Math.max(of.get(article) ?? 0, (score / (whole.most || 1)) * most))
  }
  return { of, most }
}
