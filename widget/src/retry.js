const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000

/**
 * How long to wait before try number `failures` + 1: doubling, capped, spread by half so that a
 * restarted server is not met by everybody at once.
 * @param {number} failures one or more
 * @param {number} random 0 to 1
 */
export function backoff_ms(failures, random = Math.random()) {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1))
  return wait * (0.5 + random / 2)
}

/** A pause that can be cut short. */
export class Pause {
  /** End the pause now; does nothing when none is going on. @type {(value?: unknown) => void} */
  wake = () => {}

  /** @param {number} duration_ms */
  async wait(duration_ms) {
    await new Promise(resolve => setTimeout((this.wake = resolve), duration_ms))
  }
}

/** An id nobody else makes, also on pages without https, which have no `randomUUID`. */
export function uniqueId() {
  return crypto.getRandomValues(new Uint32Array(4)).join('-')
}
