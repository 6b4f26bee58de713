/** A count with its noun: "1 problem", "2 problems". */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
