import { ref } from 'vue'
import { newRequestId, outcomeUnknown, untilKnown } from '../lib/command'
import { post } from '../lib/http'
import { hallPath } from '../lib/place'
import type { Matter, PriorityReason, Problem, TakeNumber, TicketView } from '../wire'

/** How long the citizen is kept waiting while the outcome is unknown, before the choice is theirs. */
const CONFIRM_LIMIT_MS = 20_000

export interface Choice {
  matter: Matter | null
  reason: PriorityReason | null
}

/**
 * Takes one number. One choice has one request id, however often it is sent: a repetition after a cut finds the
 * number that was taken, and never takes a second one.
 */
export function useTaking(hall: string) {
  const confirming = ref(false)
  const ticket = ref<TicketView>()
  const problem = ref<Problem>()
  let wish: TakeNumber | null = null

  async function send(): Promise<void> {
    confirming.value = false
    problem.value = undefined
    const path = `${hallPath(hall)}/tickets`
    const answer = await untilKnown(
      () => post<TicketView>(path, wish!),
      CONFIRM_LIMIT_MS,
      () => {
        confirming.value = true
      },
    )
    confirming.value = false
    ticket.value = answer.value ?? undefined
    problem.value = answer.problem ?? undefined
  }

  function take(choice: Choice): Promise<void> {
    wish = {
      requestId: newRequestId(),
      ...(choice.matter ? { matter: choice.matter.matter } : {}),
      ...(choice.reason
        ? { class: 'priority' as const, reason: choice.reason }
        : { class: 'normal' as const }),
    }
    ticket.value = undefined
    return send()
  }

  return { confirming, ticket, problem, take, again: send, isUnknown: () => outcomeUnknown(problem.value) }
}
