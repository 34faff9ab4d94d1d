import {drawCard} from './card.js'
import {clock, dayName} from './dates.js'
import {h, hidden, icon, linked} from './dom.js'
import {fill, speaker} from './strings.js'

/** @typedef {import('./types').Card} Card */
/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').Entry} Entry */
/** @typedef {import('./types').Scene} Scene */
/** @typedef {import('./types').Strings} Strings */

/** @param {Message} message @param {Scene} scene */
export function drawMessage(message, scene) {
  const {strings, locale} = scene
  const mine = message.author === 'shopper'
  const who = speaker(message, strings)
  const notice = message.answer?.table === 'handover' && !message.card
  const card = message.card && drawCard(message.card, scene)
  const text = card ? besideCard(message.text, /** @type {Card} */ (message.card)) : message.text
  return h('div', {class: `message ${notice ? 'notice' : message.author}`, 'data-seq': message.seq, 'data-at': message.at,
      'data-who': notice ? '' : who},
    h('p', {class: 'who'}, h('span', {}, who), ' ', h('time', {datetime: message.at}, clock(message.at, locale))),
    text && h('p', {class: 'bubble', dir: 'auto'}, ...(mine ? [text] : linked(text))),
    message.attachment && drawFile(message.attachment.name || strings.attachment),
    card,
    message.choices.length > 0 && drawChoices(message, scene),
  )
}

/**
 * Channels without cards need the card's content in the text; here it would be said twice.
 * @param {string} text @param {Card} card
 */
function besideCard(text, card) {
  if (card.kind === 'tracking') return text.replace(card.said || card.text, '').trim()
  const fields = new Set(card.fields.map(({label, value}) => `${label}: ${value}`))
  return text.split('\n').filter(line => !fields.has(line)).join('\n')
}

/** @param {string} name */
function drawFile(name) {
  return h('p', {class: 'bubble file'}, icon('file'), h('span', {dir: 'auto'}, name))
}

/** @param {Message} message @param {Scene} scene */
function drawChoices({choices}, scene) {
  return h('ul', {class: 'choices', role: 'list'}, ...choices.map(choice => {
    const onclick = (/** @type {Event} */ event) => {
      const button = /** @type {HTMLElement} */ (event.currentTarget)
      if (button.getAttribute('aria-disabled') !== 'true') scene.choose(choice)
    }
    return h('li', {}, h('button', {type: 'button', class: 'choice', 'data-choice': choice.id, onclick}, choice.title))
  }))
}

/**
 * Lock the choices that cannot be taken any more and mark the one that was. They stay focusable, so a
 * keyboard keeps its place.
 * @param {HTMLElement} log @param {Set<string>} open
 */
export function lockChoices(log, open) {
  const next = new Map()
  let said = ''
  for (const message of [...log.querySelectorAll('.message')].reverse()) {
    if (message.matches('.shopper')) said = message.querySelector('.bubble')?.textContent ?? ''
    else next.set(message, said)
  }
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (log.querySelectorAll('[data-choice]'))) {
    const locked = !open.has(button.dataset.choice ?? '')
    button.setAttribute('aria-disabled', String(locked))
    if (locked) button.setAttribute('aria-pressed', String(next.get(button.closest('.message')) === button.textContent))
  }
}

/**
 * A message that is not in the ledger yet.
 * @param {Entry} entry
 * @param {{strings: Strings, online: boolean, edit: (entry: Entry) => void, discard: (entry: Entry) => void}} scene
 */
export function drawPending(entry, {strings, online, edit, discard}) {
  return h('div', {class: entry.refused ? 'message shopper refused' : 'message shopper pending', 'data-echo': entry.echo_id},
    entry.text && h('p', {class: 'bubble', dir: 'auto'}, entry.text),
    entry.attachment_name && drawFile(entry.attachment_name),
    entry.refused
      ? h('p', {class: 'state', role: 'alert'}, icon('act'), refusal(entry, strings),
          !entry.choice && h('button', {type: 'button', class: 'link', onclick: () => edit(entry)}, strings.edit),
          h('button', {type: 'button', class: 'link', onclick: () => discard(entry)}, strings.remove))
      : h('p', {class: 'state'}, online ? strings.sending : strings.waiting),
  )
}

/** @param {Entry} entry @param {Strings} strings */
function refusal({refused}, strings) {
  return refused === 'long' ? strings.refusedLong : refused === 'choice' ? strings.refusedChoice : strings.refused
}

/**
 * Put `element` where its seq belongs, in place of an earlier drawing of the same message.
 * @param {HTMLElement} log @param {HTMLElement} element
 */
export function place(log, element) {
  const seq = Number(element.dataset.seq)
  const drawn = /** @type {HTMLElement[]} */ ([...log.querySelectorAll('.message[data-seq]')])
  const same = drawn.find(other => Number(other.dataset.seq) === seq)
  if (same) return same.replaceWith(element)
  const next = drawn.find(other => Number(other.dataset.seq) > seq)
  log.insertBefore(element, next ?? log.querySelector('.tail'))
}

/**
 * Name the day above its first message, and the speaker above the first of a run.
 * @param {HTMLElement} log @param {Date} now @param {string} locale @param {Strings} strings
 */
export function group(log, now, locale, strings) {
  for (const day of log.querySelectorAll('.day')) day.remove()
  let [lastDay, lastWho] = ['', '']
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (log.querySelectorAll('.message[data-seq]'))) {
    const day = dayName(element.dataset.at ?? '', now, locale, strings)
    if (day !== lastDay) element.before(h('p', {class: 'day'}, day))
    element.classList.toggle('follows', day === lastDay && element.dataset.who === lastWho)
    ;[lastDay, lastWho] = [day, element.dataset.who ?? '']
  }
}

/** @param {string} name of the agent, '' for the assistant @param {Strings} strings */
export function drawTyping(name, strings) {
  const text = name ? fill(strings.typingAgent, {agent: name}) : strings.typing
  return h('div', {class: 'message bot typing'}, hidden(text), h('span', {class: 'dots', 'aria-hidden': 'true'},
    h('i'), h('i'), h('i')))
}
