import {h, icon} from './dom.js'

/** @typedef {import('./types').Strings} Strings */

/** @param {Strings} strings @param {{transcript: () => void, startOver: () => void}} actions */
export function drawMenu(strings, {transcript, startOver}) {
  return h('div', {class: 'menu', id: 'menu', hidden: true},
    h('button', {type: 'button', onclick: transcript}, icon('save'), strings.transcript),
    h('button', {type: 'button', onclick: startOver}, icon('restart'), strings.startOver))
}

/**
 * The question before a conversation is left, and whether it helped.
 * @param {Strings} strings
 * @param {{confirm: () => void, cancel: () => void, feedback: (helpful: boolean) => void, rated: boolean}} actions
 *   `rated` is whether there was an answer that can be judged
 */
export function drawStartOver(strings, {confirm, cancel, feedback, rated}) {
  return h('section', {class: 'sheet', 'aria-labelledby': 'sheet-title'},
    h('h3', {id: 'sheet-title', tabindex: -1}, strings.startOverTitle),
    h('p', {}, strings.startOverText),
    rated && drawFeedback(strings, feedback),
    h('div', {class: 'actions'},
      h('button', {type: 'button', class: 'plain', onclick: cancel}, strings.startOverCancel),
      h('button', {type: 'button', class: 'main', onclick: confirm}, strings.startOverConfirm)))
}

/** @param {Strings} strings @param {(helpful: boolean) => void} feedback */
export function drawFeedback(strings, feedback) {
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
