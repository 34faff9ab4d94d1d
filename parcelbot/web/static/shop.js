/** The demo page's own tricks: copying a sample, and opening the chat from the page or from a link to a parcel. */

const COPIED_MS = 1600
const announce = document.querySelector('.announce')

for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    await navigator.clipboard?.writeText(button.dataset.copy).catch(() => {})
    const before = button.textContent
    button.textContent = 'Copied'
    announce.textContent = `Copied ${button.dataset.copy}`
    setTimeout(() => (button.textContent = before), COPIED_MS)
  })
}

const chat = document.querySelector('parcel-chat')
if (location.hash === '#chat') {
  const number = new URLSearchParams(location.search).get('parcel') ?? ''
  history.replaceState(null, '', location.pathname)
  customElements.whenDefined('parcel-chat').then(() => {
    chat.show()
    if (/^[\w-]{6,40}$/.test(number)) void chat.send(`Where is my parcel ${number}?`)
  })
}

document.querySelector('[data-open-chat]')?.addEventListener('click', () => chat.show())
