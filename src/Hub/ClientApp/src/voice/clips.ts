import { boothNumber } from '../lib/booth'
import { sleep } from '../lib/command'

const RETRY_MS = 1_500
const ANSWER_LIMIT_MS = 8_000

/** The spoken call from the server, or null. While the server is away it asks again, for as long as `worth` says. */
export async function fetchClip(
  number: string,
  window: string,
  language: string,
  worth: () => boolean,
): Promise<Blob | null> {
  const booth = boothNumber(window)
  const call = `${encodeURIComponent(number)}-${encodeURIComponent(booth ?? window)}.wav`
  const url = `/audio/call/${call}?lang=${language}${booth === null ? '' : '&place=booth'}`
  for (;;) {
    const answer = await inTime(url)
    if (answer !== 'away') return answer
    if (!worth()) return null
    await sleep(RETRY_MS)
  }
}

async function inTime(url: string): Promise<Blob | null | 'away'> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), ANSWER_LIMIT_MS)
  try {
    const response = await fetch(url, { signal: limit.signal })
    if (response.ok) return await response.blob()
    return response.status >= 500 ? 'away' : null
  } catch {
    return 'away'
  } finally {
    clearTimeout(timer)
  }
}
