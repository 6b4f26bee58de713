/** A tour that somebody is on: kept for the tab, so that it goes on after a change of page. */
export interface BegunTour {
  id: string
  /** Id of the step. */
  step: string
}
