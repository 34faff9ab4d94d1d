import {h} from './dom.js'

const LARGEST_BYTES = 5 * 1024 * 1024
const SHRINK_ABOVE_BYTES = 1_500_000
const LONGEST_SIDE_PX = 2000
const PREVIEW_PX = 88

/**
 * Make a file ready to be sent. What the server would refuse anyway is an error with the reason in words and a cause.
 * @param {File} file @param {string} accepted media types @param {import('./types').Strings} strings
 */
export async function prepare(file, accepted, strings) {
  if (!accepted.split(',').includes(file.type)) throw new Error(strings.fileKind, {cause: file})
  const small = file.type.startsWith('image/') && file.size > SHRINK_ABOVE_BYTES ? await shrink(file) : file
  if (small.size > LARGEST_BYTES) throw new Error(strings.fileSize, {cause: file})
  return small
}

/**
 * Make a big photo smaller, which spares the shopper's data and drops the place it was taken.
 * @param {File} file @returns {Promise<File>} the file itself when it cannot be read as a picture
 */
async function shrink(file) {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return file
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(bitmap.width, bitmap.height))
  const canvas = draw(bitmap, Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
  const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  return blob ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), {type: 'image/jpeg'}) : file
}

/**
 * Show a picture small, on a canvas, because a strict Content-Security-Policy forbids `blob:` pictures.
 * @param {HTMLElement} frame stays as it is when the file cannot be read as one @param {File} file
 */
export async function drawPreview(frame, file) {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return
  const scale = PREVIEW_PX / Math.min(bitmap.width, bitmap.height)
  frame.replaceChildren(draw(bitmap, bitmap.width * scale, bitmap.height * scale))
}

/** @param {ImageBitmap} bitmap @param {number} width @param {number} height */
function draw(bitmap, width, height) {
  const canvas = h('canvas', {width: Math.round(width), height: Math.round(height)})
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

/**
 * Send a file by XMLHttpRequest, because fetch cannot tell how much of an upload is done.
 * @param {string} url @param {string} token @param {File} file
 * @param {(fraction: number) => void} onProgress @param {AbortSignal} signal
 * @returns {Promise<{status: number, body: any}>} status 0 when nobody answered
 */
export function post(url, token, file, onProgress, signal) {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    request.open('POST', url)
    request.setRequestHeader('Authorization', `Bearer ${token}`)
    request.responseType = 'json'
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onloadend = () => resolve({status: request.status, body: request.response})
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
