export const german = ``
