/** @typedef {import('./types').TrackingCard} TrackingCard */

const DAY_MS = 86_400_000

/** How far along the drawn route a parcel of each status is, 0 to 1: an order, not a distance. */
const PROGRESS = /** @type {Record<string, number>} */ ({
  not_found: 0,
  info_received: 0.04,
  in_transit: 0.4,
  expired: 0.4,
  exception: 0.5,
  out_for_delivery: 0.88,
  delivery_failure: 0.9,
  available_for_pickup: 0.94,
  delivered: 1,
})

/**
 * Where the parcel stands on the route, 0 to 1; a parcel with the local carrier is past the border.
 * @param {TrackingCard} card
 */
export function routeProgress({status, last_mile_carrier}) {
  const progress = PROGRESS[status] ?? 0.5
  return last_mile_carrier && progress > 0 ? Math.max(progress, 0.66) : progress
}

/**
 * The bar of silence against its window, as fractions of the bar's length. The bar ends with the normal
 * window, the promised date or today, whichever is last. `over`: the silence is longer than normal.
 * @param {TrackingCard} card
 * @returns {{elapsed: number, normal: number, over: boolean} | null} null when there is no window to show
 */
export function windowBar({elapsed_days, normal_days, wait_until, fetched_at}) {
  if (elapsed_days === null || normal_days === null || normal_days <= 0) return null
  const promise_days = wait_until ? elapsed_days + daysBetween(fetched_at, wait_until) : 0
  const span_days = Math.max(elapsed_days, normal_days, promise_days)
  return {
    elapsed: elapsed_days / span_days,
    normal: normal_days / span_days,
    over: elapsed_days > normal_days,
  }
}

/** @param {string} from ISO time @param {string} to ISO date, not before `from`'s */
function daysBetween(from, to) {
  return Math.max(0, Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS))
}
