import type { TicketClass, TicketState, WindowState } from './wire'

/** What screens show, and the events that carry it on. */

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
  home?: string | null
}

export interface BoardWindow {
  window: string
  kind: string
  name: string
  state: WindowState
  number?: string | null
  home?: string | null
  /** The citizen sits in another hall and is served by camera. */
  byCamera?: boolean
  coveredBy?: string | null
  /** Of a booth in use: name of the hall whose clerk serves there. */
  helper?: string | null
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
  home?: string | null
  byCamera?: boolean
  /** Of a cover: the window to which the line is called. */
  by?: string | null
  cause?: string | null
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
