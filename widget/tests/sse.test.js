import assert from 'node:assert/strict'
import {test} from 'node:test'
import {EventParser, readEvents} from '../src/sse.js'

const STREAM = ': hello\r\n\r\nid: 7\r\nevent: message\r\ndata: {"a":\r\ndata: 1}\r\n\r\nevent: typing\ndata:{}\n\n'
const EVENTS = [
  {id: '7', event: 'message', data: '{"a":\n1}'},
  {id: '', event: 'typing', data: '{}'},
]

test('events come out the same wherever the stream is cut', () => {
  for (let size = 1; size <= STREAM.length; size += 1) {
    const parser = new EventParser()
    const events = []
    for (let at = 0; at < STREAM.length; at += size) events.push(...parser.push(STREAM.slice(at, at + size)))
    assert.deepEqual(events, EVENTS, `cut every ${size}`)
  }
})

test('a comment is no event, nor is one without data', () => {
  assert.deepEqual(new EventParser().push(': alive\n\nevent: nothing\n\nretry: 1000\n\n'), [])
})

test('an event without a name is a message', () => {
  assert.deepEqual(new EventParser().push('data: x\n\n'), [{id: '', event: 'message', data: 'x'}])
})

test('letters of several bytes may be cut in two', async () => {
  const bytes = new TextEncoder().encode('data: Größe 👋\n\n')
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  const events = []
  await readEvents(body, event => events.push(event.data), 1000)
  assert.deepEqual(events, ['Größe 👋'])
})

test('a stream that says nothing at all is given up', async () => {
  await assert.rejects(readEvents(new ReadableStream(), () => {}, 10), /silent/)
})
