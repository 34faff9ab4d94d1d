import assert from 'node:assert/strict'
import {test} from 'node:test'
import {strings} from '../src/strings.js'
import {transcript} from '../src/transcript.js'

const at = '2026-11-21T10:00:00Z'
const bare = {at, text: '', choices: [], card: null, attachment: null}

test('a transcript names who said what', () => {
  const text = transcript([{...bare, seq: 1, author: 'shopper', text: 'Hello'}, {...bare, seq: 2, author: 'bot', text: 'Hi'}], strings, 'en-GB')
  assert.match(text, /You\nHello/)
  assert.match(text, /Assistant\nHi/)
})

test('cards and files are told in words', () => {
  const ticket = {kind: 'ticket', reference: 'KT-7GRX4M', status: '', fields: [{label: 'Order', value: '7401'}], promise: 'By Monday.'}
  const said = [
    {...bare, seq: 1, author: 'bot', card: {kind: 'tracking', text: 'Parcel LP1: in transit.'}},
    {...bare, seq: 2, author: 'bot', card: ticket},
    {...bare, seq: 3, author: 'shopper', attachment: {name: 'photo.png'}},
  ]
  const text = transcript(said, strings, 'en-GB')
  assert.match(text, /Parcel LP1: in transit\./)
  assert.match(text, /Your case KT-7GRX4M\nOrder: 7401\nBy Monday\./)
  assert.match(text, /\[Attachment: photo\.png\]/)
})

test('what stands in the text is not repeated from the card', () => {
  const card = {kind: 'tracking', text: 'Parcel LP1: in transit.'}
  const text = transcript([{...bare, seq: 1, author: 'bot', text: card.text, card}], strings, 'en-GB')
  assert.equal(text.split(card.text).length, 2)
})
