// Keyboard shortcuts. They are silent while somebody types, and can be switched off in their dialog.
const STORED = 'inbox-shortcuts';
const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';

const dialog = document.getElementById('shortcuts');
const wanted = dialog.querySelector('input[type=checkbox]');
wanted.checked = localStorage.getItem(STORED) !== 'off';
wanted.addEventListener('change', () => localStorage.setItem(STORED, wanted.checked ? 'on' : 'off'));
const opener = document.querySelector('[data-shortcuts]');
opener.hidden = false;
opener.addEventListener('click', () => dialog.showModal());

const press = (id) => document.getElementById(id)?.click();
const go = (id) => document.getElementById(id)?.focus();
const actions = {
  '?': () => dialog.showModal(),
  '/': () => go('search'),
  j: () => step(1),
  k: () => step(-1),
  r: () => go('reply-text'),
  n: () => go('note-text'),
  c: () => press('claim'),
  s: () => go('solve'),
  u: () => press('back'),
};

// To the next or previous of the page's stops: tickets in the queue, lines in a ticket.
function step(by) {
  const stops = [...document.querySelectorAll('[data-stop]')];
  const here = stops.findIndex((stop) => stop === document.activeElement || stop.contains(document.activeElement));
  const next = here < 0 ? (by > 0 ? 0 : stops.length - 1) : here + by;
  stops[Math.max(0, Math.min(next, stops.length - 1))]?.focus();
}

document.addEventListener('keydown', (event) => {
  const busy = event.target.closest?.(TYPING) || event.ctrlKey || event.metaKey || event.altKey || dialog.open;
  const action = actions[event.key];
  if (!action || busy || !wanted.checked) return;
  event.preventDefault();
  action();
});
