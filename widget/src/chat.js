import {Api} from './api.js'
import {Conversation} from './conversation.js'
import {PANEL} from './panel-styles.js'
import {Panel} from './panel.js'
import {Storage} from './storage.js'
import {adopt} from './styles.js'

/** @typedef {import('./types').Message} Message */
/** @typedef {import('../parcel-chat.js').ParcelChatElement} ParcelChatElement */

const STYLED = new WeakSet()

/** Joins element, conversation and panel: the part of `<parcel-chat>` that is fetched when needed. */
export class Chat {
  #host
  #onUnread
  #conversation
  #panel
  /** @type {HTMLElement | null} */
  #before = null

  /** @param {ParcelChatElement} host @param {(unread: number) => void} onUnread */
  constructor(host, onUnread) {
    this.#host = host
    this.#onUnread = onUnread
    const api = new Api(host.server, (...request) => host.fetch(...request))
    this.#conversation = new Conversation(api, new Storage(host.server), (...change) => this.#changed(...change), {
      identify: () => host.identify(),
      language: () => host.wanted(''), // a page's own language is often not its reader's
    })
    const root = /** @type {ShadowRoot} */ (host.shadowRoot)
    if (!STYLED.has(root)) adopt(root, PANEL, host.nonce ?? '')
    STYLED.add(root)
    this.#panel = this.#draw()
    this.#conversation.start()
    this.#panel.redraw()
    this.#countUnread()
    this.#follow(this.#conversation.messages.filter(({author}) => author === 'bot').at(-1))
  }

  #draw() {
    const panel = new Panel(this.#conversation, this.#host, (name, detail) => this.#asked(name, detail))
    this.#host.shadowRoot?.append(panel.element)
    return panel
  }

  /** Draw the panel anew in the language of now; what is being written stays. */
  redress() {
    const {open, field, element} = this.#panel
    element.close()
    element.remove()
    this.#panel = this.#draw()
    this.#panel.field.value = field.value
    if (open) this.#panel.show()
  }

  /** Speak as the assistant does. @param {Message} [message] */
  #follow(message) {
    if (message?.author === 'bot' && message.language) void this.#host.speak(message.language)
    if (message?.answer?.table === 'news') void import('./push.js').then(push => push.promised(this.#host, message))
  }

  show() {
    if (this.#panel.open) return
    this.#before = /** @type {HTMLElement | null} */ (document.activeElement)
    this.#panel.show()
    this.#emit('open')
  }

  /** Close and give the focus back to where it was. */
  close() {
    if (!this.#panel.open) return
    this.#panel.element.close()
    this.#emit('close')
    if (this.#before && this.#before !== document.body && this.#before !== this.#host) this.#before.focus()
    else /** @type {HTMLElement} */ (this.#host.shadowRoot?.querySelector('.launcher')).focus()
  }

  /** @param {string} text */
  send(text) {
    this.#conversation.send(text)
  }

  startOver() {
    this.#conversation.startOver()
  }

  async transcript() {
    return (await import('./transcript.js')).transcript(this.#conversation.messages, this.#host.strings, this.#host.locale)
  }

  async #save() {
    (await import('./transcript.js')).save(await this.transcript(), 'parcel-help.txt')
  }

  stop() {
    this.#conversation.stop()
    this.#panel.element.remove()
  }

  /** @param {string} what @param {Message} [message] */
  #changed(what, message) {
    this.#panel?.update(what, message)
    this.#countUnread()
    if (what === 'message') {
      this.#follow(message)
      this.#emit('message', {message})
    } else if (what === 'connection') this.#emit('connection', {state: this.#conversation.connection})
    else if (what === 'handoff') this.#emit('handoff', this.#conversation.handoff)
  }

  #countUnread() {
    const {unread} = this.#conversation
    this.#onUnread(unread)
    this.#emit('unread', {unread})
  }

  /** What the shopper asks for in the panel. @param {string} name @param {object} [detail] */
  #asked(name, detail) {
    if (name === 'close') this.#host.close()
    else if (name === 'save') void this.#save()
    else this.#emit(name, detail)
  }

  /** @param {string} name @param {object} [detail] */
  #emit(name, detail) {
    this.#host.dispatchEvent(new CustomEvent(`parcel-chat-${name}`, {detail, bubbles: true}))
  }
}
