// The ticket page: new lines, changes of state, colleagues and the parcel come in by themselves.
import { announce, fetchPart, keepAsking, showUnread, swapParts } from './live.js';
import { prepareReply } from './reply.js';

const PARCEL_MS = 60000;
const page = document.getElementById('ticket');
const transcript = document.getElementById('transcript');
const title = document.title;
const words = () => document.getElementById('told').textContent.trim();
let before = words();
let missed = 0;

const reply = prepareReply(() => ask());

function address() {
  const query = new URLSearchParams({ after: transcript.dataset.last });
  if (document.hidden) query.set('hidden', '1');
  if (reply.writing()) query.set('writing', '1');
  return `${page.dataset.live}?${query}`;
}

function received(part) {
  for (const line of part.querySelectorAll('#new-lines > li')) take(line);
  swapParts(part);
  showUnread(part);
  const told = words();
  if (told !== before) announce(told);
  before = told;
  count(document.hidden ? missed : 0);
}

// A line that is there already, because two requests crossed, is not shown twice.
function take(line) {
  if (Number(line.dataset.seq) <= Number(transcript.dataset.last)) return;
  transcript.dataset.last = line.dataset.seq;
  document.getElementById('nothing-said')?.remove();
  transcript.append(document.adoptNode(line));
  if (line.dataset.mine) return;
  missed += 1;
  announce(line.dataset.told);
}

function count(unread) {
  missed = unread;
  document.title = unread ? `(${unread}) ${title}` : title;
}

async function refreshParcel() {
  const parcel = document.getElementById('parcel');
  if (document.hidden || !parcel?.dataset.live) return;
  parcel.setAttribute('aria-busy', 'true');
  try {
    swapParts(await fetchPart(parcel.dataset.live));
  } catch {
    // what is shown says itself how old it is
  }
  document.getElementById('parcel').removeAttribute('aria-busy');
}

const ask = keepAsking(address, received);
document.addEventListener('visibilitychange', () => document.hidden || count(0));
document.addEventListener('click', async (event) => {
  if (!event.target.closest('#refresh-parcel')) return;
  event.preventDefault();
  await refreshParcel();
  announce('The parcel was looked up again');
});
setInterval(refreshParcel, PARCEL_MS);
refreshParcel();
