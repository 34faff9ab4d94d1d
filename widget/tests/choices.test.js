import assert from 'node:assert/strict'
import {test} from 'node:test'
import {openChoices} from '../src/choices.js'

const say = (author, text, ...titles) => ({author, text, choices: titles.map(title => ({id: title.toLowerCase(), title}))})
const open = (messages, pending = []) => [...openChoices(messages, pending)].sort()

test('the choices of the newest answer can be taken', () => {
  assert.deepEqual(open([say('bot', 'Old?', 'A'), say('shopper', 'hm'), say('bot', 'New?', 'B', 'C')]), ['b', 'c'])
})

test('choices that came in one answer can be taken together', () => {
  assert.deepEqual(open([say('shopper', 'hi'), say('bot', 'One', 'A'), say('bot', 'Two', 'B')]), ['a', 'b'])
})

test('a choice that was taken closes all that were offered with it', () => {
  assert.deepEqual(open([say('bot', 'One', 'A'), say('bot', 'Two', 'B'), say('shopper', 'A')]), [])
})

test('a choice on its way closes them too', () => {
  assert.deepEqual(open([say('bot', '?', 'A', 'B')], [{choice: 'a'}]), [])
})

test('a choice that failed for another reason can be tried again', () => {
  assert.deepEqual(open([say('bot', '?', 'A')], [{choice: 'a', refused: 'other'}]), ['a'])
})

test('typing something else leaves them open', () => {
  assert.deepEqual(open([say('bot', '?', 'A'), say('shopper', 'wait'), say('bot', 'Take your time.')]), ['a'])
})

test('where nothing was offered nothing can be taken', () => {
  assert.deepEqual(open([]), [])
})
