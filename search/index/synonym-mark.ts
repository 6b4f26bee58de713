/** What marks the groups of the help center's own writers, which count more than general ones. */
export const ownMark = '='
