import {h, icon} from './dom.js'

/** @typedef {import('./types').Strings} Strings */

/** @param {Strings} strings @param {{transcript: () => void, startOver: () => void}} actions */
export function drawMenu(strings, {transcript, startOver}) {
  return h('div', {class: 'menu', id: 'menu', hidden: true},
    h('button', {type: 'button', onclick: transcript}, icon('save'), strings.transcript),
    h('button', {type: 'button', onclick: startOver}, icon('restart'), strings.startOver))
}
