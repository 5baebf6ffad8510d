import type { Estimate, Level, TicketClass } from './wire'

/** What travels about offers, posts and other halls. */

export type DispatchMode = 'pull' | 'push' | 'pushAndPull'
export type AbsenceCause = 'pause' | 'signOff' | 'lost'

/** What a window is asked to take. */
export interface Offer {
  ticket: string
  number: string
  matter?: string | null
  matterName?: string | null
  class: TicketClass
  arrivedAt: string
  offeredAt: string
  /** Goes to the next window after this. */
  until: string
  /** The citizen's hall and its name, when it is another one: served by camera. */
  home?: string | null
  homeName?: string | null
}

/** A window whose line this clerk serves besides his own. */
export interface Cover {
  window: string
  name: string
  cause?: AbsenceCause | null
  waiting: number
  /** No deputy is there: only what nobody else serves comes here, by skill. */
  rerouted?: boolean
}

/** Of all first calls of the day, against what was said at the taking of the number. */
export interface EstimateError {
  calls: number
  /** Shares of the waits up to the lower and up to the upper bound. */
  underFrom: number
  underTo: number
  meanErrorMinutes: number
  meanOffMinutes: number
}

/** What a newcomer with one matter would meet in a hall. */
export interface MatterWait {
  hall: string
  name: string
  nameEn?: string | null
  level: Level
  served: boolean
  windowsOpen: number
  waiting: number
  estimate: Estimate
  /** Another hall would serve it here by camera now. */
  byCamera: boolean
}

export interface StandbyView {
  clerk: string
  present: boolean
  standby: string[]
  /** The window at which the clerk was seated to cover it; null while on standby. */
  window?: string | null
}
