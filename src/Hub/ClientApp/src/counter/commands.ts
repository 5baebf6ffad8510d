import type { InHand, WindowView } from '../wire'
import type { Command } from './desk'

/** Calls that a no-show needs at least. */
const CALLS_FOR_NO_SHOW = 3

export interface BarCommand {
  name:
    'recall' | 'start' | 'finish' | 'noShow' | 'hold' | 'release' | 'transfer' | 'pause' | 'resume' | 'close'
  /** The command of the hub; undefined for those that a dialog completes. */
  runs?: Command
  key: string
  allowed: boolean
  tone: 'primary' | 'success' | 'danger' | 'default'
  /** Seconds until it is allowed, 0 when time does not hold it back. */
  waitSeconds: number
  /** Calls still missing, 0 when calls do not hold it back. */
  callsLeft: number
}

const secondsUntil = (instant: string | null | undefined, now: number): number =>
  instant == null ? 0 : Math.max(0, Math.ceil((Date.parse(instant) - now) / 1_000))

/** The buttons for the window's present state; the server decides, these only keep from asking in vain. */
export function commandsOf(view: WindowView, now: number): BarCommand[] {
  const ticket = view.inHand
  return ticket ? [...ofTicket(ticket, now), ...ofWindow(view)] : ofWindow(view)
}

function ofTicket(ticket: InHand, now: number): BarCommand[] {
  const free = { waitSeconds: 0, callsLeft: 0 }
  const called = ticket.state === 'called'
  const finish: BarCommand = {
    name: 'finish',
    runs: 'Finish',
    key: 'F',
    allowed: true,
    tone: 'success',
    ...free,
  }
  const hold: BarCommand = { name: 'hold', runs: 'Hold', key: 'H', allowed: true, tone: 'default', ...free }
  const transfer: BarCommand = { name: 'transfer', key: 'T', allowed: true, tone: 'default', ...free }
  if (!called) return [finish, hold, transfer]
  const recallIn = secondsUntil(ticket.recallFrom, now)
  const callsLeft = ticket.noShowFrom == null ? Math.max(0, CALLS_FOR_NO_SHOW - ticket.calls) : 0
  const noShowIn = secondsUntil(ticket.noShowFrom, now)
  return [
    { name: 'start', runs: 'Start', key: 'S', allowed: true, tone: 'success', ...free },
    {
      name: 'recall',
      runs: 'Recall',
      key: 'R',
      allowed: recallIn === 0,
      tone: 'primary',
      waitSeconds: recallIn,
      callsLeft: 0,
    },
    finish,
    {
      name: 'noShow',
      runs: 'NoShow',
      key: 'N',
      allowed: ticket.noShowFrom != null && noShowIn === 0,
      tone: 'danger',
      waitSeconds: noShowIn,
      callsLeft,
    },
    hold,
    { name: 'release', runs: 'Release', key: 'B', allowed: true, tone: 'default', ...free },
    transfer,
  ]
}

function ofWindow(view: WindowView): BarCommand[] {
  const free = { allowed: true, tone: 'default', waitSeconds: 0, callsLeft: 0 } as const
  const away = view.state === 'paused' || view.state === 'unattended'
  const rest: BarCommand =
    away || view.pauseRequested
      ? { name: 'resume', runs: 'Resume', key: 'U', ...free, tone: 'primary' }
      : { name: 'pause', key: 'P', ...free }
  return view.inHand ? [rest] : [rest, { name: 'close', key: '', ...free }]
}
