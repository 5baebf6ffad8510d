import { onScopeDispose, ref } from 'vue'

/** Seconds left until `done`; `restart` begins anew. Ends with the component. */
export function useCountdown(seconds: number, done: () => void) {
  const left = ref(seconds)
  const timer = setInterval(() => {
    left.value -= 1
    if (left.value <= 0) {
      clearInterval(timer)
      done()
    }
  }, 1_000)
  onScopeDispose(() => clearInterval(timer))
  return {
    left,
    restart: () => {
      left.value = seconds
    },
  }
}
