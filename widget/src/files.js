import {h, icon, iconButton} from './dom.js'
import {fill} from './strings.js'

/** @typedef {import('./types').Strings} Strings */
/** @typedef {import('./conversation.js').Conversation} Conversation */

/** What is done with a file, here and in the API, is one more. */
const uploads = () => import('./uploads.js')

/** The files chosen for the next message: each is uploaded at once and waits here until it is sent. */
export class Tray {
  #strings
  #conversation
  #accepted
  #onChange
  /** @type {Map<HTMLElement, {name: string, id: string | null, abort: AbortController}>} */
  #items = new Map()
  element = h('div', {class: 'tray', role: 'group'})

  /** @param {Strings} strings @param {Conversation} conversation @param {string} accepted media types @param {() => void} onChange */
  constructor(strings, conversation, accepted, onChange) {
    this.#strings = strings
    this.#conversation = conversation
    this.#accepted = accepted
    this.#onChange = onChange
    this.element.setAttribute('aria-label', strings.attachment)
  }

  /** Some file is still on its way to the server. */
  get busy() {
    return [...this.#items.values()].some(({id}) => id === '')
  }

  /** @param {Iterable<File>} files */
  add(files) {
    for (const file of files) this.#addOne(file)
  }

  /** What was uploaded before the page was loaded anew. */
  restore() {
    for (const {attachment_id, attachment_name} of this.#conversation.files) {
      this.#show(attachment_name, attachment_id, preview()).state.textContent = this.#strings.fileReady
    }
  }

  /** Take out what is ready to be sent. */
  take() {
    const ready = this.#ready
    for (const [chip, {id}] of this.#items) if (id) this.#remove(chip)
    return ready
  }

  clear() {
    for (const chip of this.#items.keys()) this.#remove(chip)
  }

  get #ready() {
    return [...this.#items.values()].flatMap(({id, name}) => id ? [{attachment_id: id, attachment_name: name}] : [])
  }

  #changed() {
    this.#conversation.files = this.#ready
    this.#onChange()
  }

  /** @param {File} file */
  #addOne(file) {
    const {chip, state} = this.#show(file.name, '', picture(file))
    void this.#send(file, chip, state)
  }

  /** @param {string} name @param {string} id '' until the server has the file @param {HTMLElement} look */
  #show(name, id, look) {
    const state = h('span', {class: 'fine', role: 'status'})
    const remove = () => this.#remove(chip)
    const chip = h('div', {class: 'chip'}, look,
      h('span', {class: 'chip-text'}, h('span', {class: 'name', dir: 'auto'}, name), state),
      iconButton('close', `${this.#strings.remove}: ${name}`, remove))
    this.#items.set(chip, {name, id, abort: new AbortController()})
    this.element.append(chip)
    return {chip, state}
  }

  /** @param {File} file @param {HTMLElement} chip @param {HTMLElement} state */
  async #send(file, chip, state) {
    const item = this.#items.get(chip)
    if (!item) return
    item.id = ''
    this.#onChange()
    chip.classList.remove('failed')
    try {
      const small = await (await uploads()).prepare(file, this.#accepted, this.#strings)
      item.id = await this.#conversation.upload(small, fraction => this.#progress(chip, state, fraction), item.abort.signal)
      chip.style.setProperty('--sent', '0')
      state.textContent = this.#strings.fileReady
    } catch (error) {
      item.id = null
      this.#failed(file, chip, state, /** @type {Error} */ (error))
    }
    this.#changed()
  }

  /** @param {HTMLElement} chip @param {HTMLElement} state @param {number} fraction */
  #progress(chip, state, fraction) {
    chip.style.setProperty('--sent', String(fraction))
    state.textContent = fill(this.#strings.fileProgress, {percent: Math.round(fraction * 100)})
  }

  /** @param {File} file @param {HTMLElement} chip @param {HTMLElement} state @param {Error} error */
  #failed(file, chip, state, error) {
    chip.classList.add('failed')
    const refusal = error.cause ? error.message : this.#refusal(error)
    if (refusal) return state.replaceChildren(refusal)
    const retry = () => this.#send(file, chip, state)
    state.replaceChildren(this.#strings.fileFailed, ' ', h('button', {type: 'button', class: 'link', onclick: retry}, this.#strings.retry))
  }

  /** What the server says of the file itself, '' when trying again may help. @param {Error} error */
  #refusal(error) {
    const {status} = /** @type {import('./api.js').ApiError} */ (error)
    return status === 415 ? this.#strings.fileKind : status === 413 ? this.#strings.fileSize : ''
  }

  /** @param {HTMLElement} chip */
  #remove(chip) {
    this.#items.get(chip)?.abort.abort()
    this.#items.delete(chip)
    chip.remove()
    this.#changed()
  }
}

function preview() {
  return h('span', {class: 'preview'}, icon('file'))
}

/** @param {File} file */
function picture(file) {
  const frame = preview()
  if (file.type.startsWith('image/')) uploads().then(({drawPreview}) => drawPreview(frame, file), () => {})
  return frame
}
