/** Whose help center this is: the words and links that change with the product it explains. */
export const brand = {
  /** Name of the product. */
  product: 'Roadbook',
  /** Where a file of the project is edited, such as `https://github.com/you/help/edit/main`; articles then link to it. */
  editUrl: undefined as string | undefined,
}
