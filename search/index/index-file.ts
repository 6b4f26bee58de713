import type { Language } from '../text/language.ts'

/**
 * What a search loads first: the articles' titles, all words, and where each stands in titles, headings, descriptions
 * and keywords. Where words stand in the text is in files of its own, one for each range of terms.
 */
export interface IndexFile {
  language: Language
  /** Folder of the other files, relative to this one. Its name changes with what is in it. */
  folder: string
  categories: { id: string; title: string }[]
  /** Titles of the articles, the rest of their ids where it is not the title, and the numbers of their categories. */
  titles: string
  /** Of each article its keywords, with commas: each counts as a title of its own. */
  keywords: string
  slugs: string
  categoryOf: string
  /** Numbers of the articles that newcomers read first, in this order. */
  first: string
  /** Numbers of the articles that stand in for a missing translation. */
  untranslated: string
  /** Every word, sorted, as the length of what it shares with the one before and the rest. */
  words: string
  /** Postings of every term in titles and the like, in the order in which the words first bring them up. */
  postings: Postings
  /** First term of each file of postings in texts. */
  bodies: number[]
  /** Groups of words that mean much the same, as stems: one group a line, members with commas. */
  synonyms: string
  /** Queries as stems, each with the numbers of the articles that come first. */
  pins: [query: string, articles: number[]][]
}

/** In which articles terms stand, and how much each counts there. */
export interface Postings {
  /** Of each term, behind a space, the distances between the articles' numbers. */
  gaps: string
  /** One digit for each of them. */
  weights: string
}

/** The text of an article, by section: loaded for what is shown. */
export interface ArticleText {
  description: string
  sections: ArticleSection[]
}

/** A heading with what stands under it; the first section may have neither heading nor id. */
export interface ArticleSection {
  id: string
  heading: string
  text: string
}
