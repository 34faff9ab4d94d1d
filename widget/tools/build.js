/**
 * Make the release, `widget/dist/`: the same modules, small and in three files. Fails when what a shopper
 * downloads, gzipped, is more than it may be. The sources run without this.
 */
import {readdirSync, readFileSync, rmSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import {build} from 'esbuild'

const LIMIT_BYTES = 20_000
const widget = fileURLToPath(new URL('../', import.meta.url))
const dist = `${widget}dist/`

rmSync(dist, {recursive: true, force: true})
await build({
  entryPoints: [`${widget}parcel-chat.js`],
  outdir: dist,
  bundle: true,
  splitting: true,
  minify: true,
  charset: 'utf8', // modules are read as nothing else
  format: 'esm',
  target: 'es2022',
  plugins: [{name: 'dense-css', setup: ({onLoad}) => onLoad({filter: /styles\.js$/}, dense)}],
})

/** Style sheets live in template strings, which no minifier touches. */
function dense({path}) {
  const css = text => text.replace(/\s+/g, ' ').replace(/ ?([{};>]) ?/g, '$1').replace(/([:,]) /g, '$1').replace(/;}/g, '}')
  return {contents: readFileSync(path, 'utf8').replace(/`[^`]*`/g, css)}
}

const sizes = readdirSync(dist).map(name => ({name, bytes: gzipSync(readFileSync(dist + name), {level: 9}).length}))
/** What only shoppers of other languages download, those who save their chat, leave it, send a file, or are notified. */
const LATER = /^(?:languages|transcript|start-over|uploads|push)-/
const total = sizes.filter(({name}) => !LATER.test(name)).reduce((sum, {bytes}) => sum + bytes, 0)
for (const {name, bytes} of sizes) console.log(`${String(bytes).padStart(6)}  ${name}`)
console.log(`${String(total).padStart(6)}  of at most ${LIMIT_BYTES} bytes, gzipped`)
if (total > LIMIT_BYTES) {
  console.error('The widget has become too heavy for a phone.')
  process.exit(1)
}
