/**
 * Make the release, `widget/dist/`: the same modules, small and in three files. Fails when what a shopper
 * downloads, gzipped, is more than it may be. The sources run without this.
 */
import {readdirSync, readFileSync, rmSync} from 'node:fs'
import {basename} from 'node:path'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import {build} from 'esbuild'

const LIMIT_BYTES = 20_000
const widget = fileURLToPath(new URL('../', import.meta.url))
const dist = `${widget}dist/`

rmSync(dist, {recursive: true, force: true})
const {metafile} = await build({
  entryPoints: [`${widget}parcel-chat.js`],
  outdir: dist,
  bundle: true,
  splitting: true,
  metafile: true,
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

/** Where each file comes from, and what it cannot run without. */
const made = Object.entries(metafile.outputs).map(([path, {entryPoint = '', imports}]) => ({
  name: basename(path),
  source: basename(entryPoint),
  needs: imports.filter(({kind}) => kind === 'import-statement').map(({path}) => basename(path)),
}))
/** What every shopper downloads: the button and the chat, with all they need. The rest comes when it is wanted. */
const first = new Set(made.filter(({source}) => ['parcel-chat.js', 'chat.js'].includes(source)).map(({name}) => name))
for (const name of first) made.find(other => other.name === name)?.needs.forEach(needed => first.add(needed))

const sizes = readdirSync(dist).map(name => ({name, bytes: gzipSync(readFileSync(dist + name), {level: 9}).length}))
const total = sizes.filter(({name}) => first.has(name)).reduce((sum, {bytes}) => sum + bytes, 0)
for (const {name, bytes} of sizes) console.log(`${String(bytes).padStart(6)}  ${name}${first.has(name) ? '' : ', later'}`)
console.log(`${String(total).padStart(6)}  of at most ${LIMIT_BYTES} bytes, gzipped`)
if (total > LIMIT_BYTES) {
  console.error('The widget has become too heavy for a phone.')
  process.exit(1)
}
