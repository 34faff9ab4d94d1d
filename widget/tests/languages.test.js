import assert from 'node:assert/strict'
import {mkdtempSync, mkdirSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {pathToFileURL} from 'node:url'
import {test} from 'node:test'
import {speak} from '../src/languages.js'

const folder = mkdtempSync(`${tmpdir()}/languages-`)
mkdirSync(`${folder}/languages`)
writeFileSync(`${folder}/package.json`, '{"type": "module"}')
writeFileSync(`${folder}/languages/ar.js`, 'export const strings = {send: "إرسال"}\nexport const direction = "rtl"\n')
writeFileSync(`${folder}/languages/zh-hant.js`, 'export const strings = {send: "傳送"}\n')
const script = pathToFileURL(`${folder}/parcel-chat.js`).href

test('the words of a language stand beside the script', async () => {
  const spoken = await speak(script, 'ar')
  assert.deepEqual([spoken?.code, spoken?.strings.send, spoken?.direction], ['ar', 'إرسال', 'rtl'])
})

test('a language that nobody has written is none', async () => {
  assert.equal(await speak(script, 'xx'), null)
})

test('a place where Chinese has another script names that script', async () => {
  const codes = ['zh-TW', 'zh-Hant-HK', 'zh-hant'].map(async tag => (await speak(script, tag))?.code)
  assert.deepEqual(await Promise.all(codes), ['zh-hant', 'zh-hant', 'zh-hant'])
  assert.equal(await speak(script, 'zh-CN'), null)
})

test('a tag of a country has the words of its language', async () => {
  assert.equal((await speak(script, 'ar-EG'))?.code, 'ar')
})
