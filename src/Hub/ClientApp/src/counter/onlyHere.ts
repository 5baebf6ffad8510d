import { ref } from 'vue'

/**
 * One page per window on one computer, by a Web Lock. Over plain http in a network browsers have no locks: then
 * the server alone guards, as it always does.
 */
export function useOnlyHere(name: string) {
  const here = ref(true)

  async function claim(steal: boolean): Promise<void> {
    if (!('locks' in navigator)) return
    try {
      await navigator.locks.request(name, steal ? { steal } : { ifAvailable: true }, (lock) => {
        here.value = lock !== null
        return lock === null ? undefined : new Promise<void>(() => {})
      })
    } catch {
      // Another page took it over.
      here.value = false
    }
  }

  void claim(false)
  return { here, useHere: () => void claim(true) }
}
