import {readEvents} from './sse.js'

/** @typedef {import('./types').Session} Session */
/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').Entry} Entry */
/** @typedef {import('./types').ServerEvent} ServerEvent */

const TIMEOUT_MS = 15_000
const SILENCE_MS = 50_000

/** The server's refusal, or no answer at all (status 0). */
export class ApiError extends Error {
  /** @param {number} status @param {string} code @param {number} retryAfter_ms @param {string} notice what the shopper is to read */
  constructor(status, code = '', retryAfter_ms = 0, notice = '') {
    super(`${status} ${code}`)
    this.status = status
    this.retryAfter_ms = retryAfter_ms
    this.notice = notice
  }

  /** Worth sending again unchanged. */
  get temporary() {
    return [0, 408, 429].includes(this.status) || this.status >= 500
  }

  /** The token does not count any more: only a new conversation helps. */
  get forgotten() {
    return this.status === 401
  }
}

/** The website channel's calls, one method each. Every failure is an `ApiError`. */
export class Api {
  #base
  #fetch

  /**
   * @param {string} server address of the assistant, without a path
   * @param {typeof fetch} fetcher
   */
  constructor(server, fetcher) {
    this.#base = `${server.replace(/\/+$/, '')}/webhooks/website`
    this.#fetch = fetcher
  }

  /** The zone is the browser's: hours are told by the shopper's own clock. @param {object | null} identity @param {string} language @returns {Promise<Session>} */
  async createSession(identity, language) {
    const time_zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    return (await this.#call('/sessions', {body: {language, time_zone, identity}})).json()
  }

  /** @param {string} token @param {Entry} entry @returns {Promise<number>} the message's seq */
  async send(token, entry) {
    const {echo_id, text, choice, attachment_id} = entry
    const said = choice ? {choice} : {text, attachment_id}
    return (await (await this.#call('/messages', {token, body: {echo_id, ...said}})).json()).seq
  }

  /** @param {string} token @param {number} after @returns {Promise<Message[]>} */
  async messages(token, after) {
    return (await (await this.#call(`/messages?after=${after}`, {token})).json()).messages
  }

  /**
   * Follow the conversation until the server closes the stream (resolves) or it breaks (rejects).
   * @param {string} token
   * @param {number} after
   * @param {{onOpen: () => void, onEvent: (event: ServerEvent) => void, signal: AbortSignal}} handlers
   */
  async follow(token, after, {onOpen, onEvent, signal}) {
    const response = await this.#call(`/events?after=${after}`, {token, signal})
    onOpen()
    try {
      await readEvents(/** @type {ReadableStream<Uint8Array>} */ (response.body), onEvent, SILENCE_MS)
    } catch {
      throw new ApiError(0)
    }
  }

  /**
   * Upload a file; how that is done is fetched with the first one.
   * @param {string} token
   * @param {File} file
   * @param {(fraction: number) => void} onProgress
   * @param {AbortSignal} signal
   * @returns {Promise<string>} the attachment's id
   */
  async upload(token, file, onProgress, signal) {
    const {post} = await import('./uploads.js').catch(() => ({post: async () => ({status: 0, body: null})}))
    const {status, body} = await post(`${this.#base}/attachments`, token, file, onProgress, signal)
    if (status === 201) return body.attachment_id
    throw new ApiError(status, body?.error?.code)
  }

  /**
   * @param {string} path
   * @param {{token?: string, body?: object, signal?: AbortSignal}} options
   */
  async #call(path, {token, body, signal}) {
    const response = await this.#reach(path, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(body && {'Content-Type': 'application/json'}),
        ...(token && {Authorization: `Bearer ${token}`}),
      },
      body: body && JSON.stringify(body),
      cache: 'no-store',
    }, signal)
    if (response.ok) return response
    const {error} = await response.json().catch(() => ({}))
    const wait_ms = Number(response.headers.get('Retry-After')) * 1000 || 0
    throw new ApiError(response.status, error?.code, wait_ms, error?.notice)
  }

  /**
   * The time-out covers the wait for an answer, not a stream that has begun.
   * @param {string} path @param {RequestInit} init @param {AbortSignal} [signal]
   */
  async #reach(path, init, signal) {
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
    signal?.addEventListener('abort', () => abort.abort())
    try {
      return await this.#fetch(this.#base + path, {...init, signal: abort.signal})
    } catch {
      throw new ApiError(0)
    } finally {
      clearTimeout(timer)
    }
  }
}
