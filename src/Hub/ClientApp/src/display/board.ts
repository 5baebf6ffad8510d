import type { BoardWindow, Call, HallEvent, Picture, TicketState, WaitingCount, WindowState } from '../wire'

/** As many as the server's own picture holds. */
const CALLS_KEPT = 12

/** What becomes of the ticket and of the window that had it, where the event itself does not say. */
const after: Record<string, { ticket: TicketState; window: WindowState }> = {
  started: { ticket: 'serving', window: 'serving' },
  finished: { ticket: 'done', window: 'ready' },
  noShow: { ticket: 'noShow', window: 'ready' },
  held: { ticket: 'held', window: 'ready' },
  released: { ticket: 'waiting', window: 'ready' },
  transferred: { ticket: 'waiting', window: 'ready' },
  moveBegun: { ticket: 'elsewhere', window: 'ready' },
}

/** A notice without words takes another one back. */
const ends: Record<string, string> = { waitUnderCap: 'waitOverCap' }

/** A citizen served by camera sits in another hall, and is called there. */
export const isHere = (event: HallEvent): boolean => event.byCamera !== true

export const isCall = (event: HallEvent): boolean => event.kind === 'called' || event.kind === 'recalled'

/** Carries the picture on by events that come after it, in order. */
export function carryOn(picture: Picture, events: HallEvent[], waiting: WaitingCount[]): void {
  for (const event of events) {
    carryOnBy(picture, event)
    picture.seq = event.seq
    picture.at = event.at
  }
  picture.waiting = waiting
}

function carryOnBy(picture: Picture, event: HallEvent): void {
  const window = picture.windows.find((one) => one.window === event.window)
  if (isCall(event)) call(picture, window, event)
  else if (event.kind === 'dayOpened') picture.calls = []
  else if (event.kind === 'notice') notice(picture, event)
  else if (event.ticket) ticketMoved(picture, window, event)
  else if (window) placeChanged(picture, window, event)
}

/** A kind that this page does not know yet changes nothing of what it shows. */
function placeChanged(picture: Picture, window: BoardWindow, event: HallEvent): void {
  if (event.kind === 'covered') covered(window, event.by)
  else if (event.kind === 'uncovered') window.coveredBy = null
  else if (event.kind === 'boothTaken') Object.assign(window, { state: 'ready', helper: event.cause })
  else if (event.kind === 'boothFreed')
    Object.assign(window, { state: 'closed', number: null, home: null, helper: null })
  else if (event.kind === 'windowChanged') windowChanged(picture, window, event.windowState ?? 'ready')
}

/** A deputy who sits down at the window itself opens it. */
function covered(window: BoardWindow, by: string | null | undefined): void {
  window.coveredBy = by === window.window ? null : by
  if (by === window.window) setWindow(window, 'ready', null)
}

/** A wish for a pause, its end, and a clerk who comes back leave the ticket in hand as it is. */
function windowChanged(picture: Picture, window: BoardWindow, state: WindowState): void {
  const keeps = state === 'ready' && window.number != null
  setWindow(window, keeps ? stateInHand(picture, window) : state, window.number)
}

function stateInHand(picture: Picture, window: BoardWindow): WindowState {
  if (window.state === 'calling' || window.state === 'serving') return window.state
  const last = picture.calls.find((one) => one.window === window.window && one.number === window.number)
  return last?.state === 'called' ? 'calling' : 'serving'
}

function call(picture: Picture, window: BoardWindow | undefined, event: HallEvent): void {
  const made: Call = {
    seq: event.seq,
    at: event.at,
    kind: event.kind as Call['kind'],
    ticket: event.ticket!,
    number: event.number!,
    window: event.window!,
    state: 'called',
    home: event.home,
  }
  const others = picture.calls.filter((one) => one.ticket !== made.ticket)
  if (isHere(event)) picture.calls = [made, ...others].slice(0, CALLS_KEPT)
  if (!window) return
  setWindow(window, event.windowState ?? 'calling', event.number)
  Object.assign(window, { home: event.home, byCamera: event.byCamera })
}

function ticketMoved(picture: Picture, window: BoardWindow | undefined, event: HallEvent): void {
  const next = after[event.kind]
  const state = event.state ?? next?.ticket
  for (const one of picture.calls) if (one.ticket === event.ticket && state) one.state = state
  if (event.kind === 'offered' && window) return setWindow(window, 'offered', null)
  if (event.kind === 'offerEnded' && window?.state === 'offered') return setWindow(window, 'ready', null)
  if (!window || !next || window.number !== event.number) return
  // Said without a state of the window: its clerk is there, or nobody is and the ticket is taken from it.
  const empty = window.state === 'unattended' ? 'unattended' : next.window
  setWindow(window, event.windowState ?? empty, next.window === 'serving' ? event.number : null)
}

function setWindow(window: BoardWindow, state: WindowState, number: string | null | undefined): void {
  window.state = state
  window.number = state === 'ready' || state === 'closed' || state === 'paused' ? null : number
  if (window.number == null) Object.assign(window, { home: null, byCamera: false })
}

function notice(picture: Picture, event: HallEvent): void {
  const id = event.notice ?? String(event.seq)
  const others = picture.notices.filter((one) => one.notice !== id && one.notice !== ends[id])
  const made = event.zh ? [{ notice: id, at: event.at, zh: event.zh, en: event.en ?? event.zh }] : []
  picture.notices = [...others, ...made]
}

/** Each ticket once, at its newest call. */
export function latestCalls(calls: Call[]): Call[] {
  const seen = new Set<string>()
  return calls.filter((one) => !seen.has(one.ticket) && seen.add(one.ticket))
}
