"""Put together, in Rasa's process, who answers what waits in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from parcelbot.front.runtime import Runtime
from parcelbot.rasa_plugins.website.turns.assistant import Assistant, Handler
from parcelbot.rasa_plugins.website.turns.dispatcher import Dispatcher
from parcelbot.rasa_plugins.website.turns.pauses import Pauses
from parcelbot.rasa_plugins.website.turns.turn import Turns
from parcelbot.store.ledger.claims import SqlTurnClaims
from parcelbot.store.ledger.turn_book import TurnBook

#: A process may be late with two signs of life before another takes its conversations.
_BEATS_IN_A_LEASE = 3


@dataclass
class Answering:
    """The channel's routes and the assistant that answers, in one process."""

    front: Runtime
    dispatcher: Dispatcher

    def start(self) -> None:
        """Begin to listen to other processes and to pick up what was left undone."""
        self.front.start()
        self.dispatcher.start()

    async def stop(self) -> None:
        """End streams, watches and turns; nothing accepted is lost, it is in the ledger."""
        self.front.stop_listening()
        await self.dispatcher.close()
        await self.front.close()


def answering(front: Runtime, app: Any, handler: Handler) -> Answering:
    """Let Rasa's agent behind `app.ctx` answer what waits, whichever process took it in."""
    assistant, settings = Assistant(app, handler), front.settings
    pauses = Pauses(settings.pause_s, settings.first_pause_s)
    together = pauses.longest_s > 0
    turns = Turns(assistant, front.ledger, front.hub, front.threads, front.last_resort, reads_together=together)
    claims = SqlTurnClaims(front.engine, settings.lease_s)
    book = TurnBook(front.engine, claims)
    keep_every_s = settings.lease_s / _BEATS_IN_A_LEASE
    dispatcher = Dispatcher(turns, front.backlog, book, claims, front.threads, keep_every_s, pauses=pauses)
    front.hub.on_waiting = dispatcher.kick
    front.is_ready = assistant.is_ready
    return Answering(front, dispatcher)
