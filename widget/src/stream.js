import {ApiError} from './api.js'
import {backoff_ms, Pause} from './retry.js'

/** @typedef {import('./types').Connection} Connection */

/** Keeps one event stream open: connects again after every end, at growing intervals while it fails. */
export class Stream {
  #follow
  #onState
  #onForgotten
  #pause = new Pause()
  #stopped = true
  #run = new AbortController()
  #connection = new AbortController()
  #failures = 0

  /**
   * @param {(onOpen: () => void, signal: AbortSignal) => Promise<void>} follow one connection, from open to end
   * @param {(state: Connection) => void} onState
   * @param {() => void} onForgotten the server does not know the conversation any more
   */
  constructor(follow, onState, onForgotten) {
    this.#follow = follow
    this.#onState = onState
    this.#onForgotten = onForgotten
  }

  async run() {
    if (!this.#stopped) return this.wake()
    const run = (this.#run = new AbortController())
    this.#stopped = false
    this.#onState('connecting')
    while (!run.signal.aborted) {
      const error = await this.#once()
      if (run.signal.aborted) return
      if (error?.forgotten) return this.#end()
      this.#failures += 1
      if (this.#failures > 1) this.#onState('lost')
      await this.#pause.wait(Math.max(backoff_ms(this.#failures), error?.retryAfter_ms ?? 0))
    }
  }

  /** Try now instead of at the end of the pause. */
  wake() {
    this.#pause.wake()
  }

  /** Give up the connection, which may be dead without knowing it, and make another. */
  reconnect() {
    this.#connection.abort()
    this.#pause.wake()
  }

  stop() {
    this.#stopped = true
    this.#run.abort()
    this.reconnect()
  }

  /** @returns {Promise<ApiError | null>} why the connection ended, null when the server closed it */
  async #once() {
    this.#connection = new AbortController()
    try {
      await this.#follow(() => this.#opened(), this.#connection.signal)
      return null
    } catch (error) {
      return error instanceof ApiError ? error : new ApiError(0)
    }
  }

  #opened() {
    this.#failures = 0
    this.#onState('online')
  }

  #end() {
    this.#stopped = true
    this.#onForgotten()
  }
}
