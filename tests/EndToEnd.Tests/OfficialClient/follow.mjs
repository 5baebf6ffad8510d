// A screen that somebody else wrote: the official client and the rule of the contract, nothing of our own pages.
//
//   node follow.mjs FOLDER-WITH-node_modules URL HALL plain|negotiated
//
// Says what it sees on its output, one JSON object per line, until its input ends.
import { createRequire } from 'node:module'

const [folder, url, hall, way] = process.argv.slice(2)
const { HttpTransportType, HubConnectionBuilder, LogLevel } = createRequire(`${folder}/package.json`)('@microsoft/signalr')

const RETRY_MS = 500
const plain = { transport: HttpTransportType.WebSockets, skipNegotiation: true }
const hub = new HubConnectionBuilder()
  .withUrl(`${url}/hubs/display`, way === 'plain' ? plain : {})
  .withServerTimeout(10_000)
  .withKeepAliveInterval(3_000)
  .configureLogging(LogLevel.None)
  .build()

const say = (seen) => console.log(JSON.stringify(seen))
const calls = (list) =>
  list
    .filter((one) => one.kind === 'called' || one.kind === 'recalled')
    .map(({ seq, number, window }) => ({ seq, number, window }))

// Where this screen stands.
let ledger = null
let seq = 0

async function follow() {
  const answer = await hub.invoke('Follow', hall, ledger, ledger === null ? null : seq)
  if (!answer.picture) return
  ledger = answer.picture.ledger
  seq = answer.picture.seq
  say({ saw: 'picture', ledger, seq })
}

hub.on('events', (batch) => {
  if (batch.hall !== hall) return
  if (batch.ledger === ledger && batch.upTo <= seq) return
  if (batch.ledger !== ledger || batch.after > seq) {
    say({ saw: 'gap' })
    follow().catch(() => undefined)
    return
  }
  const fresh = batch.events.filter((event) => event.seq > seq)
  seq = batch.upTo
  say({ saw: 'events', seq, calls: calls(fresh) })
})

async function keep() {
  try {
    await hub.start()
    await follow()
    say({ saw: 'live' })
  } catch {
    await hub.stop()
    setTimeout(keep, RETRY_MS)
  }
}

hub.onclose(() => {
  say({ saw: 'cut' })
  setTimeout(keep, RETRY_MS)
})
process.stdin.on('end', () => process.exit(0)).resume()
await keep()
