/** @typedef {import('./types').ServerEvent} ServerEvent */

/** Reads the text/event-stream format piece by piece; pieces may break anywhere, even inside a line end. */
export class EventParser {
  #rest = ''
  #fields = {id: '', event: '', data: /** @type {string[]} */ ([])}

  /**
   * @param {string} chunk
   * @returns {ServerEvent[]} the events this chunk completes; none for comments and half events
   */
  push(chunk) {
    const lines = (this.#rest + chunk).split(/\r\n|\n|\r(?!$)/)
    this.#rest = /** @type {string} */ (lines.pop())
    return lines.flatMap(line => this.#line(line))
  }

  /** @param {string} line @returns {ServerEvent[]} */
  #line(line) {
    if (line === '') return this.#finish()
    const [, name, value] = /** @type {string[]} */ (/^([^:]*):? ?(.*)$/s.exec(line))
    if (name === 'data') this.#fields.data.push(value)
    else if (name === 'id' || name === 'event') this.#fields[name] = value
    return []
  }

  #finish() {
    const {id, event, data} = this.#fields
    this.#fields = {id: '', event: '', data: []}
    return data.length ? [{id, event: event || 'message', data: data.join('\n')}] : []
  }
}

/**
 * Hand every event of a response body to `onEvent`, in order; resolves when the server closes it.
 * Rejects when nothing at all, not even a keep-alive comment, came for `silence_ms`.
 * @param {ReadableStream<Uint8Array>} body
 * @param {(event: ServerEvent) => void} onEvent
 * @param {number} silence_ms
 */
export async function readEvents(body, onEvent, silence_ms) {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  const parser = new EventParser()
  for (;;) {
    const {done, value} = await withTimeout(reader.read(), silence_ms, () => reader.cancel())
    if (done) return
    parser.push(decoder.decode(value, {stream: true})).forEach(onEvent)
  }
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} timeout_ms
 * @param {() => void} onTimeout
 * @returns {Promise<T>}
 */
async function withTimeout(promise, timeout_ms, onTimeout) {
  /** @type {number | undefined} */
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('silent stream'))
      onTimeout()
    }, timeout_ms)
  })
  try {
    return await Promise.race([promise, /** @type {Promise<never>} */ (late)])
  } finally {
    clearTimeout(timer)
  }
}
