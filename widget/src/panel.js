import {Composer} from './composer.js'
import {clock} from './dates.js'
import {h, iconButton} from './dom.js'
import {drawMessage, drawPending, drawTyping, group, lockChoices, place} from './log.js'
import {drawMenu} from './menu.js'
import {Scroller} from './scroller.js'
import {fill} from './strings.js'

/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').Strings} Strings */
/** @typedef {import('./conversation.js').Conversation} Conversation */

const SMALL = '(max-width: 560px), (max-height: 480px)'
const BANNER_MS = 2500

/** The open chat: a dialog that covers a phone and stands beside the page elsewhere. */
export class Panel {
  #conversation
  #strings
  #locale
  #host
  #emit
  #composer
  #small = matchMedia(SMALL)
  #title = h('h2', {id: 'title', tabindex: -1})
  #status = h('p', {class: 'fine', role: 'status'})
  #banner = h('div', {class: 'banner', role: 'status'})
  #sheet = h('div', {class: 'sheet-place'})
  #tail = h('div', {class: 'tail'})
  #scroller
  #log
  #menu
  #moreButton
  element
  /** @type {number | undefined} */
  #bannerTimer
  #settleTimer = 0
  /** @type {string | boolean} */
  #lost = false

  /**
   * @param {Conversation} conversation
   * @param {import('../parcel-chat.js').ParcelChatElement} host
   * @param {(name: string, detail?: object) => void} emit
   */
  constructor(conversation, host, emit) {
    const {strings} = host
    this.#conversation = conversation
    this.#strings = strings
    this.#locale = host.locale
    this.#host = host
    this.#emit = emit
    this.#composer = new Composer(strings, conversation, (text, files) => this.#send(text, files))
    this.#log = h('div', {class: 'log', role: 'log', tabindex: 0, 'aria-label': strings.conversation}, this.#tail)
    this.#scroller = new Scroller(this.#log, strings.newMessages)
    this.#moreButton = iconButton('more', strings.menu, () => this.#toggleMenu(), {'aria-expanded': 'false', 'aria-controls': 'menu'})
    this.#menu = drawMenu(strings, {transcript: () => emit('save'), startOver: () => this.#askStartOver()})
    this.element = this.#draw()
    this.redraw()
  }

  get open() {
    return this.element.open
  }

  /** Where the shopper writes. */
  get field() {
    return this.#composer.field
  }

  show() {
    if (this.open) return
    if (this.#small.matches) this.element.showModal()
    else this.element.show()
    this.element.dataset.modal = String(this.#small.matches)
    this.#fitKeyboard()
    const focus = matchMedia('(pointer: coarse)').matches ? this.#title : this.#composer.field
    focus.focus()
    this.#scroller.toEnd()
    this.#conversation.markRead()
  }

  /** The whole conversation anew, without reading it aloud. */
  redraw() {
    this.#log.setAttribute('aria-live', 'off')
    this.#log.replaceChildren(this.#tail)
    for (const message of this.#conversation.messages) place(this.#log, this.#message(message))
    this.#settle()
    this.#scroller.toEnd()
    setTimeout(() => this.#log.setAttribute('aria-live', 'polite'), 300)
  }

  /** @param {string} what as told by the conversation @param {Message} [message] */
  update(what, message) {
    if (message) this.#add(message)
    else if (what === 'outbox') this.#settle(true)
    else if (what === 'typing') this.#showTyping()
    else if (what === 'handoff') this.#settle(true)
    else if (what === 'connection') this.#showConnection()
    else if (what === 'reset' || what === 'ended') this.#restart(what)
  }

  #draw() {
    const dialog = h('dialog', {class: 'panel', 'aria-labelledby': 'title', oncancel: (/** @type {Event} */ event) => this.#escape(event),
      onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && this.#escape(event)},
      h('div', {class: 'head'}, h('div', {class: 'heading'}, this.#title, this.#status), this.#moreButton,
        iconButton('close', this.#strings.close, () => this.#emit('close'))),
      this.#menu, this.#banner, this.#log, h('div', {class: 'over'}, this.#scroller.jump), this.#sheet, this.#composer.element,
      h('p', {class: 'drop', 'aria-hidden': 'true'}, this.#strings.dropHere))
    // the panel stays in its corner whichever way it is read
    for (const part of dialog.children) part.setAttribute('dir', this.#host.direction)
    dialog.lang = this.#host.language
    this.#acceptDrops(dialog)
    this.#small.addEventListener('change', () => this.#rearrange())
    window.visualViewport?.addEventListener('resize', () => this.#fitKeyboard())
    return dialog
  }

  /** @param {HTMLElement} dialog */
  #acceptDrops(dialog) {
    const mark = (/** @type {boolean} */ on) => dialog.classList.toggle('dropping', on)
    dialog.addEventListener('dragover', event => {
      event.preventDefault()
      mark(true)
    })
    dialog.addEventListener('dragleave', event => mark(dialog.contains(/** @type {Node | null} */ (event.relatedTarget))))
    dialog.addEventListener('drop', event => {
      event.preventDefault()
      mark(false)
      this.#composer.attach(event.dataTransfer?.files ?? [])
    })
  }

  /** A phone's keyboard lies over the page: what is left above it is ours. */
  #fitKeyboard() {
    const seen = window.visualViewport
    if (!seen) return
    this.element.style.setProperty('--seen-height', `${seen.height}px`)
    this.element.style.setProperty('--seen-top', `${seen.offsetTop}px`)
  }

  /** A phone turned or a window resized: the same dialog in its other form. */
  #rearrange() {
    if (!this.open) return
    this.element.close()
    this.show()
  }

  /** Escape closes the innermost thing first. @param {Event} event */
  #escape(event) {
    event.preventDefault()
    event.stopPropagation()
    if (this.#sheet.firstChild) this.#closeSheet()
    else if (!this.#menu.hidden) this.#toggleMenu()
    else this.#emit('close')
  }

  #toggleMenu() {
    this.#menu.hidden = !this.#menu.hidden
    if (!this.#menu.hidden) void import('./languages.js').then(({offer}) => offer(this.#menu, this.#host, this.#conversation))
    this.#moreButton.setAttribute('aria-expanded', String(!this.#menu.hidden))
    const focus = this.#menu.hidden ? this.#moreButton : this.#menu.querySelector('button')
    focus?.focus()
  }

  async #askStartOver() {
    const {drawStartOver} = await import('./start-over.js')
    this.#toggleMenu()
    const rated = this.#conversation.messages.some(({author}) => author !== 'shopper')
    this.#sheet.replaceChildren(drawStartOver(this.#host, {
      confirm: () => this.#conversation.startOver(),
      cancel: () => this.#closeSheet(),
      feedback: helpful => this.#feedback(helpful),
      rated,
    }))
    this.#sheet.querySelector('h3')?.focus()
  }

  #closeSheet() {
    this.#sheet.replaceChildren()
    this.#moreButton.focus()
  }

  /** @param {boolean} helpful */
  #feedback(helpful) {
    this.#conversation.send(helpful ? this.#strings.feedbackYes : this.#strings.feedbackNo)
    this.#emit('feedback', {helpful})
  }

  /** @param {string} text @param {import('./types').Upload[]} files */
  #send(text, files) {
    const [first, ...others] = files
    this.#conversation.send(text, first)
    for (const file of others) this.#conversation.send('', file)
    this.#scroller.toEnd()
  }

  /** @param {Message} message */
  #message(message) {
    return drawMessage(message, {
      strings: this.#strings,
      locale: this.#locale,
      now: new Date(),
      choose: ({id, title}) => this.#conversation.send(title, {choice: id}),
    })
  }

  /** @param {Message} message */
  #add(message) {
    place(this.#log, this.#message(message))
    if (message.author === 'shopper') this.#scroller.toEnd()
    this.#settleTimer ||= setTimeout(() => this.#settleAll())
    if (this.open && !document.hidden) this.#conversation.markRead()
  }

  /** Once for all messages that came together. */
  #settleAll() {
    this.#settleTimer = 0
    this.#settle()
    this.#scroller.follow()
  }

