import type { ArticleSection, ArticleText } from '../index/index-file.ts'
import type { Analyzer, Term } from '../text/analyze.ts'
import type { Marks } from './marks.ts'

/** A piece of an excerpt; marked where it is a word that was searched for. */
export interface ExcerptPart {
  text: string
  marked: boolean
}

/** The part of an article that answers best. */
export interface Excerpt {
  /** Heading of the section it is from; empty where it is the beginning of the article. */
  heading: string
  /** The section's id on its page. */
  id: string
  parts: ExcerptPart[]
}

const length = 180
/** How far before the first marked word an excerpt may begin with its sentence. */
const lead = 70
/** A word in a heading says that the whole section is about it. */
const headingFactor = 1.5

/** Takes from an article what answers a query best: from the section that has most of it, the place that has most. */
export function makeExcerpt(
  { description, sections }: ArticleText,
  { analyzer, marks }: { analyzer: Analyzer; marks: Marks },
): Excerpt {
  const marked = (text: string) =>
    analyzer.terms(text).filter(({ stem, text: word }) => marks(stem) > 0 && !analyzer.isStop(word))
  const score = ({ heading, text }: ArticleSection) =>
    weigh(marked(heading), marks) * headingFactor + weigh(marked(text), marks)
  let best: { section: ArticleSection; score: number } | undefined
  for (const section of sections) {
    const own = score(section)
    if (section.text !== '' && own > (best?.score ?? 0)) best = { section, score: own }
  }
  // The description is what its author would say in one sentence, where that says as much.
  const [about, described] = [marked(description), weigh(marked(description), marks)]
  if (!best || described >= best.score) {
    const text = description || (sections.find((section) => section.text !== '')?.text ?? '')
    return { heading: '', id: '', parts: cut(text, description ? about : marked(text), marks) }
  }
  const { heading, id, text } = best.section
  return { heading, id, parts: cut(text, marked(text), marks) }
}

/** The sum of what different marks say. */
function weigh(terms: readonly Term[], marks: Marks): number {
  const stems = new Set(terms.map(({ stem }) => stem))
  return [...stems].reduce((sum, stem) => sum + marks(stem), 0)
}

/** Cuts out the place with the most marks, and marks them. */
function cut(text: string, terms: readonly Term[], marks: Marks): ExcerptPart[] {
  let first = terms[0]
  let most = 0
  for (const term of terms) {
    const near = terms.filter(({ start, end }) => start >= term.start && end <= term.start + length - lead / 2)
    const weight = weigh(near, marks)
    if (weight > most) [first, most] = [term, weight]
  }
  const from = beginning(text, first?.start ?? 0)
  const to = ending(text, from + length)
  const parts: ExcerptPart[] = []
  const add = (piece: string, isMarked: boolean) => {
    if (piece !== '') parts.push({ text: piece, marked: isMarked })
  }
  const between = (start: number, end: number) => joinLines(text, start, end)
  add(from > 0 && !/[.!?:…]["”’»)]?\s*$/u.test(text.slice(0, from)) && text[from - 1] !== '\n' ? '… ' : '', false)
  let at = from
  for (const { start, end } of terms) {
    if (start < at || end > to) continue
    add(between(at, start), false)
    add(between(start, end), true)
    at = end
  }
  add(between(at, at + text.slice(at, to).trimEnd().length), false)
  add(to < text.length && !/[.!?…]["”’»)]?$/u.test(text.slice(0, to).trimEnd()) ? ' …' : '', false)
  return parts
}

/** Part of a text, its lines as one: items and cells do not end with a full stop, and would run together. */
function joinLines(text: string, from: number, to: number): string {
  return text
    .slice(from, to)
    .replace(/\s+/g, (gap, at: number) =>
      gap.includes('\n') && !/[.!?:;,…]["”’»)]?$/u.test(text.slice(0, from + at)) ? ' · ' : ' ',
    )
}

/** Begins with the sentence or line of a word if that is near, else a few words before it. */
function beginning(text: string, word: number): number {
  const before = text.slice(Math.max(0, word - lead), word)
  const sentence = /^[^]*(?:[.!?…]["”’»)]?\s|\n)/u.exec(before)
  if (sentence) return word - before.length + sentence[0].length
  if (word <= lead) return 0
  const space = text.indexOf(' ', word - lead / 2)
  return space < 0 || space > word ? word : space + 1
}

function ending(text: string, near: number): number {
  if (near >= text.length) return text.length
  const space = text.lastIndexOf(' ', near)
  return space > near - 30 ? space : near
}
