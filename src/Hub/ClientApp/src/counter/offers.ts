import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import { serverNow } from '../lib/clock'
import { recall, remember } from '../lib/remember'
import { chime } from '../voice/chime'
import { Speaker } from '../voice/speaker'
import type { Offer, WindowView } from '../wire'

/** An offer that ends this close to its time has lapsed; earlier it was taken back. */
const LAPSE_SLACK_MS = 1_500
/** How long the page says what became of the last offer. */
const SAID_MS = 15_000

export interface OfferEnd {
  number: string
  how: 'lapsed' | 'withdrawn'
}

/** What became of an offer that this clerk neither took nor declined; undefined a while later. */
export function useOfferEnds(view: Ref<WindowView | undefined>, declining: () => string | undefined) {
  const ended = ref<OfferEnd>()
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    () => view.value?.offer ?? null,
    (now, before) => {
      if (now) ended.value = undefined
      if (!before || now?.ticket === before.ticket || isDone(before)) return
      const late = serverNow() > Date.parse(before.until) - LAPSE_SLACK_MS
      ended.value = { number: before.number, how: late ? 'lapsed' : 'withdrawn' }
      clearTimeout(timer)
      timer = setTimeout(() => {
        ended.value = undefined
      }, SAID_MS)
    },
  )
  const isDone = (offer: Offer): boolean =>
    view.value?.inHand?.ticket === offer.ticket || declining() === offer.ticket
  onScopeDispose(() => clearTimeout(timer))
  return ended
}

/** Calls a clerk who looks elsewhere: a chime, and the number in the tab's title while it is offered. */
export function useAttention(offer: Ref<Offer | null | undefined>, text: (offer: Offer) => string) {
  const sound = ref(recall('local', 'offerSound') !== 'off')
  const speaker = new Speaker()
  const usual = document.title
  const ticket = computed(() => offer.value?.ticket)

  watch(
    ticket,
    () => {
      document.title = offer.value ? text(offer.value) : usual
      if (offer.value && sound.value) void speaker.play(chime())
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    document.title = usual
  })
  const setSound = (on: boolean): void => {
    sound.value = on
    remember('local', 'offerSound', on ? null : 'off')
  }
  return { sound, setSound }
}
