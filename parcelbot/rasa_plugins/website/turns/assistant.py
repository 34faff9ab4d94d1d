"""Ask Rasa's agent: is it ready, handle one message, what did it handle before."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from rasa.core.channels.channel import UserMessage

from parcelbot.rasa_plugins.framework.whole_turns import whole_turn
from parcelbot.rasa_plugins.website.turns.fresh_dialogue import last_handled, leave_off, said_after

Handler = Callable[[UserMessage], Awaitable[Any]]


class Assistant:
    """The agent behind `app.ctx`, looked up on every use because a new model replaces it."""

    def __init__(self, app: Any, handler: Handler) -> None:
        self._app = app
        self._handler = handler

    @property
    def _agent(self) -> Any:
        return getattr(self._app.ctx, "agent", None)

    def is_ready(self) -> bool:
        """True when a model is loaded."""
        return self._agent is not None and bool(self._agent.is_ready())

    async def handle(self, message: UserMessage) -> None:
        """Let the assistant answer; answers go to the message's output channel. What fails is not remembered."""
        with whole_turn():
            await self._handler(message)

    async def begin_anew(self, conversation_id: str, broken_at: int) -> None:
        """Leave off what the dialogue was in the middle of, if nothing was handled since seq `broken_at`."""
        async with self._agent.lock_store.lock(conversation_id):
            tracker = await self._agent.tracker_store.retrieve(conversation_id)
            if tracker is None or last_handled(tracker) > broken_at:
                return
            for event in (events := leave_off(tracker)):
                tracker.update(event)
            if events:
                await self._agent.tracker_store.save(tracker)

    async def said_before(self, message: UserMessage) -> list[Mapping[str, Any]] | None:
        """List what was said in an earlier turn over `message`, as Rasa's messages; None when none was completed.

        The tracker is saved once a turn is complete; a process may die between that and the ledger.
        """
        tracker = await self._agent.tracker_store.retrieve(message.sender_id)
        return None if tracker is None else said_after(tracker, str(message.message_id))
