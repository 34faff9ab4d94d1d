import assert from 'node:assert/strict'
import {test} from 'node:test'
import {ApiError} from '../src/api.js'
import {Conversation} from '../src/conversation.js'
import {Storage} from '../src/storage.js'

const SESSION = {conversation_id: 'c', token: 't', expires_at: '2999-01-01T00:00:00Z'}

/** A conversation whose server takes a message only after as many refusals; `open` gets what its stream brings. */
function conversationOf(...refusals) {
  const told = []
  let open = () => {}
  const api = {
    createSession: async () => SESSION,
    send: async () => {
      const refusal = refusals.shift()
      if (refusal) throw refusal
      return 1
    },
    messages: async () => [],
    follow: (token, after, {onOpen, onEvent}) => new Promise(() => {
      onOpen()
      open = onEvent
    }),
  }
  const conversation = new Conversation(api, new Storage('test', null), () => told.push(conversation?.notice ?? ''))
  return {conversation, told, stream: (event, body) => open({event, data: JSON.stringify(body)})}
}

const soon = () => new Promise(resolve => setTimeout(resolve, 50))

test('what could not be taken is told, kept, and sent again until it is', async () => {
  const {conversation, told} = conversationOf(new ApiError(503, 'not_taken', 0, 'It is not here.'))
  conversation.send('where is it')
  await soon()
  assert.equal(conversation.notice, 'It is not here.')
  assert.deepEqual(conversation.pending.map(({text}) => text), ['where is it'])
  conversation.wake()
  await soon()
  assert.ok(told.includes('It is not here.'))
  assert.equal(conversation.notice, '')
  assert.deepEqual(conversation.pending, [])
  conversation.stop()
})

test('a notice of the stream stands until the next message', async () => {
  const {conversation, stream} = conversationOf()
  conversation.send('where is it')
  await soon()
  stream('notice', {text: 'It is late.'})
  await soon()
  assert.equal(conversation.notice, 'It is late.')
  stream('message', {seq: 2, author: 'bot', text: 'Here.', choices: [], card: null, at: '2026-11-29T10:00:00Z'})
  await soon()
  assert.equal(conversation.notice, '')
  conversation.stop()
})
