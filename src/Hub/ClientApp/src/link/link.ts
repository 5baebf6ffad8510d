import {
  HttpTransportType,
  HubConnectionBuilder,
  HubConnectionState,
  LogLevel,
  type HubConnection,
} from '@microsoft/signalr'
import { readonly, ref, watch } from 'vue'
import { sleep } from '../lib/command'

export type LinkState = 'connecting' | 'live' | 'cut'

const FIRST_RETRY_MS = 250
const RETRY_CAP_MS = 5_000
const SERVER_SILENCE_MS = 10_000
const KEEP_ALIVE_MS = 3_000
/** A network that swallows packets answers nothing for minutes; the next try may find another way. */
const CONNECT_LIMIT_MS = 12_000

/**
 * One connection to a hub that never gives up: its own loop around start and close, because the automatic
 * reconnect of the client covers neither a failed start nor more than four tries. `greet` runs after every
 * connect (follow, attend, watch); the link is live when it has returned.
 */
export class Link {
  private readonly now = ref<LinkState>('connecting')
  private readonly hub: HubConnection
  private greet: () => Promise<void> = async () => {}
  private closed: () => void = () => {}
  private wake: () => void = () => {}
  private stopped = false

  readonly state = readonly(this.now)

  constructor(path: string) {
    this.hub = new HubConnectionBuilder()
      .withUrl(path, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .withServerTimeout(SERVER_SILENCE_MS)
      .withKeepAliveInterval(KEEP_ALIVE_MS)
      .configureLogging(LogLevel.None)
      .build()
    this.hub.onclose(() => this.closed())
  }

  on<T>(push: string, handle: (message: T) => void): void {
    this.hub.on(push, handle)
  }

  /** Rejects when the link is cut before the answer: then the outcome is unknown. */
  ask<T>(method: string, ...args: unknown[]): Promise<T> {
    return this.hub.invoke<T>(method, ...args)
  }

  /** True as soon as the link is live; false when it was not within `limitMs`. */
  async live(limitMs: number): Promise<boolean> {
    const late = sleep(limitMs).then(() => false)
    while (this.now.value !== 'live') {
      const changed = new Promise<boolean>((done) => watch(this.now, () => done(true), { once: true }))
      if (!(await Promise.race([changed, late]))) return false
    }
    return true
  }

  start(greet: () => Promise<void>): void {
    this.greet = greet
    addEventListener('offline', this.probe)
    addEventListener('online', this.probe)
    void this.keep()
  }

  async stop(): Promise<void> {
    this.stopped = true
    removeEventListener('offline', this.probe)
    removeEventListener('online', this.probe)
    this.wake()
    await this.hub.stop()
  }

  private async keep(): Promise<void> {
    for (let failures = 0; !this.stopped; failures++) {
      if (failures > 0) await this.pause(failures)
      if (await this.connect()) failures = 0
      if (!this.stopped) this.now.value = 'cut'
    }
  }

  /** Connects, greets and stays until the connection closes. False when it did not get that far. */
  private async connect(): Promise<boolean> {
    const closing = new Promise<void>((done) => {
      this.closed = done
    })
    try {
      await this.startInTime()
      await this.greet()
    } catch {
      await this.hub.stop()
      return false
    }
    if (this.hub.state === HubConnectionState.Connected) this.now.value = 'live'
    await closing
    return true
  }

  private async startInTime(): Promise<void> {
    const limit = setTimeout(() => void this.hub.stop(), CONNECT_LIMIT_MS)
    try {
      await this.hub.start()
    } finally {
      clearTimeout(limit)
    }
  }

  /** Doubling up to the cap, with chance in it so that a hall of screens does not come back in one wave. */
  private pause(failures: number): Promise<void> {
    const longest = Math.min(RETRY_CAP_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 10))
    return new Promise((done) => {
      const timer = setTimeout(done, longest * (0.5 + Math.random() / 2))
      this.wake = () => {
        clearTimeout(timer)
        done()
      }
    })
  }

  /** The network changed: find out now, not after the silence limit. A server on this machine stays reachable. */
  private readonly probe = (): void => {
    this.wake()
    if (this.hub.state === HubConnectionState.Connected) void this.hub.stop()
  }
}
