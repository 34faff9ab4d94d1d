/** @typedef {import('./types').Message} Message */

/** The messages of a conversation by seq, as the server's ledger has them. */
export class Ledger {
  /** @type {Map<number, Message>} */
  #messages = new Map()
  /** The newest seq below which none is missing: where a dropped stream resumes. */
  last = 0

  /** @returns {Message[]} in order */
  get messages() {
    return [...this.#messages.values()].sort((a, b) => a.seq - b.seq)
  }

  /** The newest seq there is, 0 when empty. */
  get newest() {
    return Math.max(0, ...this.#messages.keys())
  }

  /** When a person last joined, '' when nothing was said of it. */
  get joinedAt() {
    return this.messages.filter(({answer}) => answer?.row === 'claimed').pop()?.at ?? ''
  }

  /** @param {number} seq */
  has(seq) {
    return this.#messages.has(seq)
  }

  /** @param {Message} message takes the place of an earlier one with its seq */
  put(message) {
    this.#messages.set(message.seq, message)
    while (this.#messages.has(this.last + 1)) this.last += 1
  }

  clear() {
    this.#messages.clear()
    this.last = 0
  }
}
