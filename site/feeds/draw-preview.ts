import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import tokens from '../styles/tokens.css?raw'
import { escapeXml } from './escape-xml.ts'
import { previewSize } from './preview-size.ts'

const margin = 80
const ink = '#22211e'
const muted = '#5f5b52'
const [, accent = ''] = /--cairn-accent: light-dark\((#\w+)/.exec(tokens) ?? []

// A font of its own: a machine that builds may have none, and every build should look the same. Inter, OFL.
const fontfile = fileURLToPath(import.meta.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'))

function write({ text, size, color, lines = 1 }: { text: string; size: number; color: string; lines?: number }) {
  const height = Math.round(size * 1.4 * lines)
  return {
    text: `<span foreground="${color}">${escapeXml(text)}</span>`,
    font: `Inter SemiBold ${size}`,
    fontfile,
    width: previewSize.width - 2 * margin,
    // A title that is too long for its place is written smaller; a short one as large as it is.
    ...(text.length * size * 0.62 > lines * (previewSize.width - 2 * margin) ? { height } : { dpi: 72 }),
    rgba: true,
  }
}

// The stones are those of site/components/Mark.astro.
const background = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
  <rect width="1200" height="630" fill="#faf9f6"/><rect width="1200" height="12" fill="${accent}"/>
  <g transform="translate(${margin} 518) scale(1.5)">
    <path fill="${muted}" d="M2.5 25.4c0-2.9 4.6-4.4 13-4.4 9.1 0 14 1.3 14 4.1 0 3.2-4.6 4.9-13.4 4.9S2.5 28.6 2.5 25.4Z"/>
    <path fill="#8f8a7e" d="M6.6 16.9c0-2.7 3.8-4.1 9.6-4.1 5.7 0 9 1.3 9 3.9 0 2.5-3.5 3.7-9.3 3.7s-9.3-.9-9.3-3.5Z"/>
    <path fill="${accent}" d="M10.8 8.3c0-3 2.1-5.3 5-5.3 3.1 0 5.5 2 5.5 4.9 0 2.8-2.1 4.3-5.2 4.3-3.3 0-5.3-1.3-5.3-3.9Z"/>
  </g>
</svg>`)

/** Draws what a shared link to an article shows: its title, its category and whose help center it is, as PNG. */
export function drawPreview(said: { title: string; category: string; siteName: string }): Promise<Buffer> {
  const lines = [
    { text: said.category, size: 32, color: accent, left: margin, top: 100 },
    { text: said.title, size: 68, color: ink, lines: 3, left: margin, top: 172 },
    { text: said.siteName, size: 32, color: muted, left: margin + 68, top: 524 },
  ]
  const written = lines.filter(({ text }) => text.trim() !== '')
  return sharp(background)
    .composite(written.map(({ left, top, ...line }) => ({ input: { text: write(line) }, left, top })))
    .png({ palette: true })
    .toBuffer()
}
