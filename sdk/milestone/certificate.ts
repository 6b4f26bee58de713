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
  const stones = [200, 144, 88]
  stones.forEach((wide, index) => {
    pen.beginPath()
    pen.roundRect(width / 2 - wide / 2 + (index - 1) * 8, 360 - index * 56, wide, 48, 22)
    pen.fill()
  })
  pen.textAlign = 'center'
  pen.fillStyle = '#1c1917'
  const blocks = [
    fit(pen, title, { size: 84, weight: 700, most: 2 }),
    fit(pen, name, { size: 104, weight: 400, most: 2 }),
    ...(text ? [fit(pen, text, { size: 46, weight: 400, most: 3 })] : []),
  ]
  // In the middle between the stones and the day.
  let y = 790 - blocks.reduce((sum, block) => sum + heightOf(block) + gap, -gap) / 2
  for (const block of blocks) {
    write(pen, block, y)
    y += heightOf(block) + gap
  }
  write(pen, fit(pen, day, { size: 40, weight: 400, most: 1 }), height - 230)
  canvas.toBlob((picture) => picture && save(picture, `${title}.png`))
}

const accent = '#4d6b1f'
const gap = 60

/** Words in the letters and lines in which they fit. */
interface Block {
  lines: string[]
  size: number
  weight: number
}

/** Finds letters in which words fit into a number of lines. */
const fit = (
  pen: CanvasRenderingContext2D,
  words: string,
  { size: largest, weight, most }: { size: number; weight: number; most: number },
): Block => {
  const isWide = (line: string) => pen.measureText(line.trim()).width > width - 4 * margin
  for (let size = largest; ; size -= 2) {
    pen.font = fontOf({ size, weight })
    // A word that is too long in letters half as large is broken anywhere.
    const pieces = words
      .split(betweenPieces)
      .flatMap((piece) => (size < largest / 2 && isWide(piece) ? Array.from(piece) : piece))
    const lines = ['']
    for (const piece of pieces) {
      const longer = `${lines.at(-1) ?? ''}${piece}`
      if (isWide(longer)) lines.push(piece)
      else lines[lines.length - 1] = longer
    }
    const fits = lines.length <= most && !lines.some(isWide)
    if (fits || size < 10) return { lines, size, weight }
  }
}

/** Spaces, and each sign of Chinese and Japanese with its comma. */
const betweenPieces = /(\s+|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]\p{P}*)/u

const heightOf = ({ lines, size }: Block) => lines.length * size * lineHeight

const lineHeight = 1.25

const fontOf = ({ size, weight }: Pick<Block, 'size' | 'weight'>) => `${weight} ${size}px system-ui, sans-serif`

const write = (pen: CanvasRenderingContext2D, { lines, size, weight }: Block, y: number) => {
  pen.font = fontOf({ size, weight })
  // By its first letter, as a name may be written the other way than the page is.
  const [first = ''] = /\p{L}/u.exec(lines.join('')) ?? []
  pen.direction = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/u.test(first) ? 'rtl' : 'ltr'
  lines.forEach((line, index) => pen.fillText(line.trim(), width / 2, y + (index + 0.8) * size * lineHeight))
}

const save = (picture: Blob, download: string) => {
  const href = URL.createObjectURL(picture)
  Object.assign(document.createElement('a'), { href, download }).click()
  // It is read when it is saved, which is not at once.
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}
