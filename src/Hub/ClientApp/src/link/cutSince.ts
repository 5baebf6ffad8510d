import { ref, watch, type Ref } from 'vue'
import { hourMinute, serverNow, zoneMinutes } from '../lib/clock'
import type { LinkState } from './link'

/** "10:02": since when the page may be old, empty while it was never live. `instant`: any of the hall, for its zone. */
export function useCutSince(state: Readonly<Ref<LinkState>>, instant: () => string | undefined): Ref<string> {
  const since = ref('')
  watch(state, (now, before) => {
    if (before === 'live') since.value = hourMinute(serverNow(), zoneMinutes(instant()))
    if (now === 'live') since.value = ''
  })
  return since
}
