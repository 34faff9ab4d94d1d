import {ApiError} from './api.js'
import {backoff_ms, Pause} from './retry.js'

/** @typedef {import('./types').Entry} Entry */
/** @typedef {import('./storage.js').Storage} Storage */

/**
 * Delivers messages in the order they were written, one at a time, until the server has each.
 * A message sent twice is harmless: the server knows its `echo_id`.
 */
export class Outbox {
  #storage
  #deliver
  #onRefused
  #pause = new Pause()
  #busy = false
  #stopped = false
  /** Settles when the attempt that is under way, if any, has its answer. @type {Promise<unknown>} */
  attempt = Promise.resolve()

  /**
   * @param {Storage} storage
   * @param {(entry: Entry) => Promise<void>} deliver rejects with an `ApiError`
   * @param {(entry: Entry, error: ApiError) => void} onRefused the server will never take it
   */
  constructor(storage, deliver, onRefused) {
    this.#storage = storage
    this.#deliver = deliver
    this.#onRefused = onRefused
  }

  /** @param {Entry} entry */
  add(entry) {
    this.#storage.addToOutbox(entry)
    void this.flush()
  }

  /** Send what waits, now, without finishing a pause first. */
  kick() {
    this.#pause.wake()
    void this.flush()
  }

  stop() {
    this.#stopped = true
    this.#pause.wake()
  }

  async flush() {
    if (this.#busy) return
    this.#busy = true
    let failures = 0
    for (let entry = this.#next(); entry && !this.#stopped; entry = this.#next()) {
      const attempt = (this.attempt = this.#try(entry))
      const error = await attempt
      failures = error ? failures + 1 : 0
      if (error) await this.#pause.wait(Math.max(backoff_ms(failures), error.retryAfter_ms))
    }
    this.#busy = false
  }

  #next() {
    return this.#storage.outbox.find(entry => !entry.refused)
  }

  /** @param {Entry} entry @returns {Promise<ApiError | null>} null when there is nothing to repeat */
  async #try(entry) {
    try {
      await this.#deliver(entry)
      this.#storage.removeFromOutbox(entry.echo_id)
    } catch (reason) {
      const error = /** @type {ApiError} */ (reason)
      if (error.temporary || error.forgotten) return error
      this.#storage.replaceInOutbox({...entry, refused: error.status === 413 ? 'long' : entry.choice ? 'choice' : 'other'})
      this.#onRefused(entry, error)
    }
    return null
  }
}
