import { onScopeDispose, ref, watch, type WatchSource } from 'vue'
import { get } from '../lib/http'
import { hallPath } from '../lib/place'

export interface LedgerEntry {
  seq: number
  at: string
  kind: string
  ticket?: string | null
  number?: string | null
  window?: string | null
  clerk?: string | null
  data?: { event?: Record<string, unknown> } | null
}

/** What a supervisor wants to hear of; calls and services go by too fast. */
const kinds = new Set([
  'covered',
  'uncovered',
  'rerouted',
  'standby',
  'overflow',
  'offerEnded',
  'boothTaken',
  'boothFreed',
  'guestCame',
  'moved',
  'notice',
])
const KEPT = 60
const PAGE = 1_000
/** How far back the page looks when it opens. */
const BACK = 2_000
const EVERY_MS = 4_000

/** The hall's own ledger, from a while ago on: who stands in for whom, offers not taken, help from elsewhere. */
export function usePostEvents(hall: string, seq: () => number | undefined, changes: WatchSource[]) {
  const entries = ref<LedgerEntry[]>([])
  let upTo: number | undefined
  let reading = false

  async function read(): Promise<void> {
    const newest = seq()
    if (reading || newest === undefined || newest === upTo) return
    reading = true
    if (upTo === undefined || newest < upTo) {
      upTo = Math.max(0, newest - BACK)
      entries.value = []
    }
    for (let full = true; full; ) {
      const answer = await get<LedgerEntry[]>(`${hallPath(hall)}/ledger?after=${upTo}&take=${PAGE}`)
      const page: LedgerEntry[] = answer.value ?? []
      const news = page.filter((one) => kinds.has(one.kind)).reverse()
      entries.value = [...news, ...entries.value].slice(0, KEPT)
      upTo = page.at(-1)?.seq ?? upTo
      full = page.length === PAGE
    }
    reading = false
  }

  watch(changes, () => void read())
  const timer = setInterval(() => void read(), EVERY_MS)
  onScopeDispose(() => clearInterval(timer))
  return entries
}
