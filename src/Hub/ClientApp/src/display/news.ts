import { serverAtLeast } from '../lib/clock'
import { recall, remember } from '../lib/remember'
import type { HallEvent, Picture } from '../wire'
import { isCall, isHere } from './board'

/** So long after its first picture a screen may be pushed what was called before; later clocks are not asked. */
const YOUNG_MS = 10_000

export interface HeardCall {
  seq: number
  at: string
  number: string
  window: string
}

/**
 * Which calls are new to the people in front of this screen, each once and in order. Its place is kept over a
 * reload, so that a screen that loads other pages loses no call; one that is switched on tells none from before.
 */
export class News {
  private ledger: string | null = null
  private heardUpTo = 0
  private bornAt = -Infinity
  private youngUntil = 0

  constructor(private readonly placeKey: string) {}

  /** Of a picture: the calls in it that came after the place before. */
  inPicture(picture: Picture): HeardCall[] {
    if (picture.ledger !== this.ledger) this.begin(picture)
    const calls = [...picture.calls].sort((a, b) => a.seq - b.seq).filter((call) => this.isNew(call))
    this.keep(picture.seq)
    return calls
  }

  inEvents(events: HallEvent[], upTo: number): HeardCall[] {
    const calls = events
      .filter((event) => isCall(event) && isHere(event))
      .map((event) => ({ seq: event.seq, at: event.at, number: event.number!, window: event.window! }))
      .filter((call) => this.isNew(call))
    this.keep(upTo)
    return calls
  }

  /** The server may draw an older picture and push what came after it: that is not news to a new screen either. */
  private begin(picture: Picture): void {
    const [knownLedger, seq] = (recall('session', this.placeKey) ?? '').split(' ')
    const known = this.ledger === null && knownLedger === picture.ledger && seq
    this.ledger = picture.ledger
    this.heardUpTo = known ? Number(seq) : picture.seq
    // Never later than the server's own clock: no call from now on may be taken for an old one.
    this.bornAt = known ? -Infinity : serverAtLeast()
    this.youngUntil = performance.now() + YOUNG_MS
  }

  private isNew(call: { seq: number; at: string }): boolean {
    const isOld = performance.now() < this.youngUntil && Date.parse(call.at) < this.bornAt
    return call.seq > this.heardUpTo && !isOld
  }

  private keep(seq: number): void {
    this.heardUpTo = Math.max(this.heardUpTo, seq)
    remember('session', this.placeKey, `${this.ledger} ${this.heardUpTo}`)
  }
}
