// Keeps a page up to date: parts of it are fetched again and put in place of the old ones.
const SEEN_MS = 2000;
const HIDDEN_MS = 15000;
const LONGEST_MS = 60000;
const TIMEOUT_MS = 10000;

// A request that parses HTML without running anything in it: no markup is ever made from a string.
export function fetchPart(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(Object.assign(new Error('no answer'), { status: request.status }));
    request.open('GET', address);
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.responseType = 'document';
    request.timeout = TIMEOUT_MS;
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : fail());
    request.onerror = request.ontimeout = fail;
    request.send();
  });
}

// Puts every part marked `data-part` in place of the one with its id. What has not changed stays, and so do the focus
// and what was chosen in it. Tokens differ from answer to answer; the page's own is as good.
export function swapParts(part) {
  const meta = document.querySelector('meta[name=csrf-token]');
  const newest = part.querySelector('[name=csrf_token]')?.value ?? meta.content;
  if (sessionOf(newest) !== sessionOf(meta.content)) adopt(newest, meta);
  for (const input of part.querySelectorAll('[name=csrf_token]')) input.setAttribute('value', meta.content);
  for (const fresh of part.querySelectorAll('[data-part]')) {
    const old = document.getElementById(fresh.id);
    if (!old || old.isEqualNode(fresh)) continue;
    const focused = old.contains(document.activeElement) ? document.activeElement.id : '';
    old.replaceWith(document.adoptNode(fresh));
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

// Tokens of one session begin alike and end with their time and signature.
function sessionOf(token) {
  return token.split('.').slice(0, -2).join('.');
}

// Somebody has logged in again in another tab: what was typed here can still be sent.
function adopt(token, meta) {
  meta.content = token;
  for (const input of document.querySelectorAll('[name=csrf_token]')) input.setAttribute('value', token);
}

// Asks again and again: often while the page is seen, seldom while it is hidden, ever more seldom while it fails.
export function keepAsking(address, received) {
  const trouble = document.getElementById('trouble');
  let failures = 0;
  let timer = 0;
  let asking = false;

  async function ask() {
    clearTimeout(timer);
    if (asking) return;
    asking = true;
    try {
      received(await fetchPart(address()));
      failures = 0;
      tell('');
    } catch (error) {
      failures += 1;
      tell(error.status === 401 ? trouble.dataset.loggedOut : trouble.dataset.offline);
    }
    asking = false;
    const pause = document.hidden ? HIDDEN_MS : SEEN_MS;
    timer = setTimeout(ask, Math.min(pause * 2 ** failures, LONGEST_MS));
  }

  // one miss is nothing to tell; a page that is logged out stays so
  function tell(words) {
    const shown = failures === 1 && words === trouble.dataset.offline ? '' : words;
    if (trouble.textContent === shown) return;
    trouble.textContent = shown;
    trouble.hidden = !shown;
  }

  document.addEventListener('visibilitychange', () => document.hidden || ask());
  addEventListener('online', ask);
  timer = setTimeout(ask, SEEN_MS);
  return ask;
}

// The number beside the link to the queue; gives it.
export function showUnread(part) {
  const unread = Number(part.body.dataset.unread);
  document.querySelector('.links [data-unread]').hidden = !unread;
  document.querySelector('.links [data-unread-count]').textContent = unread;
  return unread;
}

export function announce(words) {
  document.querySelector('[data-announce]').textContent = words;
}
