import { computed, ref } from 'vue'
import { newRequestId, untilKnown } from '../lib/command'
import { UNREACHABLE } from '../lib/http'
import { askBuild } from '../link/build'
import { Link } from '../link/link'
import type { Answer, CallNextAnswer, Problem, WaitingCount, WindowView } from '../wire'

/** How long a command is repeated while its outcome is unknown. */
const CONFIRM_LIMIT_MS = 120_000
/** A rest after each call: a key pressed twice must not finish the ticket that was just called. */
const CALL_REST_MS = 1_000

const LIVE_LIMIT_MS = 5_000
const UNKNOWN = { problem: { code: UNREACHABLE, title: '', status: 0 } }

export type Command =
  | 'Open'
  | 'CallNext'
  | 'Call'
  | 'Recall'
  | 'Start'
  | 'Finish'
  | 'NoShow'
  | 'Hold'
  | 'Release'
  | 'Transfer'
  | 'Pause'
  | 'Resume'
  | 'Close'
  | 'Return'
  | 'Accept'
  | 'Decline'
  | 'Rest'

export interface Queue {
  waiting: WaitingCount[]
  servable: number
}

/** One window and the clerk at it, over the counter hub: one command at a time, each with an id of its own. */
export function useDesk(hall: string, window: string) {
  const view = ref<WindowView>()
  const queue = ref<Queue>()
  const clerk = ref('')
  const running = ref<Command>()
  const unknown = ref(false)
  const resting = ref(false)
  const problem = ref<Problem>()
  /** The last call found nobody that this window can serve. */
  const nobody = ref(false)
  const link = new Link('/hubs/counter')
  let started = false
  let sittingDown: (() => void)[] = []

  function show(next: WindowView | null | undefined): void {
    if (!next) return
    const shown = view.value
    if (shown && shown.asOf.ledger === next.asOf.ledger && next.asOf.seq < shown.asOf.seq) return
    view.value = next
    if (next.inHand) nobody.value = false
  }

  async function attend(): Promise<void> {
    const answer = await link.ask<Answer<WindowView>>('Attend', hall, window, clerk.value)
    problem.value = answer.problem ?? undefined
    show(answer.value)
  }

  /** Takes the place of `who` at the window; resolves when the hub has answered for the first time. */
  function sitDown(who: string): Promise<void> {
    clerk.value = who
    if (link.state.value === 'live') return attend()
    if (!started) start()
    return new Promise((done) => {
      sittingDown.push(done)
    })
  }

  function start(): void {
    started = true
    link.on<WindowView>('window', show)
    link.on<Queue>('queue', (counts) => {
      queue.value = counts
    })
    link.start(async () => {
      await askBuild()
      await attend()
      for (const done of sittingDown) done()
      sittingDown = []
    })
  }

  async function send(command: Command, body: object): Promise<Answer<WindowView | CallNextAnswer>> {
    // A new connection knows this window only after it has attended.
    if (!(await link.live(LIVE_LIMIT_MS))) return UNKNOWN
    try {
      return await link.ask(command, body)
    } catch {
      return UNKNOWN
    }
  }

  /** True when the command was accepted. A second command while one runs is not sent. */
  async function run(command: Command, fields: object = {}): Promise<boolean> {
    if (running.value) return false
    running.value = command
    problem.value = undefined
    nobody.value = false
    const body = { requestId: newRequestId(), ...fields }
    const answer = await untilKnown(
      () => send(command, body),
      CONFIRM_LIMIT_MS,
      () => {
        unknown.value = true
      },
    )
    running.value = undefined
    unknown.value = false
    problem.value = answer.problem ?? undefined
    take(answer.value)
    return answer.problem == null
  }

  function take(value: WindowView | CallNextAnswer | null | undefined): void {
    if (!value) return
    if (!isCallAnswer(value)) return show(value)
    show(value.window)
    nobody.value = value.ticket === null && value.reason === 'nobody-waiting'
    if (value.ticket !== null) rest()
  }

  function rest(): void {
    resting.value = true
    setTimeout(() => {
      resting.value = false
    }, CALL_REST_MS)
  }

  /** The one key: takes what is offered, otherwise finishes and calls. */
  async function callNext(): Promise<boolean> {
    if (resting.value) return false
    if (!view.value?.offer) return run('CallNext', { finishCurrent: view.value?.inHand != null })
    const taken = await run('Accept')
    if (taken) rest()
    return taken
  }

  const state = computed(() => link.state.value)
  const seated = computed(
    () => view.value !== undefined && view.value.state !== 'closed' && view.value.clerk === clerk.value,
  )
  const leave = () => link.stop()
  return {
    view,
    queue,
    clerk,
    running,
    unknown,
    resting,
    problem,
    nobody,
    state,
    seated,
    sitDown,
    run,
    callNext,
    leave,
  }
}

export type Desk = ReturnType<typeof useDesk>

const isCallAnswer = (value: WindowView | CallNextAnswer): value is CallNextAnswer =>
  'window' in value && typeof value.window === 'object'
