import {ApiError} from './api.js'
import {openChoices} from './choices.js'
import {Ledger} from './ledger.js'
import {Outbox} from './outbox.js'
import {watchPresence} from './presence.js'
import {uniqueId} from './retry.js'
import {Sessions} from './sessions.js'
import {Stream} from './stream.js'
import {Typing} from './typing.js'

/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').Entry} Entry */
/** @typedef {import('./types').ServerEvent} ServerEvent */
/** @typedef {import('./api.js').Api} Api */
/** @typedef {import('./storage.js').Storage} Storage */

const CATCH_UP_MS = 6_000

/**
 * One shopper's conversation: what was said, what is on its way, who is there. Draws nothing.
 *
 * The server's ledger is the truth. `onChange` is told what changed: 'message', 'card', 'outbox', 'reset',
 * 'ended', 'connection', 'typing', 'handoff' or 'read'.
 */
export class Conversation {
  #api
  #storage
  #onChange
  #sessions
  #outbox
  #stream
  #life = new AbortController()
  /** What the stream brought is taken in one by one. @type {Promise<unknown>} */
  #hearing = Promise.resolve()
  #saveTimer = 0
  #ledger = new Ledger()
  /** @type {import('./types').Connection} */
  connection = 'idle'
  /** What the server says while it can keep nothing, '' when it can. */
  notice = ''
  typing = new Typing(() => this.#onChange('typing'))
  /** @type {import('./types').Handoff} */
  handoff = {state: 'bot'}

  /**
   * @param {Api} api
   * @param {Storage} storage
   * @param {(what: string, message?: Message) => void} onChange
   * @param {import('./types').Visitor} visitor
   */
  constructor(api, storage, onChange, visitor = {identify: async () => null, language: () => ''}) {
    this.#api = api
    this.#storage = storage
    this.#onChange = onChange
    this.#sessions = new Sessions(api, storage, visitor)
    this.#outbox = new Outbox(storage, entry => this.#deliver(entry), () => onChange('outbox'))
    this.#stream = new Stream(
      (onOpen, signal) => this.#follow(onOpen, signal),
      state => this.#setConnection(state),
      () => this.#renew(),
    )
  }

  /** @returns {Message[]} in order */
  get messages() {
    return this.#ledger.messages
  }

  /** When a person last joined, '' when nothing was said of it. */
  get joinedAt() {
    return this.#ledger.joinedAt
  }

  /** @returns {import('./types').Upload[]} uploaded but not sent yet */
  get files() { return this.#storage.files }

  set files(files) { this.#storage.files = files }

  /** @returns {Entry[]} written but not in `messages` yet */
  get pending() {
    return this.#storage.outbox
  }

  /** @returns {number} how many messages from the other side were not seen yet */
  get unread() {
    return this.messages.filter(({seq, author}) => seq > this.#storage.read && author !== 'shopper').length
  }

  /** Take up the remembered conversation, if there is one, and what still waits to be sent. */
  start() {
    const {signal} = this.#life
    watchPresence({
      onOnline: () => this.#networkBack(),
      onOffline: () => this.#setConnection('lost'),
      onSeen: () => this.#seen(),
      onHidden: () => this.#stream.stop(),
    }, signal)
    this.#storage.watch(name => this.#otherTab(name), signal)
    this.#restore()
    if (this.pending.length) this.#outbox.kick()
  }

  stop() {
    this.#life.abort()
    this.#stream.stop()
    this.#outbox.stop()
    this.typing.set(false)
  }

  /** Try whatever is waiting for the connection, now. */
  wake() {
    this.#stream.wake()
    this.#outbox.kick()
  }

  /** @param {string} text @param {Partial<Entry>} more */
  send(text, more = {}) {
    this.#outbox.add({echo_id: uniqueId(), at: new Date().toISOString(), text, ...more})
    this.#onChange('outbox')
  }

  /** @param {File} file @param {(fraction: number) => void} onProgress @param {AbortSignal} signal */
  async upload(file, onProgress, signal) {
    const {token} = await this.#session()
    return this.#api.upload(token, file, onProgress, signal)
  }

  /** Take a refused message off the list. @param {Entry} entry */
  discard(entry) {
    this.#storage.removeFromOutbox(entry.echo_id)
    this.#onChange('outbox')
  }

  /** @returns {Set<string>} ids of the choices that can still be taken */
  get openChoices() {
    return openChoices(this.messages, this.pending)
  }

  markRead() {
    const {newest} = this.#ledger
    if (newest <= this.#storage.read) return
    this.#storage.read = newest
    this.#onChange('read')
  }

  /** Forget this conversation on this device; the next message begins another. */
  startOver() {
    for (const {echo_id} of this.pending) this.#storage.removeFromOutbox(echo_id)
    this.#reset()
    this.#onChange('reset')
  }

  #restore() {
    if (!this.#storage.session) return
    for (const message of this.#storage.messages) this.#ledger.put(message)
    void this.#stream.run()
  }

  #networkBack() {
    if (this.#storage.session) this.#stream.reconnect()
    else this.#setConnection('idle')
    this.#outbox.kick()
  }

  #seen() {
    if (this.#storage.session) void this.#stream.run()
    this.#outbox.kick()
  }

  #reset() {
    this.#stream.stop()
    this.#storage.forget()
    this.#ledger.clear()
    this.handoff = {state: 'bot'}
    this.typing.set(false)
    this.#setConnection('idle')
  }

  /** The server knows this conversation no more; what was being said goes into a new one. */
  #renew() {
    this.#reset()
    this.#onChange('ended')
    this.#outbox.kick()
  }

  /** @param {Entry} entry */
  async #deliver(entry) {
    const {token} = await this.#session().catch(error => {
      this.#notify(error.notice)
      this.#setConnection('lost')
      throw error
    })
    try {
      const seq = await this.#api.send(token, entry)
      if (this.#current(token)) this.#accept(seq, entry)
    } catch (error) {
      if (error instanceof ApiError && error.forgotten && this.#current(token)) this.#renew()
      this.#notify(/** @type {ApiError} */ (error).notice)
      throw error
    }
  }

  /** Is this still the conversation? It may have been started over, here or in another tab. @param {string} token */
  #current(token) {
    return token === this.#storage.session?.token
  }

  /** @param {number} seq @param {Entry} entry */
  #accept(seq, {echo_id, at, text, attachment_id, attachment_name}) {
    this.#storage.removeFromOutbox(echo_id)
    const attachment = attachment_id ? {name: attachment_name} : null
    if (!this.#ledger.has(seq)) this.#keep({seq, author: 'shopper', at, text, choices: [], card: null, attachment})
    this.#onChange('outbox')
    setTimeout(() => this.#ledger.last < seq && this.#catchUp(), CATCH_UP_MS)
  }

  async #session() {
    const session = await this.#sessions.ensure()
    void this.#stream.run()
    return session
  }

  /** @param {() => void} onOpen @param {AbortSignal} signal */
  async #follow(onOpen, signal) {
    const session = this.#storage.session
    if (!session) throw new ApiError(401)
    const onEvent = (/** @type {ServerEvent} */ event) => {
      this.#hearing = this.#hearing.then(() => this.#receive(event, session.token)).catch(() => this.#catchUp())
    }
    try {
      await this.#api.follow(session.token, this.#ledger.last, {onOpen, onEvent, signal})
    } catch (error) {
      throw this.#current(session.token) ? error : new ApiError(0)
    }
  }

