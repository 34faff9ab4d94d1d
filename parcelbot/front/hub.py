"""Wake those who listen to a conversation in this process, and who answers it, when something happens there.

Waking is only a hint to look into the ledger; what was said is never passed along here.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from parcelbot.front.notices import PassingNotice
from parcelbot.store.ledger.change_signals import ChangeSignal, Relay


class Subscription:
    """One listener. `typing` is whether the assistant is at work on the conversation.

    `look` is whether there may be something new in the ledger since it was last looked into; `language` is the
    conversation's, as it was when it was last read.
    """

    def __init__(self, typing: bool, language: str = "") -> None:
        self.typing = typing
        self.language = language
        self.look = True
        self._notices: list[tuple[PassingNotice, str]] = []
        self._news = asyncio.Event()

    def wake(self, look: bool) -> None:
        """Wake the listener: something is new, perhaps in the ledger."""
        self.look = self.look or look
        self._news.set()

    def notify(self, notice: PassingNotice, words: str) -> None:
        """Wake the listener to tell its client something that stands in no ledger, of `words` of the shopper's."""
        self._notices.append((notice, words))
        self.wake(look=False)

    def take_notices(self) -> list[tuple[PassingNotice, str]]:
        """Hand over what is to be told, with the words that it is told of, once."""
        taken, self._notices = self._notices, []
        return taken

    async def wait(self, timeout_s: float) -> bool:
        """Sleep until woken, but no longer than `timeout_s`; True when woken."""
        try:
            await asyncio.wait_for(self._news.wait(), timeout_s)
        except asyncio.TimeoutError:
            self.look = True
            return False
        self._news.clear()
        return True


class Hub:
    """The listeners of one event loop; `relay` tells other processes and must not block for long.

    `on_waiting` gets the conversations, and networks, in which a message waits, where this process answers; else the
    others are told. Only `signal` may be called from other threads.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, relay: Relay = lambda _: None) -> None:
        self._loop = loop
        self._relay = relay
        self._listeners: defaultdict[str, set[Subscription]] = defaultdict(set)
        self._typing: set[str] = set()
        self.on_waiting: Callable[[str, str], None] | None = None
        self.closing = False

    @contextmanager
    def subscribe(self, conversation_id: str, language: str = "") -> Iterator[Subscription]:
        """Listen to a conversation, which is in `language` so far, for as long as the context lasts."""
        subscription = Subscription(conversation_id in self._typing, language)
        self._listeners[conversation_id].add(subscription)
        try:
            yield subscription
        finally:
            self._listeners[conversation_id].discard(subscription)
            if not self._listeners[conversation_id]:
                del self._listeners[conversation_id]

    def listened_to(self) -> set[str]:
        """Give the conversations somebody listens to here."""
        return set(self._listeners)

    def listeners(self, conversation_id: str) -> int:
        """Count who listens to this conversation here."""
        return len(self._listeners.get(conversation_id, ()))

    def language(self, conversation_id: str) -> str:
        """Give the language of a conversation that somebody listens to here, "" for others."""
        return next((one.language for one in self._listeners.get(conversation_id, ())), "")

    def notify(self, conversation_id: str, notice: PassingNotice, words: str = "") -> None:
        """Tell who listens to a conversation here what nobody can write into the ledger, of a shopper's `words`."""
        for subscription in self._listeners.get(conversation_id, ()):
            subscription.notify(notice, words)

    def hear(self, signal: ChangeSignal) -> None:
        """Take in what another process tells."""
        if signal.network is None:
            self.wake(signal.conversation_id, signal.typing)
        elif self.on_waiting is not None:
            self.on_waiting(signal.conversation_id, signal.network)

    def wake(self, conversation_id: str, typing: bool | None = None) -> None:
        """Wake the listeners of a conversation: `typing` is all that is new, or None when the ledger may have more."""
        if typing is not None:
            (self._typing.add if typing else self._typing.discard)(conversation_id)
        for subscription in self._listeners.get(conversation_id, ()):
            subscription.typing = conversation_id in self._typing
            subscription.wake(look=typing is None)

    def signal(self, conversation_id: str, typing: bool | None = None) -> None:
        """Wake the listeners here and in every other process; from any thread."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.wake, conversation_id, typing)
        self._relay(ChangeSignal(conversation_id, typing))

    def call_for_answer(self, conversation_id: str, network: str) -> None:
        """Say that a message waits, written from `network`, to who answers: this process, or the others."""
        if self.on_waiting is not None:
            self.on_waiting(conversation_id, network)
        else:
            self._loop.run_in_executor(None, self._relay, ChangeSignal(conversation_id, network=network))

    def close(self) -> None:
        """Wake everybody for the last time: the server is going down."""
        self.closing = True
        for conversation_id in self.listened_to():
            self.wake(conversation_id)
