export { createCairn } from './create-cairn.ts'
export type { TrackingPlan } from './tracking-plan.ts'
export type { Cairn, CairnEvents, CairnOptions, Properties, QueuedCall, Shown } from './cairn.ts'
