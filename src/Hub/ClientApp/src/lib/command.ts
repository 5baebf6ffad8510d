import type { Problem } from '../wire'
import { UNREACHABLE, type HttpAnswer } from './http'

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 4_000

/** A new id for a command. Not crypto.randomUUID: a hall's http address is no secure context and does not have it. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** True when nobody can say whether the command was done; repeating it with the same id finds out. */
export const outcomeUnknown = (problem: Problem | null | undefined): boolean =>
  problem != null && (problem.code === UNREACHABLE || problem.code === 'try-again')

/** Nothing was done, and a moment later it will be. */
const isCrowded = (problem: Problem | null | undefined): boolean => problem?.code === 'too-many-requests'

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/**
 * Sends a command until its outcome is known or `limitMs` have passed; the caller's `send` carries the same request id
 * every time. `onUnknown` is told before each repetition.
 */
export async function untilKnown<T>(
  send: () => Promise<HttpAnswer<T>>,
  limitMs: number,
  onUnknown?: () => void,
): Promise<HttpAnswer<T>> {
  const until = Date.now() + limitMs
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const answer = await send()
    const pause = answer.retryAfterMs ?? pauseMs
    if (!(outcomeUnknown(answer.problem) || isCrowded(answer.problem)) || Date.now() + pause > until)
      return answer
    onUnknown?.()
    await sleep(pause)
  }
}
