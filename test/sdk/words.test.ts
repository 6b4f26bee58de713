import { expect, test } from 'vitest'
import { checklistWords } from '../../sdk/i18n/checklist-words.ts'
import { translation } from '../../sdk/i18n/fr.ts'

test('one step is one step', () => {
  expect([checklistWords.count(0, 1), checklistWords.count(1, 2)]).toEqual(['0 of 1 step', '1 of 2 steps'])
  expect([translation.checklist.count(1, 1), translation.checklist.count(2, 2)]).toEqual([
    '1 étape sur 1',
    '2 étapes sur 2',
  ])
})
