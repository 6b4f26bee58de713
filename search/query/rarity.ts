/** Makes very rare things a little less so: what a single article has is chance more often than not. */
const smoothing = 3

/** Rarity of what so many of all articles have. */
export const rarity = (articles: number, all: number): number =>
  Math.log(1 + (all + smoothing) / (Math.min(articles, all * 0.9) + smoothing))
