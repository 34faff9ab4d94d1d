import {h, icon, iconButton} from './dom.js'
import {fill} from './strings.js'

/** @typedef {import('./types').Strings} Strings */

const ACCEPT = 'image/png,image/jpeg,image/webp,application/pdf'
const LONGEST_TEXT = 2000
const WARN_BELOW = 200
const TALLEST_PX = 132

/** Where the shopper writes: the field, files, the send button. */
export class Composer {
  #strings
  #conversation
  #onSend
  /** @type {import('./files.js').Tray | undefined} */
  #tray
  /** Stands where the tray will be. */
  #place = h('div', {class: 'tray'})
  #fetching = 0
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
    this.#conversation = conversation
    this.#onSend = onSend
    this.field = h('textarea', {rows: 1, maxlength: LONGEST_TEXT, placeholder: strings.placeholder, 'aria-label': strings.field,
      enterkeyhint: 'send', dir: 'auto', oninput: () => this.#refresh(), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event)})
    this.#button = h('button', {class: 'icon-button send', type: 'submit', 'aria-label': strings.send, title: strings.send}, icon('send'))
    this.element = h('form', {class: 'composer', onsubmit: (/** @type {Event} */ event) => this.#submit(event)},
      this.#place, this.#counter,
      h('div', {class: 'row'}, ...this.#pickers(), this.field, this.#button))
    this.#acceptFiles()
    this.#refresh()
    if (conversation.files.length) void this.#withTray(tray => tray.restore())
  }

  /** Put `text` into the field, to be changed and sent again. @param {string} text */
  edit(text) {
    this.field.value = text
    this.#refresh()
    this.field.focus()
  }

  /** Take files for the next message. @param {Iterable<File>} files */
  attach(files) {
    const chosen = [...files] // the field they come from is emptied
    if (chosen.length) void this.#withTray(tray => tray.add(chosen))
  }

  /** Put away the files that are not sent. */
  clear() {
    this.#tray?.clear()
  }

  /** A file is on its way, or what shows it. */
  get #busy() {
    return Boolean(this.#fetching || this.#tray?.busy)
  }

  /** The tray is fetched with the first file. @param {(tray: import('./files.js').Tray) => void} use */
  async #withTray(use) {
    this.#fetching += 1
    this.#refresh()
    try {
      const {Tray} = await import('./files.js')
      this.#tray ??= new Tray(this.#strings, this.#conversation, ACCEPT, () => this.#refresh())
      this.#place.replaceWith(this.#tray.element)
      use(this.#tray)
    } catch {
      const retry = () => this.#withTray(use)
      this.#place.replaceChildren(this.#strings.fileFailed, h('button', {type: 'button', class: 'link', onclick: retry}, this.#strings.retry))
    }
    this.#fetching -= 1
    this.#refresh()
  }

  #pickers() {
    const picker = (/** @type {'clip' | 'camera'} */ name, /** @type {string} */ label, /** @type {object} */ more) => {
      const onchange = () => {
        this.attach(input.files ?? [])
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
      this.attach(files)
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
    if (this.#busy) return
    const files = this.#tray?.take() ?? []
    if (!text && !files.length) return
    this.field.value = ''
    this.#refresh()
    this.#onSend(text, files)
  }

  #refresh() {
    const left = LONGEST_TEXT - this.field.value.length
    this.#counter.textContent = left < WARN_BELOW ? fill(this.#strings.lettersLeft, {count: left}) : ''
    this.#button.setAttribute('aria-disabled', String(this.#busy))
    this.field.style.height = 'auto'
    this.field.style.height = `${Math.min(this.field.scrollHeight, TALLEST_PX)}px`
  }
}
