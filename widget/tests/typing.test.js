import assert from 'node:assert/strict'
import {mock, test} from 'node:test'
import {Typing} from '../src/typing.js'

test('a change is told once', () => {
  let told = 0
  const typing = new Typing(() => (told += 1))
  typing.set(true)
  typing.set(true)
  typing.set(false)
  assert.deepEqual([typing.on, told], [false, 2])
})

test('writing that is never said to have ended ends by itself', () => {
  mock.timers.enable({apis: ['setTimeout']})
  const typing = new Typing(() => {})
  typing.set(true)
  mock.timers.tick(60_000)
  mock.timers.reset()
  assert.equal(typing.on, false)
})
