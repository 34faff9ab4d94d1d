// The queue: counts, unread marks and new tickets come in by themselves.
import { announce, keepAsking, showUnread, swapParts } from './live.js';

const title = document.title.replace(/^\(\d+\) /, '');
let before = Number(document.title.match(/^\((\d+)\)/)?.[1] ?? 0);

keepAsking(
  () => document.getElementById('queue').dataset.live,
  (part) => {
    swapParts(part);
    const unread = showUnread(part);
    document.title = unread ? `(${unread}) ${title}` : title;
    if (unread > before) announce(unread === 1 ? 'One unread message' : `${unread} unread messages`);
    before = unread;
  },
);
