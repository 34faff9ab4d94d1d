"""The last word over a message that is given up, in a real ledger, on each kind of database."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

import pytest
from rasa.core.channels.channel import UserMessage
from sqlalchemy import event, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.front.emergency_ticket import ASK_FOR_A_PERSON, Rescue
from parcelbot.front.hub import Hub
from parcelbot.front.last_resort import APOLOGY, GIVEN_UP, LastResort
from parcelbot.front.speaking import Speaking
from parcelbot.front.threads import Threads
from parcelbot.rasa_plugins.website.turns.turn import TurnEnd, Turns
from parcelbot.store.ledger.backlog import Backlog
from parcelbot.store.ledger.claims import SqlTurnClaims
from parcelbot.store.ledger.handover_marks import RESCUED, HandoverMarks
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.ledger.turn_book import BegunTurn, TurnBook
from parcelbot.store.schema.conversations import messages
from parcelbot.store.schema.database_clock import database_now
from tests.support.languages import all_spoken
from tests.unit.usecases.fakes import FakeTickets, services

LANGUAGES = all_spoken()
WRITTEN = "as fronhas vieram sem o lençol de baixo"
#: By the clock of the machine that takes messages in, which is hours fast.
FAST = datetime.now(timezone.utc) + timedelta(hours=5)
TOO_LONG = timedelta(hours=1, seconds=1)


class AssistantAway:
    """An assistant whose parts cannot be reached."""

    async def said_before(self, message: UserMessage) -> None:
        return None

    async def handle(self, message: UserMessage) -> None:
        raise ConnectionRefusedError


@dataclass
class House:
    """The channel over a database, with an assistant that is away. Every turn is begun by a process of its own."""

    engine: Engine
    language: str = "pt"
    tickets: FakeTickets = field(default_factory=FakeTickets)

    def __post_init__(self) -> None:
        self.ledger, self.backlog = Ledger(self.engine), Backlog(self.engine)
        self.book = TurnBook(self.engine, SqlTurnClaims(self.engine, lease_s=10))
        self.ledger.open("c", FAST, language=self.language)

    def write(self, *texts: str) -> None:
        for place, text in enumerate(texts):
            self.ledger.accept("c", f"e-{place}-{text}", now=FAST, text=text)

    def press(self, message: Message) -> None:
        """Press the only choice under a message."""
        self.ledger.accept("c", "pressed", now=FAST, choice_id=message.choices[0].id)

    def began(self) -> BegunTurn:
        turn = self.book.begin("c", "elsewhere:1:a")
        assert isinstance(turn, BegunTurn)
        return turn

    def fail_for(self, span: timedelta) -> None:
        """Let a turn come to nothing, so long ago by the database's clock."""
        self.book.put_back(self.began())
        with self.engine.begin() as connection:
            since = database_now(connection) - span
            connection.execute(update(messages).where(messages.c.pending).values(failing_since=since))

    def run(self, faults: int = 2) -> TurnEnd:
        """Run the oldest message's turn; give the conversation back if nothing came of it, as the dispatcher does."""
        turn = self.began()
        end = asyncio.run(self._run(turn, faults))
        if end is not TurnEnd.DONE:
            self.book.put_back(turn)
        return end

    async def _run(self, turn: BegunTurn, faults: int) -> TurnEnd:
        threads = Threads(2)
        last_resort = self._last_resort(threads)
        hub = Hub(asyncio.get_running_loop(), lambda _: None)
        turns = Turns(AssistantAway(), self.ledger, hub, threads, last_resort, reads_together=True)
        try:
            return await turns.run(turn, faults)
        finally:
            last_resort.close()
            threads.close()

    def _last_resort(self, threads: Threads) -> LastResort:
        persons, rescue = HandoverMarks(self.engine), Rescue(lambda: services(tickets=self.tickets))
        speaking = Speaking(LANGUAGES, LANGUAGES.table)
        return LastResort(speaking, self.ledger, self.backlog, persons, rescue, threads, 60, lambda *_: None)

    def apologise(self, to: int) -> None:
        sorry = Message("c", 0, Author.BOT, FAST, "I can keep trying", answer=APOLOGY, in_reply_to=to)
        assert self.ledger.say_meanwhile(sorry, f"~{to}.watchdog", to)

    def heard(self) -> Sequence[Message]:
        return [message for message in self.ledger.after("c", 0) if message.author is Author.BOT]


