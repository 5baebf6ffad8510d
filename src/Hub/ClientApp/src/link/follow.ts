import type { EventBatch, FollowAnswer, HallEvent, Picture, WaitingCount } from '../wire'
import { checkBuild } from './build'
import type { Link } from './link'

/** Time for a catch-up that is already on its way, before a gap makes the screen follow again. */
const GAP_PATIENCE_MS = 400

/** What a screen does with what it follows. */
export interface Screen {
  /** Everything anew. */
  draw(picture: Picture): void
  /** Events not seen before, in order, the counts after them, and the place now reached. */
  apply(events: HallEvent[], waiting: WaitingCount[], upTo: number): void
}

/**
 * Follows a hall's ledger by (ledger, seq): what is at or before the own place is dropped, a gap makes it follow
 * again from there, another ledger brings a new picture. So every event is applied exactly once and in order,
 * over any number of cuts.
 */
export class Follower {
  private ledger: string | null = null
  private seq = 0
  private wanted = 0
  private patience: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly link: Link,
    private readonly hall: string,
    private readonly screen: Screen,
  ) {
    link.on<EventBatch>('events', (batch) => this.take(batch))
  }

  readonly follow = async (): Promise<void> => {
    const answer = await this.link.ask<FollowAnswer>(
      'Follow',
      this.hall,
      this.ledger,
      this.ledger === null ? null : this.seq,
    )
    checkBuild(answer.build)
    if (answer.picture) this.draw(answer.picture)
  }

  private draw(picture: Picture): void {
    if (picture.ledger === this.ledger && picture.seq < this.seq) return
    this.ledger = picture.ledger
    this.seq = picture.seq
    this.screen.draw(picture)
  }

  private take(batch: EventBatch): void {
    if (batch.hall !== this.hall || this.ledger === null) return
    if (batch.ledger !== this.ledger) return this.followSoon(Infinity)
    if (batch.upTo <= this.seq) return
    if (batch.after > this.seq) return this.followSoon(batch.after)
    const fresh = batch.events.filter((event) => event.seq > this.seq)
    this.seq = batch.upTo
    this.screen.apply(fresh, batch.waiting, batch.upTo)
  }

  private followSoon(wanted: number): void {
    this.wanted = Math.max(this.wanted, wanted)
    this.patience ??= setTimeout(() => {
      this.patience = undefined
      const still = this.seq < this.wanted
      this.wanted = 0
      // A link that is cut in between follows by itself when it is back.
      if (still) this.follow().catch(() => undefined)
    }, GAP_PATIENCE_MS)
  }
}
