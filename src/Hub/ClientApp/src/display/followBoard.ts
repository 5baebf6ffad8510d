import { onMounted, ref, type Ref } from 'vue'
import { get } from '../lib/http'
import { beforeReload } from '../link/build'
import { Follower } from '../link/follow'
import { Link, type LinkState } from '../link/link'
import type { Announcer, Spoken } from '../voice/announcer'
import type { Picture } from '../wire'
import { carryOn } from './board'
import { News, type HeardCall } from './news'

declare global {
  interface Window {
    /** Every call this page has learnt of after its first picture, each once and in order. */
    __called: Spoken[]
  }
}

export interface FollowedBoard {
  picture: Ref<Picture | undefined>
  state: Readonly<Ref<LinkState>>
  unknownHall: Ref<boolean>
}

/** The hall's board, kept up to date for ever; new calls go to the announcer, if there is one, exactly once. */
export function useBoard(
  hall: string,
  announcer: Announcer | null,
  speaksFor: (window: string) => boolean,
): FollowedBoard {
  const picture = ref<Picture>()
  const unknownHall = ref(false)
  const link = new Link('/hubs/display')
  const news = new News(`called.${location.pathname}`)
  window.__called = []

  function hear(call: HeardCall): void {
    window.__called.push({ seq: call.seq, number: call.number, window: call.window })
    if (announcer && speaksFor(call.window)) announcer.announce(call)
  }

  const follower = new Follower(link, hall, {
    draw(drawn) {
      picture.value = drawn
      news.inPicture(drawn).forEach(hear)
    },
    apply(events, waiting, upTo) {
      if (!picture.value) return
      carryOn(picture.value, events, waiting)
      news.inEvents(events, upTo).forEach(hear)
    },
  })

  /** A hall that does not exist is said, and asked for again: the network may get it later. */
  async function followOrSay(): Promise<void> {
    try {
      await follower.follow()
      unknownHall.value = false
    } catch (refusal) {
      unknownHall.value = String(refusal).includes('hall-unknown')
      throw refusal
    }
  }

  beforeReload(() => announcer?.silent() ?? Promise.resolve())
  onMounted(() =>
    link.start(async () => {
      // An ordinary answer first: its Date header sets the clock before anything is judged old.
      await get('/api/build')
      await followOrSay()
    }),
  )
  return { picture, state: link.state, unknownHall }
}
