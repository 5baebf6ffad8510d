/** What travels between the pages and the hall, version 1. Words and shapes are those of the outside contract. */

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
  'waiting' | 'called' | 'serving' | 'held' | 'noShow' | 'done' | 'cancelled' | 'expired'
export type WindowState = 'closed' | 'ready' | 'calling' | 'serving' | 'paused' | 'unattended'
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
}

export interface HallView extends HallLine {
  businessDay: string
  areas: { area: string; name: string }[]
  classes: { class: TicketClass; headStartMinutes: number }[]
  windows: (WindowView & { posts: Posts })[]
  asOf: AsOf
}

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
}

export interface Line {
  asOf: AsOf
  tickets: LineTicket[]
}

export interface WaitingCount {
  class: TicketClass
  count: number
}

export interface Call {
  seq: number
  at: string
  kind: 'called' | 'recalled'
  ticket: string
  number: string
  window: string
  state: TicketState
}

export interface BoardWindow {
  window: string
  kind: string
  name: string
  state: WindowState
  number?: string | null
}

export interface Notice {
  notice: string
  at: string
  zh: string
  en: string
}

export interface Picture {
  hall: string
  name: string
  nameEn?: string | null
  ledger: string
  seq: number
  at: string
  businessDay: string
  calls: Call[]
  windows: BoardWindow[]
  waiting: WaitingCount[]
  notices: Notice[]
}

export interface HallEvent {
  seq: number
  at: string
  kind: string
  ticket?: string | null
  number?: string | null
  window?: string | null
  class?: TicketClass | null
  state?: TicketState | null
  windowState?: WindowState | null
  pauseReason?: string | null
  notice?: string | null
  zh?: string | null
  en?: string | null
}

export interface EventBatch {
  hall: string
  ledger: string
  after: number
  upTo: number
  waiting: WaitingCount[]
  events: HallEvent[]
}

export interface FollowAnswer {
  picture?: Picture | null
  skipped?: number | null
  ledger: string
  seq: number
  build: string
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
