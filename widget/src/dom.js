const SVG = 'http://www.w3.org/2000/svg'
const LINK = /https:\/\/[^\s<>"']*[^\s<>"'.,;:!?)]/g

/** Drawn on a 24 × 24 grid with a line of 1.6. */
const ICONS = {
  chat: 'M4 5.5h16v10.5H11l-4.5 3.5V16H4zM8 9.3h8M8 12.4h5',
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  send: 'M5 12h13M12.5 6l6 6-6 6',
  clip: 'M18.5 11.5l-6.8 6.8a4 4 0 01-5.7-5.7l7.3-7.3a2.7 2.7 0 013.8 3.8l-7.2 7.2a1.3 1.3 0 01-1.9-1.9l6.4-6.3',
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v10.5H4zM12 16a3 3 0 100-6 3 3 0 000 6z',
  down: 'M12 5v13M6 12.5l6 6 6-6',
  copy: 'M9 9h10.5v10.5H9zM15 9V4.5H4.5V15H9',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  watch: 'M12 7.5V12l3 2M12 20.5a8.5 8.5 0 100-17 8.5 8.5 0 000 17z',
  act: 'M12 8v5M12 16.2h.01M12 3.5l9 16.5H3z',
  urgent: 'M12 7.5v5.5M12 16.2h.01M12 20.5a8.5 8.5 0 100-17 8.5 8.5 0 000 17z',
  calm: 'M4 8l8-4.5L20 8v8.5L12 21l-8-4.5zM4 8l8 4.5L20 8M12 12.5V21',
  save: 'M12 4v10.5M7.5 10.5L12 15l4.5-4.5M5 19.5h14',
  restart: 'M5.5 12a6.5 6.5 0 106.5-6.5H8M10.5 3L8 5.5 10.5 8',
  file: 'M6.5 3.5h7l4 4v13h-11zM13.5 3.5v4h4',
}

/**
 * Make an element. Attributes that are null, undefined or false are left out, `on…` are listeners;
 * strings become text, never markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} attributes
 * @param {(Node | string | null | undefined | false)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== false))
  return element
}

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', `icon icon-${name}`)
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', ICONS[name])
  svg.append(path)
  return svg
}

/**
 * A square button with a picture and a name for those who do not see it.
 * @param {keyof typeof ICONS} name @param {string} label
 * @param {(event: Event) => void} onclick @param {Record<string, any>} more
 */
export function iconButton(name, label, onclick, more = {}) {
  return h('button', {type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick, ...more}, icon(name))
}

/** For screen readers alone. @param {string} text */
export function hidden(text) {
  return h('span', {class: 'hidden'}, text)
}

/**
 * Text whose https addresses can be followed.
 * @param {string} text @returns {(string | HTMLElement)[]}
 */
export function linked(text) {
  /** @type {(string | HTMLElement)[]} */
  const parts = []
  let end = 0
  for (const match of text.matchAll(LINK)) {
    parts.push(text.slice(end, match.index))
    parts.push(h('a', {href: match[0], target: '_blank', rel: 'noopener noreferrer'}, match[0]))
    end = match.index + match[0].length
  }
  return [...parts, text.slice(end)]
}
