import { get } from '../lib/http'

/** Screens run for months: when the server came back with other pages, load them. */
let first: string | null = null
let mayReload: () => Promise<void> = async () => {}

/** What must be over before the page may load anew, for instance a running announcement. */
export function beforeReload(ready: () => Promise<void>): void {
  mayReload = ready
}

export function checkBuild(build: string): void {
  if (first === null) first = build
  if (build === first) return
  first = build
  void mayReload().then(() => location.reload())
}

/** For pages whose hub does not name the build. */
export async function askBuild(): Promise<void> {
  const answer = await get<{ build: string }>('/api/build')
  if (answer.value) checkBuild(answer.value.build)
}
