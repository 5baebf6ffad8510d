import type { HallView, Picture, PostedWindow } from '../wire'

export interface Alarm {
  key: string
  /** The words for it, with what they name. */
  text: string
  named: Record<string, string | number>
  grave: boolean
}

/** What somebody has to look at, the gravest first; made of the hall's present state alone. */
export function alarmsOf(place: HallView, picture: Picture | undefined): Alarm[] {
  return [...ofHall(place, picture), ...place.windows.flatMap(ofWindow)].sort(
    (a, b) => Number(b.grave) - Number(a.grave),
  )
}

function ofHall(place: HallView, picture: Picture | undefined): Alarm[] {
  const overCap = picture?.notices.some((one) => one.notice === 'waitOverCap') ?? false
  return [
    ...(place.overflow ? [alarm(`overflow-${place.overflow}`, {}, place.overflow === 'nobody')] : []),
    ...(overCap ? [alarm('overCap', { minutes: place.oldestWaitMinutes ?? 0 }, true)] : []),
  ]
}

function ofWindow(one: PostedWindow): Alarm[] {
  const named = { window: one.window, name: one.name, count: one.servable ?? 0, clerk: one.clerk ?? '' }
  const found: Alarm[] = []
  if (one.state === 'unattended' && !one.coveredBy) found.push(alarm('unattended', named, true))
  if (one.ticket && one.state === 'unattended') found.push(alarm('left', { ...named, number: numberOf(one) }, true))
  if (one.silent && one.state !== 'unattended') found.push(alarm('silent', named, false))
  return found
}

const numberOf = (one: PostedWindow): string => one.inHand?.number ?? one.ticket ?? ''

const alarm = (text: string, named: Alarm['named'], grave: boolean): Alarm => ({
  key: `${text}-${named.window ?? ''}`,
  text: text.replace(/-(.)/, (_, letter: string) => letter.toUpperCase()),
  named,
  grave,
})