  /** @param {ServerEvent} event @param {string} token of the conversation it belongs to */
  async #receive({event, data}, token) {
    const body = JSON.parse(data)
    // Our own message comes back perhaps before the answer that says it is ours.
    if (body.author === 'shopper') await this.#outbox.attempt
    if (!this.#current(token)) return
    if (event === 'message') this.#hear(body)
    else if (event === 'card') this.#renewCard(body)
    else if (event === 'notice') this.#notify(body.text)
    else if (event === 'typing') this.typing.set(body.typing !== false)
    else if (event === 'handoff') {
      this.handoff = body
      this.#onChange('handoff')
    }
  }

  /** @param {string} text to be read above the conversation, '' for nothing */
  #notify(text) {
    if (text === this.notice) return
    this.notice = text
    this.#onChange('connection')
  }

  /** @param {Message} message */
  #hear(message) {
    if (message.seq <= this.#ledger.last) return
    if (message.author !== 'shopper') this.typing.set(false)
    this.#keep(message)
    if (message.seq > this.#ledger.last) void this.#catchUp()
  }

  /** The parcel of a card has news; a card that is not here yet brings them. @param {Pick<Message, 'seq' | 'card'>} news */
  #renewCard({seq, card}) {
    const message = this.messages.find(said => said.seq === seq)
    if (message) this.#keep({...message, card}, 'card')
  }

  /** @param {Message} message */
  #keep(message, what = 'message') {
    this.#notify('')
    this.#ledger.put(message)
    this.#saveTimer ||= setTimeout(() => this.#save())
    this.#onChange(what, message)
  }

  /** Once for all messages that came together. */
  #save() {
    this.#saveTimer = 0
    if (this.#storage.session) this.#storage.messages = this.messages
  }

  async #catchUp() {
    const session = this.#storage.session
    if (!session) return
    const missed = await this.#api.messages(session.token, this.#ledger.last).catch(() => [])
    if (!this.#current(session.token)) return
    for (const message of missed) if (!this.#ledger.has(message.seq)) this.#keep(message)
  }

  /** @param {string} name */
  #otherTab(name) {
    if (name === 'session') this.#switch()
    else if (name === 'read') this.#onChange('read')
    else if (name.startsWith('out:')) this.#onChange('outbox')
  }

  /** Another tab began or ended a conversation: follow it. */
  #switch() {
    this.#stream.stop()
    this.#ledger.clear()
    this.#setConnection('idle')
    this.#restore()
    this.#onChange('reset')
  }

  /** @param {import('./types').Connection} state */
  #setConnection(state) {
    if (state === this.connection) return
    this.connection = state
    if (state === 'online') this.#outbox.kick()
    this.#onChange('connection')
  }
}
