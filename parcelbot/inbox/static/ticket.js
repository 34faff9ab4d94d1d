// The ticket page: new lines, changes of state, colleagues and the parcel come in by themselves.
import { announce, fetchPart, keepAsking, showUnread, swapParts } from './live.js';
import { prepareReply } from './reply.js';

const PARCEL_MS = 60000;
const transcript = document.getElementById('transcript');
const title = document.title;
const stateWords = () => document.getElementById('state-words').textContent.trim();
const numberShown = () => document.getElementById('facts').dataset.number;
let before = stateWords();
let number = numberShown();
let missed = 0;

const reply = prepareReply(() => ask());
const ask = keepAsking(address, received);

function address() {
  const query = new URLSearchParams({ after: transcript.dataset.last });
  if (document.hidden) query.set('hidden', '1');
  if (reply.writing()) query.set('writing', '1');
  return `${document.getElementById('ticket').dataset.live}?${query}`;
}

function received(part) {
  for (const line of part.querySelectorAll('#new-lines > li')) take(line);
  swapParts(part);
  showUnread(part);
  if (stateWords() !== before) announce(stateWords());
  before = stateWords();
  if (numberShown() !== number) refreshParcel();
  number = numberShown();
  countMissed();
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

function countMissed() {
  if (!document.hidden) missed = 0;
  document.title = missed ? `(${missed}) ${title}` : title;
}

// When it fails, what is shown says itself how old it is.
async function refreshParcel() {
  const parcel = document.getElementById('parcel');
  if (document.hidden) return;
  parcel.setAttribute('aria-busy', 'true');
  await fetchPart(parcel.dataset.live).then(swapParts, () => parcel.removeAttribute('aria-busy'));
}

document.addEventListener('visibilitychange', countMissed);
document.addEventListener('click', async (event) => {
  if (!event.target.closest('#refresh-parcel')) return;
  event.preventDefault();
  await refreshParcel();
  announce('The parcel was looked up again');
});
setInterval(refreshParcel, PARCEL_MS);
refreshParcel();
