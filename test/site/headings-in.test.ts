import { expect, it } from 'vitest'
import { headingsIn } from '../../site/lib/headings-in.ts'

it('finds headings of every level', () => {
  expect(headingsIn('## Before you start {#before}\n\nText\n\n### On a phone ###\n')).toEqual([
    'Before you start',
    'On a phone',
  ])
})

it('takes no comment of a code block for a heading', () => {
  expect(headingsIn('```sh\n# install\n~~~\n# still code\n```\n## After')).toEqual(['After'])
})

it('takes no hashtag for a heading', () => {
  expect(headingsIn('#hashtag')).toEqual([])
})
