/** @typedef {import('./types').Strings} Strings */

const UNITS = /** @type {const} */ ([['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]])

/**
 * A carrier's time as its own clock showed it, whatever the shopper's zone: "12 Nov, 14:20".
 * @param {string} iso @param {string} locale
 */
export function wallClock(iso, locale) {
  return utc(iso, locale, {day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'})
}

/** "Sunday 6 December". @param {string} iso a date @param {string} locale */
export function longDate(iso, locale) {
  return utc(iso.slice(0, 10), locale, {weekday: 'long', day: 'numeric', month: 'long'})
}

/** "1 December". @param {string} iso a date @param {string} locale */
export function shortDate(iso, locale) {
  return utc(iso.slice(0, 10), locale, {day: 'numeric', month: 'long'})
}

/** The shopper's own clock: "14:20". @param {string} iso @param {string} locale */
export function clock(iso, locale) {
  return new Intl.DateTimeFormat(locale, {hour: '2-digit', minute: '2-digit'}).format(new Date(iso))
}

/**
 * "3 hours ago"; the future counts as now.
 * @param {string} iso @param {Date} now @param {string} locale
 */
export function age(iso, now, locale) {
  const elapsed_ms = Math.max(0, +now - Date.parse(iso))
  const format = new Intl.RelativeTimeFormat(locale, {numeric: 'auto'})
  const [unit, unit_ms] = UNITS.find(([, size_ms]) => elapsed_ms >= size_ms) ?? ['second', Infinity]
  return format.format(-Math.floor(elapsed_ms / unit_ms) || 0, unit)
}

/**
 * The heading above a day's messages.
 * @param {string} iso @param {Date} now @param {string} locale @param {Strings} strings
 */
export function dayName(iso, now, locale, strings) {
  const day = new Date(iso)
  const yesterday = new Date(now)
  yesterday.setDate(now.getDate() - 1)
  if (day.toDateString() === now.toDateString()) return strings.today
  if (day.toDateString() === yesterday.toDateString()) return strings.yesterday
  return new Intl.DateTimeFormat(locale, {weekday: 'long', day: 'numeric', month: 'long'}).format(day)
}

/** @param {string} iso @param {string} locale @param {Intl.DateTimeFormatOptions} options */
function utc(iso, locale, options) {
  const wall = new Date(iso.length > 10 ? `${iso.slice(0, 19)}Z` : iso)
  if (Number.isNaN(+wall)) return iso
  return new Intl.DateTimeFormat(locale, {...options, timeZone: 'UTC'}).format(wall)
}
