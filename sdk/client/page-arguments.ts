type PageArguments = [category: string | undefined, name: string | undefined, properties: Record<string, unknown>]

/** `page([category], [name], [properties])` as analytics.js reads it: one text alone is the name. */
export const pageArguments = (given: readonly unknown[]): PageArguments => {
  const texts = given.filter((each) => typeof each === 'string')
  const properties = given.find((each) => Object(each) === each) ?? {}
  const [category, name] = texts.length > 1 ? texts : [undefined, texts[0]]
  return [category, name, properties as Record<string, unknown>]
}
