/** @typedef {import('./types').Spoken} Spoken */
/** @typedef {import('../parcel-chat.js').ParcelChatElement} ParcelChatElement */

/** Where the words of other languages are: beside the widget's own script. */
const FOLDER = 'languages/'

/** Where Chinese is written in traditional characters, it has a file of its own. */
const TRADITIONAL = /^zh-(hant|tw|hk|mo)/i

/**
 * The widget's words in another language, one file for each; none is fetched for English.
 * @param {string} base @param {string} tag such as de, de-AT or zh-TW
 * @returns {Promise<Spoken | null>} null where nobody has written that language
 */
export async function speak(base, tag) {
  const code = TRADITIONAL.test(tag) ? 'zh-hant' : tag.slice(0, 2)
  try {
    return {code, ...(await import(new URL(`${FOLDER}${code}.js`, base).href))}
  } catch {
    return null
  }
}

/**
 * Let the shopper choose among the languages that the assistant speaks; one alone is no choice.
 * @param {HTMLElement} menu @param {ParcelChatElement} host
 * @param {import('./conversation.js').Conversation} conversation goes on in the one that is chosen, if it has begun
 */
export async function offer(menu, host, conversation) {
  const list = await import(new URL(`${FOLDER}index.js`, host.base).href).catch(() => null)
  /** @type {{code: string, name: string}[]} */
  const languages = list?.languages ?? []
  if (languages.length < 2 || menu.querySelector('select')) return
  const onchange = (/** @type {Event} */ event) => {
    const {value, selectedOptions} = /** @type {HTMLSelectElement} */ (event.currentTarget)
    const {text} = selectedOptions[0]
    try {
      localStorage.setItem(`parcel-chat:${host.server}:language`, JSON.stringify(value))
    } catch {
      // where storage is forbidden it lasts as long as the page
    }
    void host.speak(value)
    if (conversation.messages.length) conversation.send(text)
  }
  const label = document.createElement('label')
  const select = document.createElement('select')
  select.append(...languages.map(({code, name}) => new Option(name, code, false, code === host.language)))
  select.onchange = onchange
  label.append(host.strings.language, select)
  menu.append(label)
}
