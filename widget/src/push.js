/** @typedef {import('../parcel-chat.js').ParcelChatElement} ParcelChatElement */

/** What the assistant decided when it has just promised to write, in words or by a button. */
const PROMISED = /^promised/
const SHOWN_MS = 4000

/**
 * After a promise to write: tell where the shopper's day begins, so that nobody is written to at night, and offer a
 * notification.
 * @param {ParcelChatElement} host @param {import('./types').Message} message
 */
export async function promised(host, {answer}) {
  const session = kept(host, 'session')
  if (!session || !PROMISED.test(answer?.row ?? '')) return
  const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  await call(host, session.token, '/zone', {time_zone}).catch(() => null)
  await offer(host, session).catch(() => null)
}

/**
 * Ask once in a conversation whether this browser shall show a notification when the assistant writes. Nothing is
 * asked where the shop serves no worker, the browser takes no notifications, or the shopper has said no to them.
 * @param {ParcelChatElement} host @param {import('./types').Session} session
 */
async function offer(host, session) {
  const worker = host.getAttribute('push-worker')
  const place = host.shadowRoot?.querySelector('.sheet-place')
  if (!worker || !place || place.firstChild) return
  if (!('PushManager' in window) || Notification.permission === 'denied' || kept(host, 'asked') === session.conversation_id) return
  const {key, words} = await call(host, session.token, '')
  const answered = (/** @type {string} */ said) => {
    keep(host, 'asked', session.conversation_id)
    place.replaceChildren()
    if (!said) return
    place.append(element('section', {className: 'sheet'}, element('p', {role: 'status', textContent: said})))
    setTimeout(() => place.replaceChildren(), SHOWN_MS)
  }
  const yes = async () => {
    const agreed = await subscribe(worker, key).catch(() => null)
    const taken = agreed && (await call(host, session.token, '', agreed.toJSON()).catch(() => agreed.unsubscribe().then(() => null)))
    answered(taken ? words.done : '')
  }
  place.append(element('section', {className: 'sheet', ariaLabel: words.offer},
    element('p', {textContent: words.offer}),
    element('div', {className: 'actions'},
      element('button', {type: 'button', className: 'plain', textContent: words.no, onclick: () => answered('')}),
      element('button', {type: 'button', className: 'main', textContent: words.yes, onclick: yes}))))
}

/** @param {string} tag @param {object} properties @param {Node[]} children */
function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

/** @param {string} worker @param {string} key */
async function subscribe(worker, key) {
  if ((await Notification.requestPermission()) !== 'granted') return null
  const {trustedTypes} = /** @type {any} */ (window)
  const policy = trustedTypes?.createPolicy('parcel-chat-push', {createScriptURL: (/** @type {string} */ url) => url})
  const registration = await navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker)
  await active(registration)
  return registration.pushManager.subscribe({userVisibleOnly: true, applicationServerKey: key})
}

/** Wait until a worker runs: one that is still being installed takes no subscription. @param {ServiceWorkerRegistration} registration */
function active(registration) {
  const coming = registration.installing ?? registration.waiting
  return registration.active || !coming ? null : new Promise(resolve => {
    coming.addEventListener('statechange', () => coming.state === 'activated' && resolve(null))
  })
}

/** @param {ParcelChatElement} host @param {string} token @param {string} path @param {object} [body] */
async function call(host, token, path, body) {
  const response = await host.fetch(`${host.server}/webhooks/website/notifications${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {Authorization: `Bearer ${token}`, ...(body ? {'Content-Type': 'application/json'} : {})},
    body: body && JSON.stringify(body),
    cache: 'no-store',
  })
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}

/** @param {ParcelChatElement} host @param {string} name */
function kept(host, name) {
  try {
    return JSON.parse(localStorage.getItem(`parcel-chat:${host.server}:${name}`) ?? 'null')
  } catch {
    return null
  }
}

/** @param {ParcelChatElement} host @param {string} name @param {string} value */
function keep(host, name, value) {
  try {
    localStorage.setItem(`parcel-chat:${host.server}:${name}`, JSON.stringify(value))
  } catch {
    // where storage is forbidden it is asked again on the next page
  }
}
