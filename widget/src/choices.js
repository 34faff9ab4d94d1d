/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').Entry} Entry */

/**
 * Ids of the choices that can still be taken: those of the newest answer that offers any, until one of
 * them is taken or is on its way. Typing something else leaves them open.
 * @param {Message[]} messages in order
 * @param {Entry[]} pending
 * @returns {Set<string>}
 */
export function openChoices(messages, pending) {
  const newest = messages.map(({choices}) => choices.length > 0).lastIndexOf(true)
  const before = messages.slice(0, newest + 1).map(({author}) => author).lastIndexOf('shopper')
  const offered = messages.slice(before + 1, newest + 1).flatMap(({choices}) => choices)
  const titles = new Set(offered.map(({title}) => title))
  const ids = new Set(offered.map(({id}) => id))
  const taken =
    messages.slice(newest + 1).some(({author, text}) => author === 'shopper' && titles.has(text)) ||
    pending.some(({choice, refused}) => choice && ids.has(choice) && refused !== 'other')
  return taken ? new Set() : ids
}
