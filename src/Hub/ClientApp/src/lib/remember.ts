/** Small things a station keeps over a reload. A browser that forbids storage only forgets them. */
export function recall(store: 'local' | 'session', key: string): string | null {
  try {
    return storage(store).getItem(`yihao.${key}`)
  } catch {
    return null
  }
}

export function remember(store: 'local' | 'session', key: string, value: string | null): void {
  try {
    if (value === null) storage(store).removeItem(`yihao.${key}`)
    else storage(store).setItem(`yihao.${key}`, value)
  } catch {
    // Storage is forbidden or full: the page works without it.
  }
}

const storage = (store: 'local' | 'session'): Storage => (store === 'local' ? localStorage : sessionStorage)
