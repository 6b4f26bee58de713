import { mount } from '../ui/mount.ts'
import type { Part } from '../ui/part.ts'
import type { ChecklistProps } from './checklist-props.ts'
import { checklist } from './checklist.ts'
import css from './checklist.css'

/** Puts a checklist on the page; it appears with its first `update`. */
export const showChecklist = (root: ShadowRoot): Part<ChecklistProps> => mount(root, { view: checklist, css })
