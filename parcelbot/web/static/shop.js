/** The demo page's own two tricks: copying a sample, and opening the chat from the page. */

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

document.querySelector('[data-open-chat]')?.addEventListener('click', () => document.querySelector('parcel-chat').show())
