export const spanish = ``
