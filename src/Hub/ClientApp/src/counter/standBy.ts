import { onScopeDispose, ref } from 'vue'
import { askBuild } from '../link/build'
import { Link } from '../link/link'
import { recall, remember } from '../lib/remember'
import type { Answer, Problem, StandbyView } from '../wire'

interface ShownCover {
  window: string
  by: string
  active: boolean
}

/** The page of a window finds the clerk who was seated there under this name. */
const clerkKey = (hall: string, window: string): string => `clerk.${hall}.${window}`
const deputyKey = (hall: string): string => `deputy.${hall}`

/** Where a deputy who came from standby goes when the first clerk is back; null for others. */
export const standbyOf = (hall: string, clerk: string): string | null =>
  recall('session', deputyKey(hall)) === clerk ? `/counter/${encodeURIComponent(hall)}/standby` : null

/** A deputy without a window: stands by as long as the page is connected, and goes to the window that needs him. */
export function useStandBy(hall: string) {
  const clerk = ref(recall('session', deputyKey(hall)) ?? '')
  const standing = ref(false)
  const problem = ref<Problem>()
  const link = new Link('/hubs/counter')
  let started = false

  function goTo(window: string): void {
    remember('session', clerkKey(hall, window), clerk.value)
    location.assign(`/counter/${encodeURIComponent(hall)}/${encodeURIComponent(window)}`)
  }

  async function enter(): Promise<void> {
    const answer = await link.ask<Answer<StandbyView>>('StandBy', hall, clerk.value)
    problem.value = answer.problem ?? undefined
    standing.value = answer.value != null
    if (!answer.value) return
    remember('session', deputyKey(hall), clerk.value)
    if (answer.value.window) goTo(answer.value.window)
  }

  async function come(who: string): Promise<void> {
    clerk.value = who
    if (started) return link.state.value === 'live' ? enter() : undefined
    started = true
    link.on<ShownCover>('cover', (cover) => {
      if (cover.active && cover.by === cover.window) goTo(cover.window)
    })
    link.start(async () => {
      await askBuild()
      await enter()
    })
  }

  async function go(): Promise<void> {
    standing.value = false
    remember('session', deputyKey(hall), null)
    await link.ask('StandDown').catch(() => undefined)
  }

  if (clerk.value !== '') void come(clerk.value)
  onScopeDispose(() => void link.stop())
  return { clerk, standing, problem, state: link.state, come, go }
}
