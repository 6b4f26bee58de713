/** What runs in the page: finds the ids of articles, best first. */
export type Find = (query: string) => Promise<string[]>

/** As many results as a page shows with their texts. */
export const pageSize = 10

/** The id of an article by the path of its page. */
export const idOf = (path: string): string => path.replace(/^.*\/help\/|\/$/g, '')
