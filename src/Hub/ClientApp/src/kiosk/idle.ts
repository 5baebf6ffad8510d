import { onScopeDispose } from 'vue'

/** Somebody walked away in the middle: the next citizen begins at the start. */
const IDLE_MS = 60_000

export function useIdle(onIdle: () => void): void {
  let touchedAt = Date.now()
  const touched = (): void => {
    touchedAt = Date.now()
  }
  const signs = ['pointerdown', 'keydown'] as const
  for (const sign of signs) addEventListener(sign, touched)
  const timer = setInterval(() => {
    if (Date.now() - touchedAt > IDLE_MS) onIdle()
  }, 1_000)
  onScopeDispose(() => {
    clearInterval(timer)
    for (const sign of signs) removeEventListener(sign, touched)
  })
}
