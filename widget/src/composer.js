import {h, icon, iconButton} from './dom.js'
import {ACCEPT, Tray} from './files.js'
import {fill} from './strings.js'

/** @typedef {import('./types').Strings} Strings */

const LONGEST_TEXT = 2000
const WARN_BELOW = 200
const TALLEST_PX = 132

/** Where the shopper writes: the field, files, the send button. */
export class Composer {
  #strings
  #onSend
  tray
  field
  #button
  #counter = h('p', {class: 'counter fine', role: 'status'})
  element

  /**
   * @param {Strings} strings
   * @param {import('./conversation.js').Conversation} conversation
   * @param {(text: string, files: import('./types').Upload[]) => void} onSend
   */
  constructor(strings, conversation, onSend) {
    this.#strings = strings
    this.#onSend = onSend
    this.tray = new Tray(strings, conversation, () => this.#refresh())
    this.field = h('textarea', {rows: 1, maxlength: LONGEST_TEXT, placeholder: strings.placeholder, 'aria-label': strings.field,
      enterkeyhint: 'send', dir: 'auto', oninput: () => this.#refresh(), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event)})
    this.#button = h('button', {class: 'icon-button send', type: 'submit', 'aria-label': strings.send, title: strings.send}, icon('send'))
    this.element = h('form', {class: 'composer', onsubmit: (/** @type {Event} */ event) => this.#submit(event)},
      this.tray.element, this.#counter,
      h('div', {class: 'row'}, ...this.#pickers(), this.field, this.#button))
    this.#acceptFiles()
    this.tray.restore()
    this.#refresh()
  }

  /** Put `text` into the field, to be changed and sent again. @param {string} text */
  edit(text) {
    this.field.value = text
    this.#refresh()
    this.field.focus()
  }

  #pickers() {
    const picker = (/** @type {'clip' | 'camera'} */ name, /** @type {string} */ label, /** @type {object} */ more) => {
      const onchange = () => {
        this.tray.add(input.files ?? [])
        input.value = ''
        this.field.focus()
      }
      const input = h('input', {type: 'file', hidden: true, tabindex: -1, 'aria-hidden': 'true', onchange, ...more})
      return [input, iconButton(name, label, () => input.click(), {class: `icon-button ${name}`})]
    }
    return [
      ...picker('clip', this.#strings.attach, {accept: ACCEPT, multiple: true}),
      ...picker('camera', this.#strings.camera, {accept: 'image/*', capture: 'environment'}),
    ]
  }

  #acceptFiles() {
    this.field.addEventListener('paste', event => {
      const files = event.clipboardData?.files
      if (!files?.length) return
      event.preventDefault()
      this.tray.add(files)
    })
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    this.element.requestSubmit()
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault()
    const text = this.field.value.trim()
    if (this.tray.busy) return
    const files = this.tray.take()
    if (!text && !files.length) return
    this.field.value = ''
    this.#refresh()
    this.#onSend(text, files)
  }

  #refresh() {
    const left = LONGEST_TEXT - this.field.value.length
    this.#counter.textContent = left < WARN_BELOW ? fill(this.#strings.lettersLeft, {count: left}) : ''
    this.#button.setAttribute('aria-disabled', String(this.tray.busy))
    this.field.style.height = 'auto'
    this.field.style.height = `${Math.min(this.field.scrollHeight, TALLEST_PX)}px`
  }
}
