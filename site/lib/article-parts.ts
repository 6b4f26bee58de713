/** Parts of an article that need styles of their own, and most a script. */
export interface ArticleParts {
  code: boolean
  details: boolean
  pictures: boolean
  tabs: boolean
  videos: boolean
}

/** Which of them an article may have, by its source: one too many costs less than a missing one. */
export const partsOf = (source: string): ArticleParts => ({
  code: /^[ \t>]*(`{3}|~{3})|^( {4}|\t)\S|<pre\b/m.test(source),
  details: /<details\b/.test(source),
  pictures: /!\[|<(img|Image|Picture)\b/.test(source),
  tabs: /<div class(Name)?="tabs"/.test(source),
  videos: /\.mp4\b|youtu\.?be|vimeo\.com/i.test(source),
})
