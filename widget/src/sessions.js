/** @typedef {import('./types').Session} Session */
/** @typedef {import('./api.js').Api} Api */
/** @typedef {import('./storage.js').Storage} Storage */

/** Begins conversations: one for all tabs, when there is something to say. */
export class Sessions {
  #api
  #storage
  #visitor
  /** @type {Promise<Session> | null} */
  #minting = null

  /**
   * @param {Api} api
   * @param {Storage} storage
   * @param {import('./types').Visitor} visitor
   */
  constructor(api, storage, visitor) {
    this.#api = api
    this.#storage = storage
    this.#visitor = visitor
  }

  /** The remembered conversation, or a new one. */
  async ensure() {
    const known = this.#storage.session
    if (known) return known
    this.#minting ??= this.#mint().finally(() => (this.#minting = null))
    return this.#minting
  }

  /** @returns {Promise<Session>} */
  async #mint() {
    const minted = await this.#open(await this.#visitor.identify().catch(() => null))
    // Another tab may have been quicker: its conversation is the one.
    const session = this.#storage.session ?? minted
    if (session === minted) this.#storage.forget()
    this.#storage.session = session
    return session
  }

  /** An identity the server does not believe, because it is stale perhaps, leaves the shopper a guest. @param {object | null} identity @returns {Promise<Session>} */
  async #open(identity) {
    try {
      return await this.#api.createSession(identity, this.#visitor.language())
    } catch (error) {
      if (!identity || /** @type {import('./api.js').ApiError} */ (error).temporary) throw error
      return this.#open(null)
    }
  }
}
