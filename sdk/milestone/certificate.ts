/** What stands on a certificate. */
export interface CertificateText {
  title: string
  name: string
  text: string | null
  day: string
}

/** A sheet of A4 across, as large as it is printed well. */
const [width, height] = [2000, 1414]
const margin = 90

/**
 * Draws a certificate and has the browser save it as a picture. Nothing of it leaves the browser, and a canvas needs no
 * permission from a Content Security Policy. It is paper, so it is white in any scheme.
 */
export const saveCertificate = ({ title, name, text, day }: CertificateText): void => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.strokeStyle = accent
  pen.lineWidth = 6
  pen.strokeRect(margin, margin, width - 2 * margin, height - 2 * margin)
  pen.fillStyle = accent
  for (const [index, wide] of [200, 144, 88].entries()) {
    pen.beginPath()
    pen.roundRect(width / 2 - wide / 2 + (index - 1) * 8, 360 - index * 56, wide, 48, 22)
    pen.fill()
  }
  pen.textAlign = 'center'
  pen.direction = getComputedStyle(document.documentElement).direction as CanvasDirection
  write(pen, title, { y: 560, size: 84, weight: 700 })
  write(pen, name, { y: 790, size: 104, weight: 400 })
  if (text) write(pen, text, { y: 960, size: 46, weight: 400 })
  write(pen, day, { y: height - 190, size: 40, weight: 400 })
  canvas.toBlob((picture) => picture && save(picture, `${title}.png`))
}

const accent = '#4d6b1f'

/** Writes words in the middle, on as many lines as they take, in letters that let the longest word fit. */
const write = (
  pen: CanvasRenderingContext2D,
  words: string,
  { y, size, weight }: { y: number; size: number; weight: number },
) => {
  const room = width - 4 * margin
  const font = (pixels: number) => (pen.font = `${weight} ${pixels}px system-ui, sans-serif`)
  font(size)
  const longest = Math.max(...words.split(' ').map((word) => pen.measureText(word).width))
  font(Math.min(size, (size * room) / longest))
  pen.fillStyle = '#1c1917'
  const lines = ['']
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (pen.measureText(longer).width > room) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  lines.forEach((line, index) => pen.fillText(line, width / 2, y + index * size * 1.25))
}

const save = (picture: Blob, download: string) => {
  const href = URL.createObjectURL(picture)
  Object.assign(document.createElement('a'), { href, download }).click()
  // It is read when it is saved, which is not at once.
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}
