import {fill, speaker} from './strings.js'

/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').Card} Card */
/** @typedef {import('./types').Strings} Strings */

/**
 * The conversation as plain text, a paragraph for each message; cards in their text form.
 * @param {Message[]} messages @param {Strings} strings @param {string} locale
 */
export function transcript(messages, strings, locale) {
  const time = new Intl.DateTimeFormat(locale, {dateStyle: 'medium', timeStyle: 'short'})
  const paragraphs = messages.map(message => {
    const who = speaker(message, strings)
    const file = message.attachment && `[${strings.attachment}: ${message.attachment.name ?? ''}]`
    const card = message.card ? cardText(message.card, strings) : ''
    const said = [message.text, card.split('\n').some(line => message.text.includes(line)) ? '' : card, file].filter(Boolean).join('\n')
    return `${time.format(new Date(message.at))}  ${who}\n${said}`
  })
  return [strings.transcriptTitle, ...paragraphs].join('\n\n') + '\n'
}

/** @param {Card} card @param {Strings} strings */
function cardText(card, strings) {
  if (card.kind === 'tracking') return card.text
  const fields = card.fields.map(({label, value}) => `${label}: ${value}`)
  return [fill(strings.ticketTitle, {reference: card.reference}), ...fields, card.promise].filter(Boolean).join('\n')
}

/** Hand `text` to the browser as a file. @param {string} text @param {string} name */
export function save(text, name) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], {type: 'text/plain'}))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
