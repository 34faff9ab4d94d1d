"""A case that is handed over, talked about and solved between our shopper and an agent in Chatwoot."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from parcelbot.core.cases.conversation import Author, ConversationState
from parcelbot.core.cases.tickets import Ticket, TicketStatus
from parcelbot.helpdesk.chatwoot import NAME
from parcelbot.helpdesk.chatwoot_relay import Relay
from parcelbot.settings.web import WebConfig
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.outgoing.outbox import Outbox
from parcelbot.web import create_app, hooks
from tests.integration.helpdesk.benches import Bench
from tests.integration.outbox.world import World, deliver_all
from tests.support.office import ANA, Office
from tests.support.vendors.chatwoot import moved, signature, spoke

SECRET = "the API inbox's webhook secret"


@dataclass
class Line:
    """Both ends and what lies between: shopper, ledger, outbox, worker, Chatwoot, webhook, desk."""

    office: Office
    bench: Bench
    ticket: Ticket

    def __post_init__(self) -> None:
        outbox = Outbox(self.office.engine)
        relay = Relay(self.office.desk, lambda remote_id: outbox.reference_of(NAME, remote_id))
        hook = hooks.ChatwootHook(relay, self.office.clock, SECRET)
        self._client = create_app(WebConfig(), webhooks=[hooks.create_blueprint(hook)]).test_client()
        self._world = World(self.office.engine, self.office.clock)
        self._courier = self._world.courier(self.bench)

    def work(self) -> None:
        """The worker looks after outbox and ledger."""
        self.office.clock.advance(minutes=1)
        for _ in range(2):
            self._world.forward(NAME)
            deliver_all(self._courier)

    def there(self, payload: Mapping[str, Any]) -> None:
        """Something happens in Chatwoot."""
        body = json.dumps(payload).encode()
        headers = signature(SECRET, int(self.office.clock().timestamp()), body)
        assert self._client.post("/hooks/chatwoot", data=body, headers=headers).status_code == 200

    @property
    def number(self) -> int:
        return int(self.bench.only.remote_id)

    @property
    def stands(self) -> Ticket:
        found = self.office.tickets.find(self.ticket.reference)
        assert found is not None
        return found

    def shopper_reads(self) -> list[str]:
        said = self.office.ledger.after(self.ticket.draft.conversation_id, 0)
        return [line.text for line in said if line.author is Author.AGENT]


@pytest.fixture
def line(tmp_path: Path, chatwoot: Bench) -> Iterator[Line]:
    office = Office(tmp_path)
    office.tickets = SqlTicketStore(office.engine, (NAME,))
    office.desk = replace(office.desk, writer=replace(office.desk.writer, destinations=(NAME,)))
    chatwoot.server.now_s = lambda: office.clock().timestamp()  # type: ignore[attr-defined]
    made = Line(office, chatwoot, office.hand_over(said=("My parcel is missing",)))
    made.work()
    yield made
    office.close()


def test_they_talk_both_ways_and_everybody_sees_everything_once(line: Line) -> None:
    line.there(spoke(line.number, 501, "Have you asked the neighbours?"))
    line.office.says(line.ticket.draft.conversation_id, "yes, they have not seen it")
    line.work()
    line.there(spoke(line.number, 502, "Then I ask the carrier."))
    line.work()
    assert line.shopper_reads() == ["Have you asked the neighbours?", "Then I ask the carrier."]
    assert line.bench.only.texts[-1] == "yes, they have not seen it"


def test_what_was_written_there_is_not_sent_back_there(line: Line) -> None:
    before = len(line.bench.only.texts)
    line.there(spoke(line.number, 501, "Have you asked the neighbours?"))
    line.work()
    assert len(line.bench.only.texts) == before


def test_resolving_there_is_told_to_the_shopper_and_does_not_bounce(line: Line) -> None:
    line.there(spoke(line.number, 501, "It arrives tomorrow."))
    line.bench.server.conversations[line.number]["status"] = "resolved"  # type: ignore[attr-defined]
    line.there(moved(line.number, "resolved"))
    line.work()
    assert (line.stands.status, line.bench.only.status) == (TicketStatus.SOLVED, "resolved")
    assert not any(call.endswith("/toggle_status") for call in line.bench.server.faults.calls)


def test_what_the_shopper_says_to_the_bot_afterwards_does_not_reopen_the_conversation_there(line: Line) -> None:
    line.there(moved(line.number, "resolved"))
    line.office.clock.advance(minutes=1)
    line.office.says(line.ticket.draft.conversation_id, "another question")
    line.work()
    assert line.bench.times("another question") == 0
    assert line.office.ledger.conversation(line.ticket.draft.conversation_id).state is ConversationState.BOT


def test_solving_in_our_inbox_resolves_it_there_and_the_echo_changes_nothing(line: Line) -> None:
    line.office.desk.set_status(line.ticket.reference, ANA, TicketStatus.SOLVED)
    line.work()
    assert line.bench.only.status == "resolved"
    before = line.stands
    line.there(moved(line.number, "resolved"))
    assert line.stands == before
