/** What travels between the pages and the hall, version 1. Words and shapes are those of the outside contract. */
import type { Cover, DispatchMode, EstimateError, Offer } from './wirePosts'

export type * from './wirePosts'
export type * from './wireScreens'

/** The durable state that an answer was decided on. */
export interface AsOf {
  ledger: string
  seq: number
  at: string
}

/** Minutes of waiting, p50 to p90; null when no window that is open serves it, or nothing is known yet. */
export type Estimate = { fromMinutes: number; toMinutes: number } | null

export interface Words {
  zh: string
  en: string
}

export type Level = 'county' | 'township' | 'village'
export type TicketClass = 'normal' | 'priority' | 'appointment'
export type PriorityReason = 'elder' | 'disabled' | 'pregnant' | 'infant' | 'soldier'
export type TicketState =
  | 'waiting'
  | 'offered'
  | 'called'
  | 'serving'
  | 'held'
  | 'noShow'
  | 'done'
  | 'cancelled'
  | 'expired'
  | 'elsewhere'
export type WindowState = 'closed' | 'ready' | 'offered' | 'calling' | 'serving' | 'paused' | 'unattended'
export type MatterKind = 'instant' | 'promised' | 'joint' | 'upward'

export interface HallLine {
  hall: string
  name: string
  nameEn?: string | null
  level: Level
  parent: string | null
  open: boolean
  waiting: number
  windowsOpen: number
  estimate: Estimate
  /** Null for a hall that did not answer. */
  asOf: AsOf | null
  oldestWaitMinutes?: number
  /** Windows whose clerk is away without a word, or covered by a deputy. */
  windowsAway?: number
  /** Other halls may serve some of those who wait; null while the hall copes. */
  overflow?: 'nobody' | 'wait' | null
  /** Its citizens whom other halls serve now, and citizens of other halls whom it serves. */
  servedElsewhere?: number
  helping?: number
  booths?: number
  boothsFree?: number
}

export interface HallView extends HallLine {
  businessDay: string
  areas: { area: string; name: string }[]
  classes: { class: TicketClass; headStartMinutes: number }[]
  windows: PostedWindow[]
  mode?: DispatchMode
  /** Deputies who are there without a window. */
  standby?: string[]
  boothPlaces?: PostedWindow[]
  estimateError?: EstimateError | null
  asOf: AsOf
}

export type PostedWindow = WindowView & { posts: Posts }

export interface Posts {
  a: string | null
  b: string[]
}

export interface InHand {
  ticket: string
  number: string
  state: 'called' | 'serving'
  matter?: string | null
  matterName?: string | null
  class: TicketClass
  arrivedAt: string
  calledAt: string
  startedAt?: string | null
  /** Counted as started because the clerk pressed nothing: it can still be called again. */
  startInferred?: boolean
  calls: number
  /** Instant from which a recall is accepted. */
  recallFrom: string | null
  /** Instant from which a no-show is accepted; null while there were too few calls. */
  noShowFrom: string | null
  /** Calls still needed before a no-show is accepted, 0 when there were enough. */
  callsLeft: number
  /** The citizen's hall and its name, when it is another one. */
  home?: string | null
  homeName?: string | null
  /** Served by camera: the citizen sits at a booth of the home hall. */
  byCamera?: boolean
}

export interface WindowView {
  window: string
  kind: string
  name: string
  domains: string[]
  matters: string[]
  state: WindowState
  pauseRequested: boolean
  pause?: { reason: string; until?: string | null } | null
  clerk?: string | null
  post?: 'a' | 'b' | null
  ticket?: string | null
  inHand?: InHand | null
  covering: string[]
  servable?: number
  offer?: Offer | null
  /** The window to which this one's line is called while its clerk is away. */
  coveredBy?: string | null
  covers?: Cover[]
  /** Windows that take the matters nobody else serves. */
  reroutedTo?: string[]
  restSeconds?: number
  /** No sign of the clerk for a moment. */
  silent?: boolean
  declined?: number
  lapsed?: number
  remoteDesk?: boolean
  /** The first clerk, who sits down again after the ticket in hand. */
  returning?: string | null
  /** Of a booth: name of the hall whose clerk serves there. */
  remoteHall?: string | null
  asOf: AsOf
}

export interface CallNextAnswer {
  ticket: string | null
  number?: string
  reason?: string
  window: WindowView
  asOf: AsOf
}

export interface Matter {
  matter: string
  name: string
  nameEn?: string | null
  department: string
  domain?: string | null
  kind: MatterKind
  promisedDays?: number | null
  materials: string[]
  minutes: number
  prefix: string
}

export interface TicketView {
  ticket: string
  number: string
  hall: string
  hallName: string
  class: TicketClass
  matter?: string | null
  matterName?: string | null
  state: TicketState
  window?: string | null
  ahead?: number | null
  estimate: Estimate
  why?: Words | null
  issuedAt: string
  link?: string
  asOf: AsOf
  history?: { at: string; kind: string; window?: string | null }[]
  /** The hall that has it now, when it left this one. */
  movedTo?: string | null
  movedToName?: string | null
  home?: string | null
}

export interface TakeNumber {
  requestId: string
  matter?: string
  class?: TicketClass
  reason?: PriorityReason
}

export interface LineTicket {
  ticket: string
  number: string
  class: TicketClass
  matter?: string | null
  matterName?: string | null
  state: TicketState
  arrivedAt: string
  waitedMinutes: number
  window?: string | null
  why?: Words | null
  /** Name of the hall that gave the number out, when it is another one. */
  home?: string | null
}

export interface Line {
  asOf: AsOf
  tickets: LineTicket[]
}

export interface Problem {
  code: string
  title: string
  detail?: string | null
  status: number
}

export interface Answer<T> {
  value?: T | null
  problem?: Problem | null
}
