import {age, longDate, shortDate, wallClock} from './dates.js'
import {h, hidden, icon, iconButton} from './dom.js'
import {routeProgress, windowBar} from './journey.js'
import {fill} from './strings.js'

/** @typedef {import('./types').Card} Card */
/** @typedef {import('./types').TrackingCard} TrackingCard */
/** @typedef {import('./types').TicketCard} TicketCard */
/** @typedef {import('./types').Checkpoint} Checkpoint */
/** @typedef {import('./types').Scene} Scene */
/** @typedef {import('./types').Strings} Strings */

const SHORT_LIST = 2
const TONES = /** @type {const} */ (['calm', 'watch', 'act', 'urgent'])

/** @param {Card} card @param {Scene} scene @returns {HTMLElement | null} null for a kind not known here */
export function drawCard(card, scene) {
  if (card.kind === 'tracking') return drawTracking(card, scene)
  if (card.kind === 'ticket') return drawTicket(card, scene)
  return null
}

/** @param {TrackingCard} card @param {Scene} scene */
function drawTracking(card, scene) {
  const {strings} = scene
  const tone = TONES.includes(card.tone) ? card.tone : 'watch'
  return h('div', {class: `card tone-${tone}`, role: 'group', 'aria-label': fill(strings.cardTitle, {number: card.number})},
    h('div', {class: 'card-head'},
      h('p', {class: 'status'}, icon(tone), h('strong', {}, card.status_text)),
      drawNumber(card.number, scene),
    ),
    card.stale && drawChecked(strings.stale, card, scene),
    drawRoute(card, scene),
    drawExpected(card, scene),
    drawWindow(card, scene),
    drawPromise(card, scene),
    drawScans(card, scene),
    !card.stale && drawChecked(strings.checked, card, scene),
  )
}

/** @param {string} words @param {TrackingCard} card @param {Scene} scene */
function drawChecked(words, {fetched_at}, {now, locale}) {
  return h('p', {class: 'fine'}, fill(words, {age: age(fetched_at, now, locale)}))
}

/** @param {string} number @param {Scene} scene */
function drawNumber(number, {strings}) {
  const state = h('span', {class: 'hidden', role: 'status'})
  const button = iconButton('copy', strings.copy, async () => {
    await navigator.clipboard?.writeText(number).catch(() => {})
    button.replaceChildren(icon('check'))
    state.textContent = strings.copied
  })
  return h('p', {class: 'number'}, h('bdi', {dir: 'ltr'}, number), button, state)
}

/** @param {TrackingCard} card @param {Scene} scene */
function drawRoute(card, scene) {
  const {strings} = scene
  const track = h('div', {class: 'track', 'aria-hidden': 'true'}, h('span', {class: 'parcel'}))
  track.style.setProperty('--progress', String(routeProgress(card)))
  return h('div', {class: 'route'},
    h('p', {class: 'ends'},
      h('span', {}, hidden(`${strings.from} `), card.route.from || strings.unknownPlace),
      h('span', {}, hidden(`${strings.to} `), card.route.to || strings.unknownPlace),
    ),
    track,
    h('p', {class: 'ends fine'},
      h('span', {}, card.carrier),
      card.last_mile_carrier && h('span', {}, card.last_mile_carrier, ' ', h('bdi', {dir: 'ltr'}, card.last_mile_number)),
    ),
    drawCarrierLink(card, scene),
  )
}

/** @param {TrackingCard} card @param {Scene} scene */
function drawCarrierLink({carrier_link}, {strings}) {
  if (!carrier_link?.startsWith('https://')) return null
  return h('p', {class: 'fine'}, h('a', {href: carrier_link, target: '_blank', rel: 'noopener noreferrer'}, strings.openAtCarrier))
}

/** @param {TrackingCard} card @param {Scene} scene */
function drawExpected({expected}, {strings}) {
  if (!expected) return null
  return h('p', {class: 'expected'}, `${expected.late ? strings.wasExpected : strings.expected} `, h('strong', {}, expected.text))
}

