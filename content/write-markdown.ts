/** An article in Markdown, as one document: its title and description before what its file says. */
export function writeMarkdown({
  title,
  description,
  body,
}: {
  title: string
  description: string | undefined
  body: string
}): string {
  const head = [`# ${title}`, ...(description === undefined ? [] : [`> ${description}`])]
  return `${[...head, withoutNames(withoutPictures(withoutImports(body))).trim()].join('\n\n')}\n`
}

/** An `.mdx` file begins with what it imports, which is nothing to read. */
const withoutImports = (body: string): string => body.replace(/^(?:\s*(?:import|export) [^\n]*\n)+/, '')

/** A picture beside the article has another address when it is served; what it shows is what can be read. */
const withoutPictures = (body: string): string => body.replace(/!\[([^\]]*)\]\(\.{1,2}\/[^)]*\)/g, '[$1]')

/** The names of headings are for addresses. */
const withoutNames = (body: string): string => body.replace(/^(#{1,6} .*?)\s*\{#[\w-]+\}[ \t]*$/gm, '$1')
