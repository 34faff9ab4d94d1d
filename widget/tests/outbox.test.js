import assert from 'node:assert/strict'
import {test} from 'node:test'
import {ApiError} from '../src/api.js'
import {Outbox} from '../src/outbox.js'
import {backoff_ms} from '../src/retry.js'
import {Storage} from '../src/storage.js'

const entry = echo_id => ({echo_id, at: '2026-11-21T10:00:00Z', text: echo_id})

/** An outbox whose deliveries end as told: an ApiError is thrown, anything else succeeds. */
function outboxOf(...outcomes) {
  const storage = new Storage('test', null)
  const sent = []
  const outbox = new Outbox(
    storage,
    async ({echo_id}) => {
      sent.push(echo_id)
      const outcome = outcomes.shift()
      if (outcome instanceof ApiError) throw outcome
    },
    () => {},
  )
  return {storage, sent, outbox}
}

test('messages are delivered in the order they were written, and then forgotten', async () => {
  const {storage, sent, outbox} = outboxOf()
  for (const name of ['a', 'b', 'c']) storage.addToOutbox(entry(name))
  await outbox.flush()
  assert.deepEqual(sent, ['a', 'b', 'c'])
  assert.deepEqual(storage.outbox, [])
})

test('one that did not get through is sent again before the next', async () => {
  const {storage, sent, outbox} = outboxOf(new ApiError(503, ''))
  for (const name of ['a', 'b']) storage.addToOutbox(entry(name))
  await outbox.flush()
  assert.deepEqual(sent, ['a', 'a', 'b'])
})

test('one the server will never take is kept for the shopper and does not hold up the next', async () => {
  const {storage, sent, outbox} = outboxOf(new ApiError(413, 'text_too_long'))
  for (const name of ['a', 'b']) storage.addToOutbox(entry(name))
  await outbox.flush()
  assert.deepEqual(sent, ['a', 'b'])
  assert.deepEqual(storage.outbox.map(({echo_id, refused}) => [echo_id, refused]), [['a', 'long']])
})

test('what another page left behind is delivered too', async () => {
  const area = new Map()
  const shared = {getItem: key => area.get(key) ?? null, setItem: (key, value) => area.set(key, value), removeItem: key => area.delete(key)}
  const listed = new Proxy(shared, {
    ownKeys: () => [...area.keys()],
    getOwnPropertyDescriptor: () => ({enumerable: true, configurable: true}),
  })
  new Storage('test', listed).addToOutbox(entry('left'))
  assert.deepEqual(new Storage('test', listed).outbox.map(({echo_id}) => echo_id), ['left'])
})

test('waits double, are capped and never synchronous for everybody', () => {
  assert.deepEqual([1, 2, 3].map(failures => backoff_ms(failures, 1)), [500, 1000, 2000])
  assert.equal(backoff_ms(50, 1), 30_000)
  assert.equal(backoff_ms(1, 0), 250)
})
