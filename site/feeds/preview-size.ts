/** The size that pictures of shared links are drawn for, in pixels. */
export const previewSize = { width: 1200, height: 630 }
