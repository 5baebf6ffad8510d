import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/*
 * The time is the server's: a screen's own clock may be wrong by hours. HTTP's Date header is cut to whole seconds, so
 * each answer only says that the offset lies in an interval; the intervals of several answers narrow it down.
 */
let lowest = -Infinity
let highest = Infinity

export function noteServerDate(date: string | null, sentAt: number, receivedAt: number): void {
  const second = date === null ? NaN : Date.parse(date)
  if (Number.isNaN(second)) return
  const low = second - receivedAt
  const high = second + 1_000 - sentAt
  const agrees = Math.max(low, lowest) <= Math.min(high, highest)
  lowest = agrees ? Math.max(low, lowest) : low
  highest = agrees ? Math.min(high, highest) : high
}

/** Milliseconds since 1970 by the server's clock; by this machine's while the server has not answered yet. */
export function serverNow(): number {
  return Date.now() + (Number.isFinite(lowest) ? (lowest + highest) / 2 : 0)
}

/** No later than the server's clock; the beginning of time while the server has not answered yet. */
export const serverAtLeast = (): number => Date.now() + lowest

/** The server's time, renewed every `everyMs` while the component lives. */
export function useServerTime(everyMs = 1_000): Readonly<Ref<number>> {
  const now = ref(serverNow())
  const timer = setInterval(() => {
    now.value = serverNow()
  }, everyMs)
  onScopeDispose(() => clearInterval(timer))
  return readonly(now)
}

/** Minutes east of Greenwich, as written at the end of an instant of the hall ("+08:00"); null when it says none. */
export function zoneMinutes(instant: string | undefined | null): number | null {
  // A hall in which nothing has happened yet names the first instant there is, and no zone with it.
  if (instant?.startsWith('0001')) return null
  const zone = /([+-])(\d\d):(\d\d)$/.exec(instant ?? '')
  if (zone === null) return null
  return (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3]))
}

function inZone(at: number, zone: number | null, language: string, form: Intl.DateTimeFormatOptions): string {
  const minutes = zone ?? -new Date(at).getTimezoneOffset()
  return new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' }).format(at + minutes * 60_000)
}

export const hourMinute = (at: number, zone: number | null): string =>
  inZone(at, zone, 'en-GB', { hour: '2-digit', minute: '2-digit', hour12: false })

const hourMinuteSecond = (at: number, zone: number | null): string =>
  inZone(at, zone, 'en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })

/** When a list of halls was heard, in the zone of the first of them that says one; nothing before it was. */
export function heardTime(heardAt: number, halls: { asOf: { at: string } | null }[]): string {
  const zone = halls.map((hall) => zoneMinutes(hall.asOf?.at)).find((minutes) => minutes !== null)
  return heardAt === 0 ? '' : hourMinuteSecond(heardAt, zone ?? null)
}

export const longDate = (at: number, zone: number | null, language: string): string =>
  inZone(at, zone, language === 'en' ? 'en-GB' : language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  })

/** "10:02" of an instant, in the zone that the instant itself is written in. */
export const timeOf = (instant: string): string => hourMinute(Date.parse(instant), zoneMinutes(instant))