/** @param {TrackingCard} card @param {Scene} scene */
function drawWindow(card, {strings, locale}) {
  const bar = windowBar(card)
  if (!bar) return null
  const days = fill(bar.over ? strings.dayOver : strings.dayOf, {elapsed: card.elapsed_days ?? 0, normal: card.normal_days ?? 0})
  const end = card.normal_until && fill(bar.over ? strings.normalEnded : strings.normalUntil, {date: shortDate(card.normal_until, locale)})
  const track = h('div', {class: bar.over ? 'window over' : 'window', role: 'img', 'aria-label': [days, end].filter(Boolean).join('. ')},
    h('span', {class: 'usual'}), h('span', {class: 'elapsed'}), h('span', {class: 'normal'}))
  track.style.setProperty('--elapsed', String(bar.elapsed))
  track.style.setProperty('--normal', String(bar.normal))
  return h('div', {class: 'silence'}, track, h('p', {class: 'ends', 'aria-hidden': 'true'}, h('span', {}, days), end && h('span', {}, end)))
}

/** @param {TrackingCard} card @param {Scene} scene */
function drawPromise({wait_until, wait_text, then}, {strings, locale}) {
  if (!wait_until && !then) return null
  return h('div', {class: 'promise'},
    wait_until && h('p', {class: 'label'}, strings.waitUntil),
    wait_until && h('p', {class: 'date'}, h('time', {datetime: wait_until}, wait_text || longDate(wait_until, locale))),
    then && h('p', {}, wait_until && hidden(`${strings.thenLabel}: `), then),
  )
}

/** @param {TrackingCard} card @param {Scene} scene */
function drawScans({checkpoints, last_scan}, {strings, locale}) {
  const scans = checkpoints.map(checkpoint => drawCheckpoint(checkpoint, checkpoint.at === last_scan?.at, strings, locale))
  const earlier = scans.splice(SHORT_LIST)
  return h('div', {class: 'scans'},
    h('p', {class: 'last'}, last_scan ? `${strings.lastScan} ` : strings.noScan, last_scan && h('strong', {}, last_scan.age_text)),
    scans.length > 0 && h('ol', {class: 'timeline', role: 'list'}, ...scans),
    earlier.length > 0 && h('details', {},
      h('summary', {}, fill(strings.earlierScans, {count: earlier.length})),
      h('ol', {class: 'timeline', role: 'list'}, ...earlier)),
  )
}

/** @param {Checkpoint} checkpoint @param {boolean} newest @param {Strings} strings @param {string} locale */
function drawCheckpoint({at, text, place, carrier, physical}, newest, strings, locale) {
  const kind = newest ? 'newest' : physical ? '' : 'paper'
  const where = [place, carrier, physical ? '' : strings.paperwork].filter(Boolean)
  return h('li', {class: kind},
    h('span', {dir: 'auto'}, text),
    h('span', {class: 'fine', dir: 'auto'}, h('time', {datetime: at}, wallClock(at, locale)), where.map(part => ` · ${part}`).join('')),
  )
}

/** Where a case stands changes; the head of the chat says it. @param {TicketCard} card @param {Scene} scene */
function drawTicket(card, {strings}) {
  const title = card.reference ? fill(strings.ticketTitle, {reference: card.reference}) : strings.ticketDraft
  return h('div', {class: 'card ticket tone-calm', role: 'group', 'aria-label': title},
    h('div', {class: 'card-head'},
      h('p', {class: 'status'}, icon(card.reference ? 'check' : 'chat'), h('strong', {}, title)),
      !card.reference && h('p', {class: 'fine'}, strings.ticketUnsent)),
    card.promise && h('p', {class: 'promise'}, card.promise),
    card.fields.length > 0 && h('dl', {}, ...card.fields.flatMap(({label, value}) => [h('dt', {}, label), h('dd', {dir: 'auto'}, value)])),
  )
}
