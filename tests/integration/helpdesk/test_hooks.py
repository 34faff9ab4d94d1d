"""What agents do in Chatwoot, on its way back through the web app to the desk and the shopper."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from parcelbot.core.cases.conversation import Author, ConversationState
from parcelbot.core.cases.tickets import Ticket, TicketStatus
from parcelbot.helpdesk.chatwoot_relay import Relay
from parcelbot.inbox import InboxDependencies
from parcelbot.settings.web import WebConfig
from parcelbot.web import create_app, hooks
from tests.support.office import ANA, BEN, Office
from tests.support.vendors.chatwoot import assigned, moved, signature, spoke

SECRET = "the API inbox's webhook secret"
TOKEN = "a-token-that-nobody-can-guess"
HERE = 7
MIA = (12, "Mia")


@dataclass
class Hooked:
    """An office whose first case is conversation 7 in Chatwoot."""

    office: Office
    ticket: Ticket
    known: dict[str, str] = field(default_factory=dict)

    def client(self, secret: str = SECRET, token: str = "", inbox: InboxDependencies | None = None) -> FlaskClient:
        relay = Relay(self.office.desk, lambda remote_id: self.known.get(remote_id, ""))
        hook = hooks.ChatwootHook(relay, self.office.clock, secret, token)
        return create_app(WebConfig(), inbox, [hooks.create_blueprint(hook)]).test_client()

    @property
    def now(self) -> int:
        return int(self.office.clock().timestamp())

    @property
    def stands(self) -> Ticket:
        found = self.office.tickets.find(self.ticket.reference)
        assert found is not None
        return found

    @property
    def state(self) -> ConversationState:
        return self.office.ledger.conversation(self.ticket.draft.conversation_id).state

    def by_agents(self) -> list[tuple[str, str]]:
        """What the shopper reads that agents wrote, with their names."""
        said = self.office.ledger.after(self.ticket.draft.conversation_id, 0)
        return [(line.agent, line.text) for line in said if line.author is Author.AGENT]

    def told(self) -> list[str]:
        """What the shopper is told about who has the case."""
        said = self.office.ledger.after(self.ticket.draft.conversation_id, 0)
        return [line.answer["row"] for line in said if line.answer and line.answer["table"] == "handover"]

    def notes(self) -> list[tuple[str, str]]:
        return [(note.author, note.text) for note in self.office.desk.case(self.ticket.reference, ANA).notes]


@pytest.fixture
def hooked(tmp_path: Path) -> Iterator[Hooked]:
    office = Office(tmp_path)
    ticket = office.hand_over()
    yield Hooked(office, ticket, {str(HERE): ticket.reference})
    office.close()


@pytest.fixture
def send(hooked: Hooked) -> Any:
    """Sends signed events, all through one app."""
    client = hooked.client()

    def post(payload: Mapping[str, Any]) -> TestResponse:
        body = json.dumps(payload).encode()
        return client.post("/hooks/chatwoot", data=body, headers=signature(SECRET, hooked.now, body))

    return post


# ---- who may call


def test_a_signed_event_is_taken(hooked: Hooked, send: Any) -> None:
    assert send(spoke(HERE, 501, "Good morning!")).get_json() == {"status": "done"}


def test_the_inbox_beside_it_asks_it_for_no_csrf_token(hooked: Hooked) -> None:
    body = json.dumps(spoke(HERE, 501, "Good morning!")).encode()
    client = hooked.client(inbox=hooked.office.inbox())
    response = client.post("/hooks/chatwoot", data=body, headers=signature(SECRET, hooked.now, body))
    assert response.status_code == 200


@pytest.mark.parametrize("name", ["X-Chatwoot-Signature", "X-Chatwoot-Timestamp"])
def test_an_event_without_its_signature_or_time_is_refused(hooked: Hooked, name: str) -> None:
    body = json.dumps(spoke(HERE, 501, "let me in")).encode()
    headers = signature(SECRET, hooked.now, body)
    del headers[name]
    assert hooked.client().post("/hooks/chatwoot", data=body, headers=headers).status_code == 401
    assert hooked.by_agents() == []


def test_an_event_signed_with_another_secret_is_refused(hooked: Hooked) -> None:
    body = json.dumps(spoke(HERE, 501, "let me in")).encode()
    headers = signature("another secret", hooked.now, body)
    assert hooked.client().post("/hooks/chatwoot", data=body, headers=headers).status_code == 401
    assert hooked.by_agents() == []


def test_an_event_that_was_changed_on_its_way_is_refused(hooked: Hooked) -> None:
    body = json.dumps(spoke(HERE, 501, "your refund is 5 EUR")).encode()
    headers = signature(SECRET, hooked.now, body)
    response = hooked.client().post("/hooks/chatwoot", data=body.replace(b"5 EUR", b"9 EUR"), headers=headers)
    assert response.status_code == 401


@pytest.mark.parametrize("off_s", [-301, 301])
def test_a_recording_from_more_than_five_minutes_away_is_refused(hooked: Hooked, off_s: int) -> None:
    body = json.dumps(spoke(HERE, 501, "again")).encode()
    headers = signature(SECRET, hooked.now + off_s, body)
    assert hooked.client().post("/hooks/chatwoot", data=body, headers=headers).status_code == 401


@pytest.mark.parametrize("timestamp", ["", "soon", "1e9", "-5", "٣"])
def test_a_time_that_is_no_number_is_refused(hooked: Hooked, timestamp: str) -> None:
    body = json.dumps(spoke(HERE, 501, "x")).encode()
    environ = {
        "HTTP_X_CHATWOOT_TIMESTAMP": timestamp.encode().decode("latin-1"),
        "HTTP_X_CHATWOOT_SIGNATURE": "sha256=0",
    }
    assert hooked.client().post("/hooks/chatwoot", data=body, environ_overrides=environ).status_code == 401


def test_where_chatwoot_signs_the_token_alone_does_not_do(hooked: Hooked) -> None:
    client = hooked.client(token=TOKEN)
    assert client.post(f"/hooks/chatwoot/{TOKEN}", json=spoke(HERE, 501, "x")).status_code == 401


def test_an_older_chatwoot_is_known_by_the_token_in_the_address(hooked: Hooked) -> None:
    client = hooked.client(secret="", token=TOKEN)
    assert client.post(f"/hooks/chatwoot/{TOKEN}", json=spoke(HERE, 501, "Good morning!")).status_code == 200
    assert hooked.by_agents() == [("Ana", "Good morning!")]


@pytest.mark.parametrize("address", ["/hooks/chatwoot", "/hooks/chatwoot/wrong", "/hooks/chatwoot/ü"])
def test_a_wrong_token_is_refused(hooked: Hooked, address: str) -> None:
    client = hooked.client(secret="", token=TOKEN)
    assert client.post(address, json=spoke(HERE, 501, "x")).status_code == 401


def test_a_hook_without_secret_and_token_lets_nobody_in(hooked: Hooked) -> None:
    client = hooked.client(secret="", token="")
    assert client.post("/hooks/chatwoot", json=spoke(HERE, 501, "x")).status_code == 401


def test_too_large_an_event_is_refused_before_it_is_read(hooked: Hooked) -> None:
    body = b"x" * (hooks.MAX_BODY_BYTES + 1)
    response = hooked.client().post("/hooks/chatwoot", data=body, headers=signature(SECRET, hooked.now, body))
    assert response.status_code == 413


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"text"', b"\xff\xfe"])
def test_what_is_no_json_object_is_refused(hooked: Hooked, body: bytes) -> None:
    response = hooked.client().post("/hooks/chatwoot", data=body, headers=signature(SECRET, hooked.now, body))
    assert response.status_code == 400


def test_it_cannot_be_read(hooked: Hooked) -> None:
    assert hooked.client().get("/hooks/chatwoot").status_code == 405


# ---- what an agent writes


def test_what_an_agent_writes_reaches_the_shopper_with_the_agents_name(hooked: Hooked, send: Any) -> None:
    send(spoke(HERE, 501, "I have asked the carrier.", agent=MIA))
    assert hooked.by_agents() == [("Mia", "I have asked the carrier.")]


def test_who_writes_first_has_the_case_and_the_shopper_is_told(hooked: Hooked, send: Any) -> None:
    send(spoke(HERE, 501, "I have asked the carrier.", agent=MIA))
    assert (hooked.stands.assignee, hooked.stands.status) == ("chatwoot:12", TicketStatus.PENDING)
    assert (hooked.state, hooked.told()) == (ConversationState.HUMAN, ["claimed"])


def test_the_same_message_twice_reaches_the_shopper_once(hooked: Hooked, send: Any) -> None:
    for _ in range(2):
        assert send(spoke(HERE, 501, "Good morning!")).status_code == 200
    assert len(hooked.by_agents()) == 1


def test_the_same_words_in_two_messages_reach_the_shopper_twice(hooked: Hooked, send: Any) -> None:
    for message_id in (501, 502):
        send(spoke(HERE, message_id, "Good morning!"))
    assert len(hooked.by_agents()) == 2


def test_a_file_comes_as_its_address(hooked: Hooked, send: Any) -> None:
    send(spoke(HERE, 501, None, attachments=[{"id": 1, "data_url": "https://files.example/1.pdf"}]))
    assert hooked.by_agents() == [("Ana", "https://files.example/1.pdf")]


def test_a_private_note_stays_among_agents(hooked: Hooked, send: Any) -> None:
    send(spoke(HERE, 501, "careful, angry", agent=MIA, private=True))
    assert hooked.by_agents() == []
    assert hooked.notes() == [("chatwoot:12", "careful, angry")]


def test_a_message_that_does_not_say_it_is_public_is_taken_for_a_note(hooked: Hooked, send: Any) -> None:
    payload = spoke(HERE, 501, "careful, angry")
    del payload["private"]
    send(payload)
    assert (hooked.by_agents(), len(hooked.notes())) == ([], 1)


def test_a_note_that_comes_twice_is_kept_once(hooked: Hooked, send: Any) -> None:
    for _ in range(2):
        send(spoke(HERE, 501, "careful", private=True))
    assert len(hooked.notes()) == 1


@pytest.mark.parametrize(
    "facts",
    [
        {"source_id": "parcelbot:message:KT-7QF3MX:4"},
        {"source_id": "parcelbot:ticket:KT-7QF3MX", "private": True},
        {"message_type": "incoming", "sender": {"id": 100, "type": "contact"}},
        {"message_type": "incoming"},
        {"message_type": "template"},
        {"message_type": "activity"},
        {"sender": {"id": 5, "name": "Captain", "type": "agent_bot"}},
        {"sender": None},
        {"content": None},
        {"content": "   "},
        {"id": "501"},
        {"conversation": None},
        {"conversation": {"id": None}},
    ],
)
def test_what_is_ours_or_no_agents_is_ignored(hooked: Hooked, send: Any, facts: dict[str, Any]) -> None:
    assert send({**spoke(HERE, 501, "from somewhere"), **facts}).get_json() == {"status": "ignored"}
    assert (hooked.by_agents(), hooked.notes()) == ([], [])


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"event": None},
        {"event": "webwidget_triggered"},
        {"event": "message_updated", "id": 501},
        {"event": "message_created"},
        {"event": "conversation_status_changed"},
        {"event": "conversation_status_changed", "id": HERE, "status": 3},
        {"event": "conversation_status_changed", "id": HERE, "status": "snoozed"},
        {"event": "conversation_updated", "id": HERE, "changed_attributes": "?"},
        {"event": "conversation_updated", "id": HERE, "changed_attributes": [{"label_list": {}}], "meta": []},
    ],
)
def test_unknown_and_broken_events_are_harmless(hooked: Hooked, send: Any, payload: dict[str, Any]) -> None:
    assert send(payload).get_json() == {"status": "ignored"}
    assert hooked.stands == hooked.ticket


def test_a_conversation_that_is_none_of_ours_is_ignored(hooked: Hooked, send: Any) -> None:
    assert send(spoke(999, 501, "to somebody else")).get_json() == {"status": "ignored"}


def test_an_agent_who_is_faster_than_our_delivery_is_understood_by_our_reference(hooked: Hooked, send: Any) -> None:
    hooked.known.clear()
    facts = {"custom_attributes": {"ticket_reference": hooked.ticket.reference}}
    send(spoke(HERE, 501, "Good morning!", conversation_facts=facts))
    assert len(hooked.by_agents()) == 1


def test_a_reference_nobody_has_is_ignored(hooked: Hooked, send: Any) -> None:
    hooked.known[str(HERE)] = "KT-999999"
    assert send(spoke(HERE, 501, "hello?")).get_json() == {"status": "ignored"}


def test_an_agent_there_may_answer_for_another_there(hooked: Hooked, send: Any) -> None:
    send(spoke(HERE, 501, "I am looking.", agent=MIA))
    send(spoke(HERE, 502, "Mia is out, I go on.", agent=(13, "Tom")))
    assert hooked.by_agents()[-1] == ("Tom", "Mia is out, I go on.")
    assert hooked.stands.assignee == "chatwoot:13"


def test_what_is_written_while_a_colleague_in_our_inbox_has_the_case_fails_where_it_was_written(
    hooked: Hooked, send: Any
) -> None:
    hooked.office.desk.claim(hooked.ticket.reference, BEN)
    assert send(spoke(HERE, 501, "We refund you.", agent=MIA)).status_code == 409
    assert hooked.by_agents() == []


def test_what_could_not_be_sent_is_kept_as_a_note_for_the_colleague(hooked: Hooked, send: Any) -> None:
    hooked.office.desk.claim(hooked.ticket.reference, BEN)
    for _ in range(2):
        send(spoke(HERE, 501, "We refund you.", agent=MIA))
    assert hooked.notes() == [("chatwoot:12", "Written in Chatwoot, NOT sent to the shopper: We refund you.")]


def test_a_shopper_who_cannot_be_reached_makes_the_message_fail_where_it_was_written(hooked: Hooked, send: Any) -> None:
    gone = hooked.office.hand_over_without_chat("My parcel is missing", email="")
    hooked.known["8"] = gone.reference
    assert send(spoke(8, 501, "Good morning!")).status_code == 422


def test_writing_into_a_closed_case_fails_where_it_was_written(hooked: Hooked, send: Any) -> None:
    for status in (TicketStatus.SOLVED, TicketStatus.CLOSED):
        hooked.office.desk.set_status(hooked.ticket.reference, BEN, status)
    assert send(spoke(HERE, 501, "one more thing")).status_code == 422


# ---- where the case stands


def test_resolving_there_solves_the_case_in_the_agents_name(hooked: Hooked, send: Any) -> None:
    send(spoke(HERE, 501, "It arrives tomorrow.", agent=MIA))
    send(moved(HERE, "resolved", agent=None))
    assert (hooked.stands.status, hooked.state) == (TicketStatus.SOLVED, ConversationState.SOLVED)
    closing = hooked.office.ledger.after(hooked.ticket.draft.conversation_id, 0)[-1].text
    assert closing.startswith("Mia has closed your case")


def test_resolving_twice_tells_the_shopper_once(hooked: Hooked, send: Any) -> None:
    for _ in range(2):
        send(moved(HERE, "resolved"))
    assert hooked.told().count("solved") == 1


def test_reopening_there_reopens_the_case_for_its_agent(hooked: Hooked, send: Any) -> None:
    send(spoke(HERE, 501, "It arrives tomorrow.", agent=MIA))
    send(moved(HERE, "resolved", at=10.0, agent=MIA))
    send(moved(HERE, "open", at=20.0, agent=None))
    assert (hooked.stands.status, hooked.stands.assignee) == (TicketStatus.OPEN, "chatwoot:12")


def test_that_an_open_conversation_is_open_changes_nothing(hooked: Hooked, send: Any) -> None:
    assert send(moved(HERE, "open")).get_json() == {"status": "ignored"}
    assert hooked.stands == hooked.ticket


def test_a_resolving_that_was_overtaken_by_a_reopening_does_not_count(hooked: Hooked, send: Any) -> None:
    send(moved(HERE, "open", at=20.0))
    assert send(moved(HERE, "resolved", at=10.0)).get_json() == {"status": "ignored"}
    assert hooked.stands.status.active


def test_a_message_written_before_resolving_that_comes_after_it_is_told_and_the_case_stays_solved(
    hooked: Hooked, send: Any
) -> None:
    send(moved(HERE, "resolved", at=2_000_000_000.0))
    send(spoke(HERE, 501, "It arrives tomorrow. Bye!"))
    assert hooked.by_agents() == [("Ana", "It arrives tomorrow. Bye!")]
    assert hooked.stands.status is TicketStatus.SOLVED


def test_writing_into_a_resolved_conversation_does_not_reopen_the_case(hooked: Hooked, send: Any) -> None:
    send(moved(HERE, "resolved", at=10.0))
    send(spoke(HERE, 501, "P.S.", conversation_facts={"status": "resolved"}))
    assert hooked.stands.status is TicketStatus.SOLVED


def test_writing_into_a_reopened_conversation_reopens_the_case(hooked: Hooked, send: Any) -> None:
    send(moved(HERE, "resolved", at=10.0))
    send(spoke(HERE, 501, "I have news.", created_at="2026-11-23 09:30:00 UTC"))
    assert hooked.stands.status is TicketStatus.PENDING


def test_resolving_there_does_not_end_what_a_colleague_in_our_inbox_has(hooked: Hooked, send: Any) -> None:
    hooked.office.desk.claim(hooked.ticket.reference, BEN)
    assert send(moved(HERE, "resolved", agent=MIA)).get_json() == {"status": "ignored"}
    assert hooked.stands.assignee == BEN.email


# ---- who has the case


def test_assigning_there_claims_the_case_for_the_agent(hooked: Hooked, send: Any) -> None:
    send(assigned(HERE, MIA))
    assert (hooked.stands.assignee, hooked.state, hooked.told()) == (
        "chatwoot:12",
        ConversationState.HUMAN,
        ["claimed"],
    )


def test_assigning_to_another_there_hands_it_on(hooked: Hooked, send: Any) -> None:
    send(assigned(HERE, MIA))
    send(assigned(HERE, (13, "Tom")))
    assert hooked.stands.assignee == "chatwoot:13"


def test_assigning_to_nobody_gives_it_back_and_the_shopper_is_told_who_left(hooked: Hooked, send: Any) -> None:
    send(assigned(HERE, MIA))
    send(assigned(HERE, None))
    assert (hooked.stands.assignee, hooked.state) == ("", ConversationState.REQUESTED)
    assert hooked.office.ledger.after(hooked.ticket.draft.conversation_id, 0)[-1].text.startswith("Mia had to leave")


def test_assigning_the_same_agent_again_changes_nothing(hooked: Hooked, send: Any) -> None:
    for _ in range(2):
        send(assigned(HERE, MIA))
    assert hooked.told() == ["claimed"]


def test_an_assignment_that_was_overtaken_does_not_count(hooked: Hooked, send: Any) -> None:
    send(assigned(HERE, (13, "Tom"), at=20.0))
    send(assigned(HERE, MIA, at=10.0))
    assert hooked.stands.assignee == "chatwoot:13"


@pytest.mark.parametrize("agent", [MIA, None])
def test_assigning_there_does_not_take_a_case_from_a_colleague_in_our_inbox(
    hooked: Hooked, send: Any, agent: tuple[int, str] | None
) -> None:
    hooked.office.desk.claim(hooked.ticket.reference, BEN)
    assert send(assigned(HERE, agent)).status_code == 200
    assert hooked.stands.assignee == BEN.email


def test_assigning_a_solved_case_leaves_it_solved(hooked: Hooked, send: Any) -> None:
    send(moved(HERE, "resolved"))
    send(assigned(HERE, MIA))
    assert hooked.stands.status is TicketStatus.SOLVED
