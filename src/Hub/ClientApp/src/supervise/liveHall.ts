import { onScopeDispose, watch } from 'vue'
import { useBoard } from '../display/followBoard'
import { hallPath } from '../lib/place'
import { usePolled } from '../lib/polled'
import type { HallView } from '../wire'

/** Asked at least so often, whatever is pushed. */
const EVERY_MS = 1_500
/** At opening a hall changes many times a second; the page follows at a pace that can be read. */
const REST_MS = 300

/** One hall as it is now: its board is pushed, and everything else is read anew after each push. */
export function useLiveHall(hall: string) {
  const polled = usePolled<HallView>(hallPath(hall), EVERY_MS)
  const { picture, state, unknownHall } = useBoard(hall, null, () => false)
  let soon: ReturnType<typeof setTimeout> | undefined

  watch(
    () => picture.value?.seq,
    () => {
      soon ??= setTimeout(() => {
        soon = undefined
        polled.refresh()
      }, REST_MS)
    },
  )
  onScopeDispose(() => clearTimeout(soon))
  return { ...polled, picture, link: state, unknownHall }
}
