import { onMounted, onScopeDispose, ref } from 'vue'
import { askBuild } from '../link/build'
import { Link } from '../link/link'
import type { Answer, Problem, TicketView } from '../wire'

/** The ticket behind a link, for as long as the page is open. What is older than what is shown is dropped. */
export function useTicket(linkToken: string) {
  const ticket = ref<TicketView>()
  const problem = ref<Problem>()
  const link = new Link('/hubs/ticket')

  function show(next: TicketView): void {
    const shown = ticket.value
    if (shown && shown.asOf.ledger === next.asOf.ledger && next.asOf.seq < shown.asOf.seq) return
    ticket.value = { ...shown, ...next }
  }

  link.on<TicketView>('ticket', show)
  onMounted(() =>
    link.start(async () => {
      await askBuild()
      const answer = await link.ask<Answer<TicketView>>('Watch', linkToken)
      problem.value = answer.problem ?? undefined
      if (answer.value) show(answer.value)
    }),
  )
  onScopeDispose(() => void link.stop())
  return { ticket, problem, state: link.state, show }
}
