import assert from 'node:assert/strict'
import {test} from 'node:test'
import {Ledger} from '../src/ledger.js'

function ledgerOf(...seqs) {
  const ledger = new Ledger()
  for (const seq of seqs) ledger.put({seq})
  return ledger
}

test('messages stand in order however they came', () => {
  assert.deepEqual(ledgerOf(3, 1, 2).messages.map(({seq}) => seq), [1, 2, 3])
})

test('a message that comes twice stands there once', () => {
  assert.equal(ledgerOf(1, 1, 1).messages.length, 1)
})

test('resuming starts before the first gap', () => {
  assert.equal(ledgerOf(1, 2, 5).last, 2)
  assert.equal(ledgerOf(1, 2, 5, 4, 3).last, 5)
})

test('an empty ledger resumes at the beginning', () => {
  assert.deepEqual([ledgerOf().last, ledgerOf().newest], [0, 0])
})

test('the last person who joined counts', () => {
  const ledger = new Ledger()
  const joined = (seq, at) => ledger.put({seq, at, answer: {table: 'handover', row: 'claimed'}})
  assert.equal(ledger.joinedAt, '')
  joined(1, '2026-11-22T09:00:00Z')
  joined(4, '2026-11-22T10:00:00Z')
  assert.equal(ledger.joinedAt, '2026-11-22T10:00:00Z')
})
