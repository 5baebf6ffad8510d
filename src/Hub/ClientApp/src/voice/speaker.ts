/** Longest a clip may run: sound drivers do hang, and one that hangs must not silence the hall. */
const WATCHDOG_MS = 15_000

export type Played = 'ended' | 'blocked' | 'failed'

/** One audio element for all clips: a touch that allowed it once allows it for good. */
export class Speaker {
  private readonly audio = new Audio()

  play(clip: Blob): Promise<Played> {
    const url = URL.createObjectURL(clip)
    return new Promise<Played>((done) => {
      const watchdog = setTimeout(() => finish('failed'), WATCHDOG_MS)
      const finish = (played: Played): void => {
        clearTimeout(watchdog)
        this.audio.onended = this.audio.onerror = null
        this.audio.pause()
        this.audio.removeAttribute('src')
        URL.revokeObjectURL(url)
        done(played)
      }
      this.audio.onended = () => finish('ended')
      this.audio.onerror = () => finish('failed')
      this.audio.src = url
      this.audio.play().catch((reason: unknown) => finish(isBlocked(reason) ? 'blocked' : 'failed'))
    })
  }
}

const isBlocked = (reason: unknown): boolean =>
  reason instanceof DOMException && reason.name === 'NotAllowedError'
