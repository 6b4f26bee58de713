/** What MiniSearch indexes: the same parts of an article as Cairn. */
export const miniSearchFields = {
  fields: ['title', 'keywords', 'headings', 'description', 'text'],
  storeFields: ['title'],
}
