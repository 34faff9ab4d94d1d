const LONGEST_MS = 15_000

/** Whether the other side is writing; ends by itself, for the word that it has ended may be lost. */
export class Typing {
  #onChange
  /** @type {number | undefined} */
  #timer
  on = false

  /** @param {() => void} onChange */
  constructor(onChange) {
    this.#onChange = onChange
  }

  /** @param {boolean} on */
  set(on) {
    clearTimeout(this.#timer)
    if (on) this.#timer = setTimeout(() => this.set(false), LONGEST_MS)
    if (on === this.on) return
    this.on = on
    this.#onChange()
  }
}
