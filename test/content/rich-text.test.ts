import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRichText, unsafeLinks } from '../../content/rich-text.ts'

test('knows bold, italic, code and links, and leaves the rest as it is', () => {
  expect(parseRichText('Press **Add** or *wait*, see `F1` and [help](https://example.com/a), 2 * 3.')).toEqual([
    {
      kind: 'paragraph',
      runs: [
        { text: 'Press ' },
        { text: 'Add', mark: 'strong' },
        { text: ' or ' },
        { text: 'wait', mark: 'em' },
        { text: ', see ' },
        { text: 'F1', mark: 'code' },
        { text: ' and ' },
        { text: 'help', href: 'https://example.com/a' },
        { text: ', 2 * 3.' },
      ],
    },
  ])
})

test('knows paragraphs, lines that go on, and lists', () => {
  const kinds = parseRichText('One\ngoes on.\n\nTwo:\n\n- a\n- b\n\nThree').map(({ kind, runs }) => [
    kind,
    runs.map(({ text }) => text).join(''),
  ])
  expect(kinds).toEqual([
    ['paragraph', 'One goes on.'],
    ['paragraph', 'Two:'],
    ['item', 'a'],
    ['item', 'b'],
    ['paragraph', 'Three'],
  ])
})

test.each(['javascript:alert', 'JavaScript:alert', 'data:text/html,x', '//elsewhere.example', 'vbscript:x', 'page'])(
  'shows a link to %s as it is written, and says that it is unsafe',
  (href) => {
    const text = `[here](${href})`
    expect(parseRichText(text)).toEqual([{ kind: 'paragraph', runs: [{ text }] }])
    expect(unsafeLinks(text)).toEqual([href])
  },
)

test('no text, whatever it is, leads anywhere unsafe or loses a word', () => {
  const pieces = fc.constantFrom('**', '*', '`', '[a](', 'javascript:x)', '/p)', '- ', '\n', ' ', 'word', '<b>', ')')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      const runs = parseRichText(text).flatMap((block) => block.runs)
      for (const { href } of runs) expect(href ?? '/').toMatch(/^(https?:\/\/|mailto:|tel:|#|\/(?!\/))/)
      const words = (of: string) => of.match(/word/g)?.length ?? 0
      expect(words(runs.map((run) => run.text).join(' '))).toBe(words(text))
    }),
  )
})
