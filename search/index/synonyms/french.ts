export const french = ``
