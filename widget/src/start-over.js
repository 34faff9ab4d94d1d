import {h} from './dom.js'
import {START_OVER} from './start-over-styles.js'
import {adopt} from './styles.js'

/** @typedef {import('./types').Strings} Strings */

const STYLED = new WeakSet()

/**
 * The question before a conversation is left, and whether it helped.
 * @param {import('../parcel-chat.js').ParcelChatElement} host
 * @param {{confirm: () => void, cancel: () => void, feedback: (helpful: boolean) => void, rated: boolean}} actions
 *   `rated` is whether there was an answer that can be judged
 */
export function drawStartOver(host, {confirm, cancel, feedback, rated}) {
  const {strings} = host
  const root = /** @type {ShadowRoot} */ (host.shadowRoot)
  if (!STYLED.has(root)) adopt(root, START_OVER, host.nonce ?? '')
  STYLED.add(root)
  return h('section', {class: 'sheet', 'aria-labelledby': 'sheet-title'},
    h('h3', {id: 'sheet-title', tabindex: -1}, strings.startOverTitle),
    h('p', {}, strings.startOverText),
    rated && drawFeedback(strings, feedback),
    h('div', {class: 'actions'},
      h('button', {type: 'button', class: 'plain', onclick: cancel}, strings.startOverCancel),
      h('button', {type: 'button', class: 'main', onclick: confirm}, strings.startOverConfirm)))
}

/** @param {Strings} strings @param {(helpful: boolean) => void} feedback */
function drawFeedback(strings, feedback) {
  const row = h('div', {class: 'feedback', role: 'group', 'aria-label': strings.feedbackQuestion})
  const answer = (/** @type {boolean} */ helpful) => () => {
    feedback(helpful)
    row.replaceChildren(h('p', {role: 'status'}, strings.feedbackThanks))
  }
  row.append(
    h('p', {}, strings.feedbackQuestion),
    h('button', {type: 'button', class: 'choice', onclick: answer(true)}, strings.feedbackYes),
    h('button', {type: 'button', class: 'choice', onclick: answer(false)}, strings.feedbackNo))
  return row
}
