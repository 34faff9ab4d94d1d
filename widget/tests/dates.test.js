import assert from 'node:assert/strict'
import {test} from 'node:test'
import {age, dayName, longDate, wallClock} from '../src/dates.js'
import {strings} from '../src/strings.js'

const now = new Date('2026-11-21T12:00:00Z')

test('a scan keeps the time of the clock it was made by', () => {
  assert.equal(wallClock('2026-11-12T23:30:00+08:00', 'en-GB'), '12 Nov, 23:30')
})

test('a time without an offset is shown as it is', () => {
  assert.equal(wallClock('2026-11-12T23:30:00', 'en-GB'), '12 Nov, 23:30')
})

test('what is no time is shown as it came', () => {
  assert.equal(wallClock('soon', 'en-GB'), 'soon')
})

test('a date does not slip into the day before', () => {
  assert.equal(longDate('2026-12-06', 'en-GB'), 'Sunday 6 December')
})

test('an age is told in its largest unit', () => {
  assert.equal(age('2026-11-19T11:00:00Z', now, 'en-GB'), '2 days ago')
  assert.equal(age('2026-11-21T09:00:00Z', now, 'en-GB'), '3 hours ago')
})

test('just now, and a clock that is ahead, are now', () => {
  assert.equal(age('2026-11-21T11:59:50Z', now, 'en-GB'), 'now')
  assert.equal(age('2026-11-21T12:05:00Z', now, 'en-GB'), 'now')
})

test('days close by have names', () => {
  const noon = new Date(2026, 10, 21, 12)
  assert.equal(dayName(noon.toISOString(), noon, 'en-GB', strings), 'Today')
  assert.equal(dayName(new Date(2026, 10, 20, 23).toISOString(), noon, 'en-GB', strings), 'Yesterday')
  assert.equal(dayName(new Date(2026, 10, 12, 9).toISOString(), noon, 'en-GB', strings), 'Thursday 12 November')
})
