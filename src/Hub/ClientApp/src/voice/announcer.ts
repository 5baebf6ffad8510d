import { ref } from 'vue'
import { serverNow } from '../lib/clock'
import { chime, silence } from './chime'
import { fetchClip } from './clips'
import { Speaker } from './speaker'

/** A call that is spoken this late sends somebody to a window that has gone on without them. */
const STALE_MS = 60_000
/** More than the windows of the largest hall, each of which has one call at a time. */
const QUEUE_LIMIT = 60

export interface Spoken {
  seq: number
  number: string
  window: string
}
export type Unspoken = Spoken & { why: 'stale' | 'full' | 'failed' }
interface Announcement extends Spoken {
  at: number
  clips: Promise<Blob[]>
}

declare global {
  interface Window {
    /** What this screen has begun to announce, in order: for tests and for the technician in the hall. */
    __spoken: Spoken[]
    /** Calls that were not announced, and why. */
    __unspoken: Unspoken[]
  }
}

/** One announcement at a time: chime, then the call. A running one is never cut, a waiting one never overtaken. */
export class Announcer {
  readonly blocked = ref(false)
  private readonly speaker = new Speaker()
  private readonly queue: Announcement[] = []
  private running: Promise<void> | null = null

  /** `languages`: in which a call is spoken, one after the other; `repeat`: how often. */
  constructor(
    private readonly languages: string[],
    private readonly repeat: number,
  ) {
    window.__spoken = []
    window.__unspoken = []
    this.allow()
  }

  /** Finds out whether the browser lets the page speak; asked from a touch the answer is yes. */
  allow(): void {
    if (this.running === null) this.run(this.tryAloud())
  }

  announce(call: Spoken & { at: string }): void {
    const at = Date.parse(call.at)
    const spoken: Spoken = { seq: call.seq, number: call.number, window: call.window }
    if (isStale(at)) return this.leaveOut(spoken, 'stale')
    if (this.queue.length >= QUEUE_LIMIT) this.leaveOut(this.queue.shift()!, 'full')
    this.queue.push({ ...spoken, at, clips: this.load(spoken, at) })
    this.next()
  }

  /** Resolves when nothing is being said and nothing can be said next. */
  async silent(): Promise<void> {
    while (this.running !== null) await this.running
  }

  private next(): void {
    if (this.running !== null || this.blocked.value) return
    const first = this.queue.shift()
    if (first !== undefined) this.run(this.speak(first))
  }

  private run(work: Promise<void>): void {
    this.running = work.finally(() => {
      this.running = null
      this.next()
    })
  }

  private async tryAloud(): Promise<void> {
    this.blocked.value = (await this.speaker.play(silence())) === 'blocked'
    if (this.blocked.value) return
    const stale = this.queue.filter((waiting) => isStale(waiting.at))
    for (const late of stale) {
      this.queue.splice(this.queue.indexOf(late), 1)
      this.leaveOut(late, 'stale')
    }
  }

  private async speak(call: Announcement): Promise<void> {
    const clips = await call.clips
    if (clips.length === 0) return this.leaveOut(call, 'failed')
    if ((await this.speaker.play(chime())) === 'blocked') {
      this.blocked.value = true
      this.queue.unshift(call)
      return
    }
    window.__spoken.push({ seq: call.seq, number: call.number, window: call.window })
    for (const clip of clips) await this.speaker.play(clip)
  }

  /** Fetched as soon as the call is known, so that a cut afterwards does not silence it. */
  private async load(call: Spoken, at: number): Promise<Blob[]> {
    const each = this.languages.map((language) =>
      fetchClip(call.number, call.window, language, () => !isStale(at)),
    )
    const clips = (await Promise.all(each)).filter((clip) => clip !== null)
    return Array.from({ length: this.repeat }, () => clips).flat()
  }

  private leaveOut(call: Spoken, why: Unspoken['why']): void {
    window.__unspoken.push({ seq: call.seq, number: call.number, window: call.window, why })
  }
}

const isStale = (at: number): boolean => serverNow() - at > STALE_MS
