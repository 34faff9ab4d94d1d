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
const script = pathToFileURL(`${folder}/parcel-chat.js`).href

test('the words of a language stand beside the script', async () => {
  const spoken = await speak(script, 'ar')
  assert.deepEqual([spoken?.code, spoken?.strings.send, spoken?.direction], ['ar', 'إرسال', 'rtl'])
})

test('a language that nobody has written is none', async () => {
  assert.equal(await speak(script, 'xx'), null)
})
