// The queue: counts, unread marks and new tickets come in by themselves.
import { announce, keepAsking, swapParts } from './live.js';

const count = () => Number(document.getElementById('queue').dataset.unread);
const title = document.title.replace(/^\(\d+\) /, '');
let before = count();

keepAsking(
  () => document.getElementById('queue').dataset.live,
  (part) => {
    swapParts(part);
    const now = count();
    document.title = now ? `(${now}) ${title}` : title;
    if (now > before) announce(now === 1 ? 'One unread message' : `${now} unread messages`);
    before = now;
  },
);
