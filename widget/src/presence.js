const HIDDEN_MS = 60_000

/**
 * Tell when the network comes and goes, and when the page is looked at. `onHidden` comes a while after
 * the page was left: browsers allow six connections to a server, and a tab nobody looks at gives its own back.
 * @param {{onOnline: () => void, onOffline: () => void, onSeen: () => void, onHidden: () => void}} callbacks
 * @param {AbortSignal} signal ends it
 */
export function watchPresence({onOnline, onOffline, onSeen, onHidden}, signal) {
  let timer = 0
  const onVisibility = () => {
    clearTimeout(timer)
    if (document.hidden) timer = setTimeout(onHidden, HIDDEN_MS)
    else onSeen()
  }
  addEventListener('online', onOnline, {signal})
  addEventListener('offline', onOffline, {signal})
  document.addEventListener('visibilitychange', onVisibility, {signal})
  signal.addEventListener('abort', () => clearTimeout(timer))
}
