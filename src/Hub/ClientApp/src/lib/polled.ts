import { computed, onScopeDispose, ref, type ComputedRef, type Ref } from 'vue'
import type { Problem } from '../wire'
import { serverNow } from './clock'
import { get, UNREACHABLE } from './http'

/** After a failure it is asked sooner, to notice the way back. */
const AFTER_FAILURE_MS = 3_000

export interface Polled<T> {
  /** The last good answer; kept while later ones fail. */
  value: Ref<T | undefined>
  problem: Ref<Problem | undefined>
  /** Server's time of the last good answer. */
  heardAt: Ref<number>
  cutOff: ComputedRef<boolean>
  /** Asks now, unless a question is on its way; the answer to that may be older than the wish, so once more. */
  refresh: () => void
}

/** Asks again `everyMs` after each answer, one question at a time, while the component lives. */
export function usePolled<T>(path: string, everyMs: number, onAnswer?: () => void): Polled<T> {
  const value = ref<T>() as Ref<T | undefined>
  const problem = ref<Problem>()
  const heardAt = ref(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  let gone = false

  let asking = false
  let again = false

  async function ask(): Promise<void> {
    asking = true
    const answer = await get<T>(path)
    if (gone) return
    problem.value = answer.problem ?? undefined
    if (answer.value !== undefined && answer.value !== null) {
      value.value = answer.value
      heardAt.value = serverNow()
      onAnswer?.()
    }
    asking = false
    const pause = answer.problem ? Math.min(everyMs, AFTER_FAILURE_MS) : everyMs
    timer = setTimeout(() => void ask(), again && !answer.problem ? 0 : pause)
    again = false
  }

  function refresh(): void {
    if (asking) again = true
    else {
      clearTimeout(timer)
      void ask()
    }
  }

  onScopeDispose(() => {
    gone = true
    clearTimeout(timer)
  })
  void ask()
  const cutOff = computed(() => problem.value?.code === UNREACHABLE || (problem.value?.status ?? 0) >= 500)
  return { value, problem, heardAt, cutOff, refresh }
}
