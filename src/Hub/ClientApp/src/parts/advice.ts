import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { get } from '../lib/http'
import { hallPath } from '../lib/place'
import type { MatterWait } from '../wire'

const EVERY_MS = 15_000

export interface Advice {
  hall: string
  matter: string
  here: MatterWait
  sooner: MatterWait[]
}

/** Where a matter is served sooner than here. It is asked beside everything else: nothing ever waits for it. */
export function useAdvice(
  hall: () => string,
  matter: Ref<string | null | undefined>,
): Ref<Advice | undefined> {
  const advice = ref<Advice>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let gone = false

  async function ask(asked: string, wanted: string): Promise<void> {
    const answer = await get<Advice>(`${hallPath(asked)}/advice?matter=${encodeURIComponent(wanted)}`)
    if (matter.value !== wanted || hall() !== asked || gone) return
    advice.value = answer.value ?? undefined
    timer = setTimeout(() => void ask(asked, wanted), EVERY_MS)
  }

  watch(
    [hall, matter] as const,
    ([asked, wanted]) => {
      clearTimeout(timer)
      advice.value = undefined
      if (wanted) void ask(asked, wanted)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    gone = true
    clearTimeout(timer)
  })
  return advice
}
