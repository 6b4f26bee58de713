/** Where players of other hosts are framed from: the pages' policy names these and no others. */
export const playerOrigins = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com']

/** A video that an article links to. */
export interface Video {
  /** Whose it is, as the reader is told; null where it comes from the help center itself. */
  host: string | null
  /** A page to frame, or a file to play. */
  kind: 'frame' | 'file'
  /** What is loaded once somebody wants to see it. */
  player: string
}

/**
 * The video behind a link: a page of YouTube or Vimeo, or a file that ends in `.mp4`; null where there is none.
 *
 * @example
 * ```ts
 * findVideo('https://youtu.be/dQw4w9WgXcQ')?.host // 'youtube.com'
 * ```
 */
export function findVideo(link: string): Video | null {
  if (/^\/(?!\/)[^?#]*\.mp4$/i.test(link)) return { host: null, kind: 'file', player: link }
  const url = URL.canParse(link) ? new URL(link) : null
  if (url?.protocol !== 'https:') return null
  const host = url.hostname.replace(/^(www|m|player)\./, '')
  if (/\.mp4$/i.test(url.pathname)) return { host, kind: 'file', player: url.href }
  const isVimeo = host === 'vimeo.com'
  const player = isVimeo ? vimeoPlayer(url) : youTubePlayer(url, host)
  return player === null ? null : { host: isVimeo ? host : 'youtube.com', kind: 'frame', player }
}

function youTubePlayer(url: URL, host: string): string | null {
  const [, inPath] = /^\/(?:embed|shorts|live)\/([\w-]+)\/?$/.exec(url.pathname) ?? []
  const [, short] = /^\/([\w-]+)$/.exec(url.pathname) ?? []
  const named = url.pathname === '/watch' ? (url.searchParams.get('v') ?? undefined) : inPath
  const id = host === 'youtu.be' ? short : /^youtube(-nocookie)?\.com$/.test(host) ? named : undefined
  if (id === undefined || !/^[\w-]+$/.test(id)) return null
  const start = Number.parseInt(url.searchParams.get('t') ?? url.searchParams.get('start') ?? '', 10)
  return `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${start > 0 ? `&start=${start}` : ''}`
}

function vimeoPlayer(url: URL): string | null {
  // An unlisted video has a second part, without which it is not played.
  const [, id, hash = url.searchParams.get('h')] = /^\/(?:video\/)?(\d+)(?:\/(\w+))?\/?$/.exec(url.pathname) ?? []
  return id === undefined
    ? null
    : `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1${hash ? `&h=${encodeURIComponent(hash)}` : ''}`
}
