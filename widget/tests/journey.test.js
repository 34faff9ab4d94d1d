import assert from 'node:assert/strict'
import {test} from 'node:test'
import {routeProgress, windowBar} from '../src/journey.js'

const card = {elapsed_days: 9, normal_days: 20, wait_until: null, fetched_at: '2026-11-21T10:00:00Z'}

test('without a promise the bar ends where normal ends', () => {
  assert.deepEqual(windowBar(card), {elapsed: 0.45, normal: 1, over: false})
})

test('a promised date after the normal window makes the bar longer', () => {
  const {elapsed, normal} = windowBar({...card, wait_until: '2026-12-07'})
  assert.deepEqual([elapsed, normal], [9 / 25, 20 / 25])
})

test('a silence longer than normal fills the bar and is over', () => {
  assert.deepEqual(windowBar({...card, elapsed_days: 40}), {elapsed: 1, normal: 0.5, over: true})
})

test('the last normal day is still normal', () => {
  assert.equal(windowBar({...card, elapsed_days: 20}).over, false)
})

test('a promise that lies in the past does not shorten the bar', () => {
  assert.equal(windowBar({...card, wait_until: '2026-11-01'}).normal, 1)
})

test('there is no bar without a scan or without a window', () => {
  assert.equal(windowBar({...card, elapsed_days: null}), null)
  assert.equal(windowBar({...card, normal_days: null}), null)
  assert.equal(windowBar({...card, normal_days: 0}), null)
})

test('the stations of a parcel follow one another along the route', () => {
  const stations = ['not_found', 'info_received', 'in_transit', 'out_for_delivery', 'available_for_pickup', 'delivered']
  const places = stations.map(status => routeProgress({status, last_mile_carrier: ''}))
  assert.deepEqual(places, [...places].sort((a, b) => a - b))
})

test('a parcel with the local carrier is past the middle', () => {
  assert.ok(routeProgress({status: 'in_transit', last_mile_carrier: 'Royal Mail'}) > 0.5)
})

test('a status nobody foresaw stands in the middle', () => {
  assert.equal(routeProgress({status: 'teleported', last_mile_carrier: ''}), 0.5)
})
