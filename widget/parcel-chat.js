/**
 * <parcel-chat server="https://assistant.example">: the shop's parcel help in a corner of the page.
 * Draws only its button at first; the chat itself is fetched when it is opened or was open before.
 */
import {icon, h} from './src/dom.js'
import {fill, strings} from './src/strings.js'
import {adopt, LAUNCHER} from './src/styles.js'

/** @typedef {import('./src/types').Strings} Strings */
/** @typedef {import('./src/chat.js').Chat} Chat */

export class ParcelChatElement extends HTMLElement {
  static observedAttributes = ['open', 'server', 'lang']

  static define(tag = 'parcel-chat', registry = customElements) {
    if (!registry.get(tag)) registry.define(tag, this)
    return this
  }

  #name = h('span', {class: 'label'})
  #badge = h('span', {class: 'badge', 'aria-hidden': 'true'})
  #trouble = h('p', {class: 'trouble', role: 'alert'})
  #launcher = h('button', {type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', onclick: () => this.show()})
  /** @type {Promise<Chat> | null} */
  #chat = null
  /** @type {Partial<Strings>} */
  #strings = {}
  /** What it says instead of English. @type {import('./src/types').Spoken | null} */
  #spoken = null
  /** @type {Promise<import('./src/types').Spoken | null> | null} */
  #speaking = null
  #unread = 0

  /** Address of the assistant; where this script came from when not given. */
  get server() {
    return new URL(this.getAttribute('server') || new URL(import.meta.url).origin, document.baseURI).href.replace(/\/$/, '')
  }

  set server(value) {
    this.setAttribute('server', value)
  }

  get open() {
    return this.hasAttribute('open')
  }

  set open(value) {
    this.toggleAttribute('open', value)
  }

  /** All words, with the shop's own in place of ours. @returns {Strings} */
  get strings() {
    return {...strings, ...this.#spoken?.strings, ...this.#strings}
  }

  /** @param {Partial<Strings>} words */
  set strings(words) {
    this.#strings = words
    this.#label()
    this.#restart()
  }

  /** The language that the shopper chose, else the element's, the page's or the browser's. */
  wanted(page = document.documentElement.lang) {
    return this.#kept('language') || this.lang || page || navigator.language
  }

  /** Address of this script, beside which its other files are. */
  get base() {
    return import.meta.url
  }

  /** Code of the language it speaks. */
  get language() {
    return this.#spoken?.code ?? 'en'
  }

  /** `rtl` or `ltr`: the language's, in English the page's. */
  get direction() {
    return this.#spoken?.direction ?? getComputedStyle(this).direction
  }

  /** Language of dates and times. Plain English writes them as the assistant does: 6 December, 14:20. */
  get locale() {
    const wanted = this.wanted()
    const lang = wanted.startsWith(this.language) ? wanted : this.language
    return lang === 'en' ? 'en-GB' : lang
  }

  connectedCallback() {
    if (!this.shadowRoot) this.#draw()
    this.#label()
    void this.speak(this.wanted())
    if (this.open || this.#kept('session')) void this.#load()
  }

  disconnectedCallback() {
    this.#chat?.then(chat => chat.stop())
    this.#chat = null
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (!this.isConnected || before === after) return
    if (name !== 'open') this.#restart()
    else if (after === null) this.#chat?.then(chat => chat.close())
    else void this.#load().then(chat => chat?.show())
  }

  /** Open the chat. */
  show() {
    this.open = true
  }

  /** Close it; the conversation goes on. */
  close() {
    this.open = false
  }

  toggle() {
    this.open = !this.open
  }

  /** Say `text` as the shopper. @param {string} text */
  async send(text) {
    await (await this.#load())?.send(text)
  }

  /** Forget the conversation on this device. */
  async startOver() {
    await (await this.#load())?.startOver()
  }

  /** The conversation as plain text. @returns {Promise<string>} */
  async transcript() {
    return (await this.#load())?.transcript() ?? ''
  }

  /**
   * Who is logged in, as the shop has signed it: asked for just before a conversation begins.
   * @returns {Promise<object | null>}
   */
  async identify() {
    const address = this.getAttribute('identity-url')
    if (!address) return null
    const response = await fetch(address, {credentials: 'same-origin', cache: 'no-store'})
    return response.ok ? response.json() : null
  }

  /** Say everything in another language, as long as somebody has written it. @param {string} tag such as de or de-AT */
  async speak(tag) {
    if (tag === this.language) return
    const english = tag.startsWith('en')
    this.#speaking = english ? null : import('./src/languages.js').then(({speak}) => speak(this.base, tag))
    const spoken = await this.#speaking
    if (!spoken && !english) return
    this.#spoken = spoken
    this.#label()
    this.#chat?.then(chat => chat.redress())
  }

  /** Every request of the widget but uploads goes through here. @type {typeof fetch} */
  fetch(input, init) {
    return fetch(input, init)
  }

  #draw() {
    const root = this.attachShadow({mode: 'open'})
    adopt(root, LAUNCHER, this.nonce ?? '')
    this.#launcher.append(icon('chat'), this.#name, this.#badge)
    root.append(this.#launcher, this.#trouble)
    // The chat is asked for when a hand nears the button, so that it is there when it taps.
    for (const near of ['pointerenter', 'focus', 'touchstart']) {
      this.#launcher.addEventListener(near, () => void this.#load(), {once: true, passive: true})
    }
  }

  #label(unread = this.#unread) {
    this.#unread = unread
    const {launcher, openChat, openChatUnread} = this.strings
    this.#badge.textContent = unread ? String(Math.min(unread, 99)) : ''
    this.#launcher.setAttribute('aria-label', unread ? fill(openChatUnread, {count: unread}) : openChat)
    this.#name.textContent = launcher
  }

  /** What the browser keeps; null for nothing. @param {string} name */
  #kept(name) {
    try {
      return JSON.parse(localStorage.getItem(`parcel-chat:${this.server}:${name}`) ?? 'null')
    } catch {
      return null
    }
  }

  /** @returns {Promise<Chat | undefined>} undefined when it cannot be fetched */
  async #load() {
    this.#chat ??= Promise.all([import('./src/chat.js'), this.#speaking]).then(([{Chat}]) => new Chat(this, unread => this.#label(unread)))
    try {
      const chat = await this.#chat
      this.#trouble.textContent = ''
      if (this.open) chat.show()
      return chat
    } catch {
      this.#chat = null
      if (this.open) this.#trouble.textContent = this.strings.loadFailed
      this.open = false
    }
  }

  #restart() {
    if (!this.#chat) return
    this.#chat.then(chat => chat.stop())
    this.#chat = null
    void this.#load()
  }
}

ParcelChatElement.define()
