import type { Answer, Problem } from '../wire'
import { noteServerDate } from './clock'

/** Longer than any answer of a healthy server, shorter than the patience of a person at a kiosk. */
const ANSWER_LIMIT_MS = 8_000

/** The call did not come back: nobody knows whether it was done. Never sent by the server. */
export const UNREACHABLE = 'unreachable'

export type HttpAnswer<T> = Answer<T> & { retryAfterMs?: number }

export const get = <T>(path: string): Promise<HttpAnswer<T>> => send<T>('GET', path)

export const post = <T>(path: string, body: object): Promise<HttpAnswer<T>> => send<T>('POST', path, body)

async function send<T>(method: string, path: string, body?: object): Promise<HttpAnswer<T>> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), ANSWER_LIMIT_MS)
  const sentAt = Date.now()
  try {
    const response = await fetch(path, {
      method,
      signal: limit.signal,
      cache: 'no-store',
      headers: body
        ? { 'content-type': 'application/json', accept: 'application/json' }
        : { accept: 'application/json' },
      body: body ? JSON.stringify(body) : undefined,
    })
    noteServerDate(response.headers.get('date'), sentAt, Date.now())
    if (response.ok) return { value: (await response.json()) as T }
    return { problem: await readProblem(response), retryAfterMs: readRetryAfter(response) }
  } catch {
    return { problem: { code: UNREACHABLE, title: '', status: 0 } }
  } finally {
    clearTimeout(timer)
  }
}

async function readProblem(response: Response): Promise<Problem> {
  const unknown: Problem = {
    code: response.status >= 500 ? 'try-again' : 'request-invalid',
    title: '',
    status: response.status,
  }
  try {
    return { ...unknown, ...((await response.json()) as Partial<Problem>) }
  } catch {
    return unknown
  }
}

function readRetryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? NaN)
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined
}