  /** What stands after the ledger's messages, and what depends on the last of them. @param {boolean} follow */
  #settle(follow = false) {
    const {pending, messages, openChoices, connection} = this.#conversation
    const scene = {
      strings: this.#strings,
      online: connection !== 'lost',
      edit: (/** @type {import('./types').Entry} */ entry) => {
        this.#conversation.discard(entry)
        this.#composer.edit(entry.text)
      },
      discard: (/** @type {import('./types').Entry} */ entry) => this.#conversation.discard(entry),
    }
    const empty = !messages.length && !pending.length
    this.#tail.replaceChildren(...(empty ? [this.#welcome()] : []), ...pending.map(entry => drawPending(entry, scene)))
    group(this.#log, new Date(), this.#locale, this.#strings)
    lockChoices(this.#log, openChoices)
    this.#showTyping()
    this.#showHandoff()
    if (follow) this.#scroller.toEnd()
  }

  #welcome() {
    const {welcome, starters} = this.#strings
    return h('div', {class: 'welcome'}, h('p', {class: 'bubble'}, welcome),
      h('ul', {class: 'choices', role: 'list'}, ...starters.map(text =>
        h('li', {}, h('button', {type: 'button', class: 'choice', onclick: () => this.#send(text, [])}, text)))))
  }

  /** @param {string} what */
  #restart(what) {
    this.#sheet.replaceChildren()
    this.#composer.clear()
    this.redraw()
    if (what === 'ended') this.#showBanner(this.#strings.ended, BANNER_MS * 2)
    else if (this.open) this.#composer.field.focus()
  }

  #showTyping() {
    this.#tail.querySelector('.typing')?.remove()
    if (!this.#conversation.typing.on) return
    const {state, agent} = this.#conversation.handoff
    this.#tail.append(drawTyping(state === 'human' ? agent || this.#strings.agentFallback : '', this.#strings))
    this.#scroller.follow(false)
  }

  #showHandoff() {
    const {title, agentFallback, owner} = this.#strings
    const {state, agent} = this.#conversation.handoff
    const since = this.#conversation.joinedAt
    const words = state === 'human' && since ? owner.humanSince : owner[state] ?? owner.bot
    const status = fill(words, {agent: agent || agentFallback, time: since && clock(since, this.#locale)})
    this.#title.textContent = title
    if (this.#status.textContent !== status) this.#status.textContent = status
    this.element.dataset.owner = state
  }

  #showConnection() {
    const {notice, connection} = this.#conversation
    const lost = notice || connection === 'lost'
    if (lost) this.#showBanner(notice || (navigator.onLine ? this.#strings.reconnecting : this.#strings.offline))
    else if (this.#lost && connection !== 'connecting') this.#showBanner(this.#strings.backOnline, BANNER_MS)
    this.#settle()
    this.#lost = lost
  }

  /** @param {string} text @param {number} [time_ms] stays until replaced when not given */
  #showBanner(text, time_ms) {
    clearTimeout(this.#bannerTimer)
    const retry = h('button', {type: 'button', class: 'link', onclick: () => this.#conversation.wake()}, this.#strings.retryNow)
    this.#banner.replaceChildren(h('span', {}, text), ...(time_ms ? [] : [retry]))
    if (time_ms) this.#bannerTimer = setTimeout(() => this.#banner.replaceChildren(), time_ms)
  }
}
