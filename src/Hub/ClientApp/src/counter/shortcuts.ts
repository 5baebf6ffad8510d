import { onScopeDispose, ref, type Ref } from 'vue'
import { recall, remember } from '../lib/remember'

/** Keys by their place, so that a Chinese input method does not swallow them. */
export type Shortcuts = Record<string, () => void>

/** Keys of the page, but never while a dialog is open or somebody types or stands on a control. */
export function useShortcuts(keys: Shortcuts): { letters: Ref<boolean>; setLetters: (on: boolean) => void } {
  const letters = ref(recall('local', 'letters') !== 'off')

  function onKey(event: KeyboardEvent): void {
    if (
      event.repeat ||
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.defaultPrevented ||
      isBusy(event)
    )
      return
    if (event.code.startsWith('Key') && !letters.value) return
    const act = keys[event.code]
    if (!act) return
    event.preventDefault()
    act()
  }

  addEventListener('keydown', onKey)
  onScopeDispose(() => removeEventListener('keydown', onKey))
  const setLetters = (on: boolean): void => {
    letters.value = on
    remember('local', 'letters', on ? null : 'off')
  }
  return { letters, setLetters }
}

/** The letters work on a button too; Space and Enter belong to the control that has the focus, as everywhere. */
function isBusy(event: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"]')) return true
  const controls = event.code.startsWith('Key') ? typing : `${typing}, a, button, summary, [role="switch"]`
  return event.target instanceof Element && event.target.closest(controls) !== null
}

const typing = 'input:not([type="checkbox"]), textarea, select'
