import { onScopeDispose, ref, watch, type WatchSource } from 'vue'
import { get } from '../lib/http'
import { hallPath } from '../lib/place'
import type { Line, LineTicket } from '../wire'

const REFRESH_MS = 10_000
/** The line changes many times a second at opening; the list follows at a pace that can be read. */
const REST_MS = 700

/** The waiting line and the tickets held or missed, read anew after every change that the window hears of. */
export function useLines(hall: string, changes: WatchSource[]) {
  const waiting = ref<LineTicket[]>([])
  const held = ref<LineTicket[]>([])
  let soon: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    const [line, aside] = await Promise.all([
      get<Line>(`${hallPath(hall)}/waiting`),
      get<Line>(`${hallPath(hall)}/held`),
    ])
    if (line.value) waiting.value = line.value.tickets
    if (aside.value) held.value = aside.value.tickets
  }

  watch(changes, () => {
    soon ??= setTimeout(() => {
      soon = undefined
      void read()
    }, REST_MS)
  })
  const timer = setInterval(() => void read(), REFRESH_MS)
  onScopeDispose(() => {
    clearInterval(timer)
    clearTimeout(soon)
  })
  void read()
  return { waiting, held }
}
