import { onMounted, ref, type Ref } from 'vue'
import { get } from '../lib/http'
import { recall, remember } from '../lib/remember'
import { beforeReload } from '../link/build'
import { Follower } from '../link/follow'
import { Link, type LinkState } from '../link/link'
import type { Announcer, Spoken } from '../voice/announcer'
import type { Call, HallEvent, Picture } from '../wire'
import { carryOn, isCall } from './board'

declare global {
  interface Window {
    /** Every call this page has learnt of after its first picture, each once and in order. */
    __called: Spoken[]
  }
}

export interface FollowedBoard {
  picture: Ref<Picture | undefined>
  state: Readonly<Ref<LinkState>>
}

/** The hall's board, kept up to date for ever; new calls go to the announcer, if there is one, exactly once. */
export function useBoard(
  hall: string,
  announcer: Announcer | null,
  speaksFor: (window: string) => boolean,
): FollowedBoard {
  const picture = ref<Picture>()
  const link = new Link('/hubs/display')
  const placeKey = `called.${location.pathname}`
  window.__called = []

  function hear(call: { seq: number; at: string; number: string; window: string }): void {
    window.__called.push({ seq: call.seq, number: call.number, window: call.window })
    if (announcer && speaksFor(call.window)) announcer.announce(call)
  }

  function keepPlace(ledger: string, seq: number): void {
    remember('session', placeKey, `${ledger} ${seq}`)
  }

  /** Where this screen was before it loaded itself anew; calls since then have not been heard. */
  function placeBefore(ledger: string): number | null {
    const [knownLedger, seq] = (recall('session', placeKey) ?? '').split(' ')
    return knownLedger === ledger && seq ? Number(seq) : null
  }

  const follower = new Follower(link, hall, {
    draw(drawn: Picture, seenUpTo: number | null) {
      const seen = seenUpTo ?? placeBefore(drawn.ledger) ?? drawn.seq
      picture.value = drawn
      keepPlace(drawn.ledger, drawn.seq)
      drawn.calls
        .filter((call: Call) => call.seq > seen)
        .sort((a, b) => a.seq - b.seq)
        .forEach(hear)
    },
    apply(events: HallEvent[], waiting) {
      if (!picture.value) return
      carryOn(picture.value, events, waiting)
      keepPlace(picture.value.ledger, picture.value.seq)
      for (const event of events) {
        if (isCall(event))
          hear({ seq: event.seq, at: event.at, number: event.number!, window: event.window! })
      }
    },
  })

  beforeReload(() => announcer?.silent() ?? Promise.resolve())
  onMounted(() =>
    link.start(async () => {
      // An ordinary answer first: its Date header sets the clock before anything is judged old.
      await get('/api/build')
      await follower.follow()
    }),
  )
  return { picture, state: link.state }
}
