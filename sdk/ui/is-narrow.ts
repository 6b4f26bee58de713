/** Whether the window is so narrow that an open card leaves nothing of the page to see. */
export const isNarrow = (): boolean => matchMedia('(max-width: 640px)').matches