@pytest.fixture
def house(engine: Engine) -> House:
    return House(engine)


def test_after_the_apology_comes_the_last_word_in_the_language_of_the_conversation(house: House) -> None:
    house.write(WRITTEN)
    house.apologise(1)
    house.fail_for(TOO_LONG)
    assert house.run() is TurnEnd.DONE
    sorry, last_word = house.heard()
    assert (sorry.answer, last_word.answer, last_word.in_reply_to) == (APOLOGY, GIVEN_UP, 1)
    assert (last_word.language, last_word.text) == ("pt", LANGUAGES["pt"].book["utter_given_up"][0].text)
    assert house.backlog.waiting("c") == []


def test_it_offers_a_person_who_gets_the_message_as_it_was_typed_though_the_assistant_is_away(house: House) -> None:
    house.write(WRITTEN)
    house.fail_for(TOO_LONG)
    house.run()
    (last_word,) = house.heard()
    assert [choice.payload for choice in last_word.choices] == [ASK_FOR_A_PERSON]
    house.press(last_word)
    house.run(faults=0)
    (ticket,) = house.tickets.kept.values()
    assert WRITTEN in [line.text for line in ticket.draft.transcript if line.author == "shopper"]
    assert house.heard()[-1].answer == RESCUED


def test_one_last_word_is_enough_for_all_that_waited(house: House) -> None:
    house.write(WRITTEN, "hello?", "is anyone there?")
    house.fail_for(TOO_LONG)
    while house.backlog.waiting("c"):
        assert house.run() is TurnEnd.DONE
    assert [message.answer for message in house.heard()] == [GIVEN_UP]


def test_who_was_told_again_that_we_keep_trying_is_told_again_that_we_have_stopped(house: House) -> None:
    house.write(WRITTEN, "hello?")
    house.fail_for(TOO_LONG)
    house.run()
    house.apologise(2)
    house.run()
    assert [(message.answer, message.in_reply_to) for message in house.heard()] == [
        (GIVEN_UP, 1),
        (APOLOGY, 2),
        (GIVEN_UP, 2),
    ]


@pytest.fixture
def power_cut(engine: Engine) -> Iterator[list[str]]:
    """While there is something in it, what was written is lost before it is committed."""
    dying: list[str] = []

    def die(_: Connection) -> None:
        if dying:
            raise RuntimeError(dying.pop())

    event.listen(engine, "commit", die)
    yield dying
    event.remove(engine, "commit", die)


def test_a_process_that_dies_between_giving_up_and_telling_has_done_neither(house: House, power_cut: list[str]) -> None:
    house.write(WRITTEN)
    house.fail_for(TOO_LONG)
    turn = house.began()
    power_cut.append("power cut")
    assert asyncio.run(house._run(turn, 2)) is not TurnEnd.DONE
    assert (house.heard(), house.backlog.waiting("c")) == ([], [1])
    house.book.put_back(turn)
    house.run()
    assert [message.answer for message in house.heard()] == [GIVEN_UP]


def test_who_comes_late_does_not_say_it_again(house: House) -> None:
    house.write(WRITTEN)
    house.fail_for(TOO_LONG)
    late = house.began()
    house.book.put_back(late)
    house.run()
    asyncio.run(house._run(late, 2))
    assert [message.answer for message in house.heard()] == [GIVEN_UP]


def test_the_hour_begins_with_the_first_turn_that_came_to_nothing_by_the_databases_clock(house: House) -> None:
    house.write(WRITTEN)
    first = house.began()
    assert first.waiting.failing_for == timedelta()
    house.book.put_back(first)
    house.fail_for(timedelta(minutes=59))
    assert house.run() is TurnEnd.AWAY
    assert timedelta(minutes=59) <= house.began().waiting.failing_for < timedelta(minutes=60)


def test_the_hour_runs_for_all_that_waits_behind_it_and_for_nothing_that_came_later(house: House) -> None:
    house.write(WRITTEN, "hello?")
    house.fail_for(TOO_LONG)
    house.write("is anyone there?")
    assert [house.run(), house.run(), house.run()] == [TurnEnd.DONE, TurnEnd.DONE, TurnEnd.AWAY]
    assert house.backlog.waiting("c") == [3]
