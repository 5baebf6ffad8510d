import type { InHand, WindowView } from '../wire'
import type { Command } from './desk'

export interface BarCommand {
  name:
    | 'recall'
    | 'start'
    | 'finish'
    | 'noShow'
    | 'hold'
    | 'release'
    | 'transfer'
    | 'decline'
    | 'pause'
    | 'resume'
    | 'close'
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
  if (ticket) return [...ofTicket(ticket, now), ...ofWindow(view)]
  return view.offer ? [free('decline', undefined, 'D'), ...ofWindow(view)] : ofWindow(view)
}

function ofTicket(ticket: InHand, now: number): BarCommand[] {
  const called = ticket.state === 'called'
  const finish = free('finish', 'Finish', 'F', 'success')
  // A start that was only inferred does not end the calling: nobody may have come.
  const again = called || ticket.startInferred === true ? [recall(ticket, now), noShow(ticket, now)] : []
  return [
    ...(called ? [free('start', 'Start', 'S', 'success')] : []),
    finish,
    ...again,
    ...(called ? [free('release', 'Release', 'B'), own(ticket, free('hold', 'Hold', 'H'))] : []),
    own(ticket, free('transfer', undefined, 'T')),
  ]
}

function free(
  name: BarCommand['name'],
  runs: Command | undefined,
  key: string,
  tone: BarCommand['tone'] = 'default',
): BarCommand {
  return { name, runs, key, allowed: true, tone, waitSeconds: 0, callsLeft: 0 }
}

/** A ticket on loan is its home's: it is finished, missed or let go, nothing else. */
const own = (ticket: InHand, command: BarCommand): BarCommand => ({
  ...command,
  allowed: ticket.byCamera !== true,
})

function recall(ticket: InHand, now: number): BarCommand {
  const waitSeconds = secondsUntil(ticket.recallFrom, now)
  return { ...free('recall', 'Recall', 'R', 'primary'), allowed: waitSeconds === 0, waitSeconds }
}

function noShow(ticket: InHand, now: number): BarCommand {
  const waitSeconds = secondsUntil(ticket.noShowFrom, now)
  const allowed = ticket.noShowFrom != null && waitSeconds === 0
  return { ...free('noShow', 'NoShow', 'N', 'danger'), allowed, waitSeconds, callsLeft: ticket.callsLeft }
}

function ofWindow(view: WindowView): BarCommand[] {
  const away = view.state === 'paused' || view.state === 'unattended' || view.pauseRequested
  const rest = away ? free('resume', 'Resume', 'U', 'primary') : free('pause', undefined, 'P')
  return view.inHand ? [rest] : [rest, free('close', undefined, '')]
}
