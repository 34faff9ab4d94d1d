import {ApiError} from './api.js'
import {openChoices} from './choices.js'
import {Outbox} from './outbox.js'
import {uniqueId} from './retry.js'
import {Sessions} from './sessions.js'
import {Stream} from './stream.js'

/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').Entry} Entry */
/** @typedef {import('./types').Handoff} Handoff */
/** @typedef {import('./types').ServerEvent} ServerEvent */
/** @typedef {import('./api.js').Api} Api */
/** @typedef {import('./storage.js').Storage} Storage */

const TYPING_MS = 15_000
const CATCH_UP_MS = 6_000
const HIDDEN_MS = 60_000

/**
 * One shopper's conversation: what was said, what is on its way, who is there. Draws nothing.
 *
 * The server's ledger is the truth. Messages are kept by seq; `last` is the newest seq below which none
 * is missing, and where a dropped stream resumes. `onChange` is told what changed: 'message', 'outbox',
 * 'reset', 'ended', 'connection', 'typing', 'handoff' or 'read'.
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
  /** @type {number | undefined} */
  #typingTimer
  /** @type {number | undefined} */
  #hiddenTimer
  /** @type {Map<number, Message>} */
  #messages = new Map()
  last = 0
  /** @type {import('./types').Connection} */
  connection = 'idle'
  typing = false
  /** @type {Handoff} */
  handoff = {state: 'bot'}

  /**
   * @param {Api} api
   * @param {Storage} storage
   * @param {(what: string, message?: Message) => void} onChange
   * @param {() => Promise<object | null>} identify who the shop says is logged in
   */
  constructor(api, storage, onChange, identify = async () => null) {
    this.#api = api
    this.#storage = storage
    this.#onChange = onChange
    this.#sessions = new Sessions(api, storage, identify)
    this.#outbox = new Outbox(storage, entry => this.#deliver(entry), () => onChange('outbox'))
    this.#stream = new Stream(
      (onOpen, signal) => this.#follow(onOpen, signal),
      state => this.#setConnection(state),
      () => this.#renew(),
    )
  }

  /** @returns {Message[]} in order */
  get messages() {
    return [...this.#messages.values()].sort((a, b) => a.seq - b.seq)
  }

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
    addEventListener('online', () => this.#networkBack(), {signal})
    addEventListener('offline', () => this.#setConnection('lost'), {signal})
    document.addEventListener('visibilitychange', () => this.#visibility(), {signal})
    this.#storage.watch(name => this.#otherTab(name), signal)
    this.#restore()
    if (this.pending.length) this.#outbox.kick()
  }

  stop() {
    this.#life.abort()
    this.#stream.stop()
    this.#outbox.stop()
    clearTimeout(this.#typingTimer)
    clearTimeout(this.#hiddenTimer)
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
    const newest = Math.max(this.#storage.read, ...this.#messages.keys())
    if (newest === this.#storage.read) return
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
    for (const message of this.#storage.messages) this.#messages.set(message.seq, message)
    this.#advance()
    void this.#stream.run()
  }

  #networkBack() {
    if (this.#storage.session) this.#stream.reconnect()
    else this.#setConnection('idle')
    this.#outbox.kick()
  }

  /** Browsers allow six connections to a server: a tab nobody looks at gives its own back. */
  #visibility() {
    clearTimeout(this.#hiddenTimer)
    if (document.hidden) {
      this.#hiddenTimer = setTimeout(() => this.#stream.stop(), HIDDEN_MS)
    } else {
      if (this.#storage.session) void this.#stream.run()
      this.#outbox.kick()
    }
  }

  #reset() {
    this.#stream.stop()
    this.#storage.forget()
    this.#messages.clear()
    this.last = 0
    this.handoff = {state: 'bot'}
    this.#setTyping(false)
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
    const {token} = await this.#session()
    try {
      const seq = await this.#api.send(token, entry)
      const attachment = entry.attachment_id ? {name: entry.attachment_name} : null
      this.#accept({seq, author: 'shopper', at: entry.at, text: entry.text, choices: [], card: null, attachment}, entry)
    } catch (error) {
      if (error instanceof ApiError && error.forgotten && token === this.#storage.session?.token) this.#renew()
      throw error
    }
  }

  /** @param {Message} message @param {Entry} entry */
  #accept(message, entry) {
    this.#storage.removeFromOutbox(entry.echo_id)
    if (!this.#messages.has(message.seq)) this.#keep(message)
    this.#onChange('outbox')
    setTimeout(() => this.last < message.seq && this.#catchUp(), CATCH_UP_MS)
  }

  async #session() {
    const session = await this.#sessions.ensure()
    void this.#stream.run()
    return session
  }

  /** @param {() => void} onOpen @param {AbortSignal} signal */
  async #follow(onOpen, signal) {
    const session = this.#storage.session
    if (!session) throw new ApiError(401, 'no session')
    const onEvent = (/** @type {ServerEvent} */ event) => {
      this.#hearing = this.#hearing.then(() => this.#receive(event, session.token)).catch(() => this.#catchUp())
    }
    await this.#api.follow(session.token, this.last, {onOpen, onEvent, signal})
  }

  /** @param {ServerEvent} event @param {string} token of the conversation it belongs to */
  async #receive({event, data}, token) {
    const body = JSON.parse(data)
    // Our own message comes back perhaps before the answer that says it is ours.
    if (body.author === 'shopper') await this.#outbox.attempt
    if (token !== this.#storage.session?.token) return
    if (event === 'message') this.#hear(body)
    else if (event === 'typing') this.#setTyping(body.typing !== false)
    else if (event === 'handoff') this.#setHandoff(body)
  }

  /** @param {Message} message */
  #hear(message) {
    if (message.seq <= this.last) return
    if (message.author !== 'shopper') this.#setTyping(false)
    this.#keep(message)
    if (message.seq > this.last) void this.#catchUp()
  }

  /** @param {Message} message */
  #keep(message) {
    this.#messages.set(message.seq, message)
    this.#advance()
    this.#storage.messages = this.messages
    this.#onChange('message', message)
  }

  #advance() {
    while (this.#messages.has(this.last + 1)) this.last += 1
  }

  async #catchUp() {
    const session = this.#storage.session
    if (!session) return
    const missed = await this.#api.messages(session.token, this.last).catch(() => [])
    for (const message of missed) if (!this.#messages.has(message.seq)) this.#keep(message)
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
    this.#messages.clear()
    this.last = 0
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

  /** @param {boolean} typing */
  #setTyping(typing) {
    clearTimeout(this.#typingTimer)
    if (typing) this.#typingTimer = setTimeout(() => this.#setTyping(false), TYPING_MS)
    if (typing === this.typing) return
    this.typing = typing
    this.#onChange('typing')
  }

  /** @param {Handoff} handoff */
  #setHandoff(handoff) {
    this.handoff = handoff
    this.#onChange('handoff')
  }
}
