/** @typedef {import('./types').Session} Session */
/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').Entry} Entry */

const CACHE_LIMIT_CHARS = 300_000

/**
 * What the browser keeps between pages. Each message on its way has a key of its own, so two tabs
 * never write over each other's. Where storage is forbidden it lasts as long as the page.
 */
export class Storage {
  #prefix
  #area
  #count = 0

  /**
   * @param {string} server conversations with different servers are kept apart
   * @param {globalThis.Storage | null} area
   */
  constructor(server, area = browserStorage()) {
    this.#prefix = `parcel-chat:${server}:`
    this.#area = area ?? memoryStorage()
  }

  /** @returns {Session | null} null when there is none or it has expired */
  get session() {
    const session = this.#get('session')
    return session && Date.parse(session.expires_at) > Date.now() ? session : null
  }

  set session(session) {
    this.#set('session', session)
  }

  /** @returns {Message[]} */
  get messages() {
    return this.#get('messages') ?? []
  }

  set messages(messages) {
    this.#set('messages', JSON.stringify(messages).length > CACHE_LIMIT_CHARS ? null : messages)
  }

  /** @returns {number} seq of the newest message that was seen */
  get read() {
    return this.#get('read') ?? 0
  }

  set read(seq) {
    this.#set('read', seq)
  }

  /** @returns {import('./types').Upload[]} */
  get files() {
    return this.#get('files') ?? []
  }

  set files(files) {
    this.#set('files', files)
  }

  /** @returns {Entry[]} messages on their way, oldest first */
  get outbox() {
    return this.#outKeys().map(key => this.#get(key)).filter(Boolean)
  }

  /** @param {Entry} entry */
  addToOutbox(entry) {
    this.#count += 1
    this.#set(`out:${Date.now()}.${String(this.#count).padStart(4, '0')}:${entry.echo_id}`, entry)
  }

  /** @param {Entry} entry */
  replaceInOutbox(entry) {
    const key = this.#outKey(entry.echo_id)
    if (key) this.#set(key, entry)
  }

  /** @param {string} echo_id */
  removeFromOutbox(echo_id) {
    const key = this.#outKey(echo_id)
    if (key) this.#set(key, null)
  }

  /** Forget the conversation; messages on their way stay, for the next one. */
  forget() {
    for (const name of ['session', 'messages', 'read', 'files']) this.#set(name, null)
  }

  /**
   * Call back with the name of what another tab changed ('session', 'read', 'out:…').
   * @param {(name: string) => void} callback
   * @param {AbortSignal} signal
   */
  watch(callback, signal) {
    const listener = (/** @type {StorageEvent} */ event) => {
      if (event.key?.startsWith(this.#prefix)) callback(event.key.slice(this.#prefix.length))
    }
    addEventListener('storage', listener, {signal})
  }

  #outKeys() {
    return Object.keys(this.#area)
      .filter(key => key.startsWith(`${this.#prefix}out:`))
      .map(key => key.slice(this.#prefix.length))
      .sort()
  }

  /** @param {string} echo_id */
  #outKey(echo_id) {
    return this.#outKeys().find(key => key.endsWith(echo_id))
  }

  /** @param {string} name */
  #get(name) {
    try {
      return JSON.parse(this.#area.getItem(this.#prefix + name) ?? 'null')
    } catch {
      return null
    }
  }

  /** @param {string} name @param {unknown} value null removes */
  #set(name, value) {
    try {
      if (value === null) this.#area.removeItem(this.#prefix + name)
      else this.#area.setItem(this.#prefix + name, JSON.stringify(value))
    } catch {
      // A full storage costs the memory of the next page, not this conversation.
    }
  }
}

function browserStorage() {
  try {
    return globalThis.localStorage
  } catch {
    return null
  }
}

/** @returns {globalThis.Storage} keys are plain properties, as in the browser's own */
function memoryStorage() {
  const methods = {
    getItem: (/** @type {string} */ key) => area[key] ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void (area[key] = value),
    removeItem: (/** @type {string} */ key) => void delete area[key],
  }
  const area = Object.create(methods)
  return area
}
