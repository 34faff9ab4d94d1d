import {h, icon} from './dom.js'

const AT_END_PX = 80
const ABOVE_ANSWER_PX = 12
const HAND_MS = 150

/** Keeps the newest messages in view until the shopper scrolls away, and then offers the way back. */
export class Scroller {
  #log
  #following = true
  jump

  /** @param {HTMLElement} log what scrolls @param {string} label of the way back */
  constructor(log, label) {
    this.#log = log
    this.jump = h('button', {type: 'button', class: 'jump', hidden: true, onclick: () => this.toEnd(glide())}, icon('down'), label)
    log.addEventListener('scroll', () => this.#scrolled(), {passive: true})
    for (const hand of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
      log.addEventListener(hand, () => setTimeout(() => (this.#following = this.#atEnd()), HAND_MS), {passive: true})
    }
  }

  /** Something was added: show it, or say that it is there. @param {boolean} notable worth telling of */
  follow(notable = true) {
    if (this.#following) this.#toAnswer()
    else if (notable) this.jump.hidden = false
  }

  /** @param {ScrollBehavior} behavior */
  toEnd(behavior = 'auto') {
    this.jump.hidden = true
    this.#following = true
    this.#log.scrollTo({top: this.#log.scrollHeight, behavior})
  }

  /** To the end, but no further than leaves the beginning of what answers the shopper's last words in view. */
  #toAnswer() {
    const own = [...this.#log.querySelectorAll('.message.shopper')].pop()
    const first = /** @type {HTMLElement | null | undefined} */ (own?.nextElementSibling)
    const end = this.#log.scrollHeight - this.#log.clientHeight
    const top = first ? first.offsetTop - ABOVE_ANSWER_PX : end
    this.#log.scrollTo({top: Math.min(end, top), behavior: glide()})
  }

  #scrolled() {
    if (!this.#atEnd()) return
    this.jump.hidden = true
    this.#following = true
  }

  #atEnd() {
    const {scrollHeight, scrollTop, clientHeight} = this.#log
    return scrollHeight - scrollTop - clientHeight < AT_END_PX
  }
}

/** Where motion is unwanted, jump instead of gliding. @returns {ScrollBehavior} */
function glide() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
}
