/** Bytes of a text on the wire. Outside of Latin letters they are more than its characters. */
export const byteLength = (text: string): number => new Blob([text]).size
