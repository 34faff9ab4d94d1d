from __future__ import annotations

import multiprocessing
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from parcelbot.core.cases.conversation import Author, Choice, ConversationState, IllegalMove, OwnershipMove
from parcelbot.store.ledger.backlog import Backlog, LastTyped, begin, mark_done
from parcelbot.store.ledger.ledger import BotSilenced, ChoiceNotOffered, ChoiceSpent, Ledger, UnknownConversation
from parcelbot.store.ledger.secret_store import SecretStore
from parcelbot.store.schema.engine import create_tables, open_engine
from tests.support.databases import with_tables

NOW = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'new' / 'ledger.db'}"
    with_tables(url).dispose()
    return url


@pytest.fixture
def ledger(url: str) -> Ledger:
    ledger = Ledger(open_engine(url))
    ledger.open("c", NOW)
    return ledger


@pytest.fixture
def backlog(url: str) -> Backlog:
    return Backlog(open_engine(url))


def test_messages_are_numbered_from_one_without_gaps(ledger: Ledger) -> None:
    ledger.accept("c", "e1", now=NOW, text="hi")
    ledger.append("c", Author.BOT, "hello", now=NOW)
    assert [(m.seq, m.author, m.text) for m in ledger.after("c", 0)] == [
        (1, Author.SHOPPER, "hi"),
        (2, Author.BOT, "hello"),
    ]


def test_everything_of_a_message_is_kept(ledger: Ledger) -> None:
    said = ledger.append(
        "c",
        Author.BOT,
        "Your parcel",
        now=NOW,
        echo_id="~1.0",
        choices=[Choice("x", "Yes", "/affirm")],
        card={"kind": "tracking"},
        attachment={"name": "a.pdf"},
        answer={"row": "r"},
        in_reply_to=1,
    )
    assert ledger.after("c", 0) == [said]


def test_an_echo_id_counts_once_and_leaves_no_gap(ledger: Ledger) -> None:
    first = ledger.accept("c", "e1", now=NOW, text="hi")
    again = ledger.accept("c", "e1", now=NOW, text="something else")
    assert (again.repeated, again.message) == (True, first.message)
    assert ledger.append("c", Author.AGENT, "hello", now=NOW).seq == 2


def test_a_conversation_nobody_opened_is_unknown(ledger: Ledger) -> None:
    for attempt in (
        lambda: ledger.conversation("x"),
        lambda: ledger.append("x", Author.BOT, "hi", now=NOW),
        lambda: ledger.accept("x", "e", now=NOW, text="hi"),
    ):
        with pytest.raises(UnknownConversation):
            attempt()


def test_times_come_back_aware_and_in_utc(ledger: Ledger) -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=8)))
    assert ledger.append("c", Author.BOT, "hi", now=elsewhere).at == ledger.after("c", 0)[0].at
    assert ledger.after("c", 0)[0].at.utcoffset() == timedelta(0)


def test_choices_of_one_answer_are_offered_and_used_together(ledger: Ledger) -> None:
    for n in (1, 2):
        ledger.append("c", Author.BOT, "?", now=NOW, choices=[Choice(f"x{n}", "t", f"/p{n}")], in_reply_to=7)
    assert ledger.accept("c", "e", now=NOW, choice_id="x1").message.command == "/p1"
    with pytest.raises(ChoiceSpent):
        ledger.accept("c", "f", now=NOW, choice_id="x2")


def test_choices_of_two_pushes_are_not_taken_for_one_answer(ledger: Ledger) -> None:
    for n in (1, 2):
        ledger.append("c", Author.BOT, "?", now=NOW, choices=[Choice(f"x{n}", "t", f"/p{n}")])
    assert ledger.accept("c", "e", now=NOW, choice_id="x2").message.command == "/p2"
    assert ledger.accept("c", "f", now=NOW, choice_id="x1").message.command == "/p1"


def test_a_choice_above_newer_ones_is_no_dead_end_but_counts_once(ledger: Ledger) -> None:
    ledger.append("c", Author.BOT, "?", now=NOW, choices=[Choice("old", "t", "/p1")], in_reply_to=1)
    ledger.append("c", Author.BOT, "?", now=NOW, choices=[Choice("new", "t", "/p2")], in_reply_to=2)
    assert ledger.accept("c", "e", now=NOW, choice_id="old").message.command == "/p1"
    with pytest.raises(ChoiceSpent):
        ledger.accept("c", "f", now=NOW, choice_id="old")


def test_a_refused_choice_leaves_no_trace(ledger: Ledger) -> None:
    with pytest.raises(ChoiceNotOffered):
        ledger.accept("c", "e", now=NOW, choice_id="x")
    assert ledger.after("c", 0) == []
    assert ledger.accept("c", "e", now=NOW, text="hi").message.seq == 1


def test_the_bot_cannot_speak_while_a_person_owns_the_conversation(ledger: Ledger) -> None:
    ledger.change_owner("c", OwnershipMove.CLAIM, agent="Mia")
    with pytest.raises(BotSilenced):
        ledger.append("c", Author.BOT, "me again", now=NOW)
    assert ledger.append("c", Author.AGENT, "Mia here", now=NOW).seq == 1


def test_the_agents_name_stays_while_they_own_it(ledger: Ledger) -> None:
    ledger.change_owner("c", OwnershipMove.CLAIM, agent="Mia")
    ledger.accept("c", "e", now=NOW, text="hi")
    assert ledger.conversation("c").agent == "Mia"
    ledger.change_owner("c", OwnershipMove.SOLVE)
    assert (ledger.conversation("c").state, ledger.conversation("c").agent) == (ConversationState.SOLVED, "")


def test_a_move_that_is_not_allowed_changes_nothing(ledger: Ledger) -> None:
    with pytest.raises(IllegalMove):
        ledger.change_owner("c", OwnershipMove.SOLVE)
    assert ledger.conversation("c").state is ConversationState.BOT


def test_a_shopper_who_writes_again_gives_a_solved_case_back_to_the_bot(ledger: Ledger, backlog: Backlog) -> None:
    ledger.change_owner("c", OwnershipMove.CLAIM)
    ledger.change_owner("c", OwnershipMove.SOLVE)
    ledger.accept("c", "e", now=NOW, text="one more thing")
    assert ledger.conversation("c").state is ConversationState.BOT
    assert backlog.waiting("c") == [1]


def test_what_a_shopper_writes_to_a_person_does_not_wait_for_the_bot(ledger: Ledger, backlog: Backlog) -> None:
    ledger.change_owner("c", OwnershipMove.CLAIM)
    ledger.accept("c", "e", now=NOW, text="hi")
    assert backlog.waiting("c") == []


def test_every_change_is_signalled(url: str) -> None:
    heard: list[str] = []
    ledger = Ledger(open_engine(url), heard.append)
    ledger.open("c", NOW)
    ledger.accept("c", "e", now=NOW, text="hi")
    ledger.append("c", Author.BOT, "hello", now=NOW)
    ledger.change_owner("c", OwnershipMove.REQUEST)
    assert heard == ["c"] * 3


def test_what_a_page_has_shown_never_goes_back_but_when_it_was_open_does_on(ledger: Ledger) -> None:
    berlin = timezone(timedelta(hours=1))
    for minute, seq in enumerate((3, 1)):
        ledger.mark_seen({"c": seq}, (NOW + timedelta(minutes=minute)).astimezone(berlin))
    stands = ledger.conversation("c")
    assert (stands.seen_seq, stands.seen_at) == (3, NOW + timedelta(minutes=1))


def test_a_conversation_no_page_has_shown_is_not_seen(ledger: Ledger) -> None:
    assert (ledger.conversation("c").seen_seq, ledger.conversation("c").seen_at) == (0, None)


def test_seeing_wakes_nobody_and_an_unknown_conversation_is_ignored(url: str, ledger: Ledger) -> None:
    heard: list[str] = []
    watching = Ledger(open_engine(url), heard.append)
    watching.mark_seen({"c": 1}, NOW)
    watching.mark_seen({"x": 1}, NOW)
    assert heard == []


def test_a_shopper_waits_from_the_first_line_that_no_person_has_answered(ledger: Ledger) -> None:
    ledger.change_owner("c", OwnershipMove.CLAIM, agent="Mia")
    for minute in (1, 2):
        ledger.accept("c", f"e{minute}", now=NOW + timedelta(minutes=minute), text="hello?")
    assert ledger.conversation("c").waiting_since == NOW + timedelta(minutes=1)
    ledger.append("c", Author.AGENT, "Mia here", now=NOW)
    assert ledger.conversation("c").waiting_since is None


@pytest.mark.parametrize("moves", [(), (OwnershipMove.CLAIM, OwnershipMove.SOLVE)])
def test_who_writes_to_the_bot_does_not_wait_for_a_person(ledger: Ledger, moves: tuple[OwnershipMove, ...]) -> None:
    for move in moves:
        ledger.change_owner("c", move)
    ledger.accept("c", "e", now=NOW, text="hi")
    assert ledger.conversation("c").waiting_since is None


@pytest.mark.parametrize("move", [OwnershipMove.SOLVE, OwnershipMove.WITHDRAW])
def test_a_wait_ends_when_no_person_is_asked_any_more(ledger: Ledger, move: OwnershipMove) -> None:
    ledger.change_owner("c", OwnershipMove.REQUEST)
    ledger.accept("c", "e", now=NOW, text="hello?")
    ledger.change_owner("c", move)
    assert ledger.conversation("c").waiting_since is None


def test_what_a_person_says_carries_the_name_also_when_another_has_taken_over(ledger: Ledger) -> None:
    for name in ("Mia", "Ben"):
        ledger.change_owner("c", OwnershipMove.CLAIM, agent=name)
        ledger.append("c", Author.AGENT, "hello", now=NOW)
    assert [message.agent for message in ledger.after("c", 0)] == ["Mia", "Ben"]


def test_waiting_messages_come_oldest_first_until_each_is_done(ledger: Ledger, backlog: Backlog, url: str) -> None:
    for n in range(2):
        ledger.accept("c", f"e{n}", now=NOW, text=f"m{n}")
    for text in ("m0", "m1"):
        with open_engine(url).begin() as connection:
            waiting = begin(connection, "c")
            assert waiting is not None
            assert (waiting.message.text, waiting.attempt) == (text, 1)
            assert mark_done(connection, "c", waiting.message.seq)
            assert not mark_done(connection, "c", waiting.message.seq)
    assert backlog.waiting("c") == []
    with open_engine(url).begin() as connection:
        assert begin(connection, "c") is None


def test_a_message_that_was_begun_before_says_so(ledger: Ledger, url: str) -> None:
    ledger.accept("c", "e", now=NOW, text="hi")
    with open_engine(url).begin() as connection:
        assert [waiting.attempt for waiting in (begin(connection, "c"), begin(connection, "c")) if waiting] == [1, 2]


def test_many_threads_write_one_conversation_without_gaps(ledger: Ledger) -> None:
    with ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(lambda n: ledger.accept("c", f"e{n // 2}", now=NOW, text="x"), range(40)))
    assert sum(receipt.repeated for receipt in receipts) == 20
    assert [message.seq for message in ledger.after("c", 0)] == list(range(1, 21))


def write_some(url: str, who: str) -> None:
    ledger = Ledger(open_engine(url))
    for n in range(10):
        ledger.append("c", Author.AGENT, f"{who}{n}", now=NOW)


def test_many_processes_write_one_conversation_without_gaps(url: str, ledger: Ledger) -> None:
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=write_some, args=(url, who)) for who in "abc"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    said = ledger.after("c", 0)
    assert [message.seq for message in said] == list(range(1, 31))
    for who in "abc":
        assert [m.text for m in said if m.text.startswith(who)] == [f"{who}{n}" for n in range(10)]


def test_a_secret_is_made_once_and_found_again(url: str) -> None:
    made = SecretStore(open_engine(url)).secret("website_token")
    assert len(made) >= 32
    assert SecretStore(open_engine(url)).secret("website_token") == made
    assert SecretStore(open_engine(url)).secret("another") != made


def test_a_secret_that_was_made_is_found_while_nothing_can_be_written(url: str) -> None:
    made = SecretStore(open_engine(url)).secret("website_token")
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        assert SecretStore(open_engine(url)).secret("website_token") == made


def test_a_signature_is_used_once(url: str) -> None:
    secret_store, keep = SecretStore(open_engine(url)), timedelta(minutes=10)
    assert [secret_store.use_signature("s", NOW, keep), secret_store.use_signature("s", NOW, keep)] == [True, False]


def test_only_its_owner_reads_a_database_and_its_journal(tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    old.touch(mode=0o644)
    for file in (old, tmp_path / "new" / "new.db"):
        engine = open_engine(f"sqlite:///{file}")
        create_tables(engine)
        assert {path.stat().st_mode & 0o777 for path in file.parent.glob(f"{file.name}*")} == {0o600}
        engine.dispose()


def test_what_was_typed_last_opens_a_conversation_until_something_of_it_was_answered(
    ledger: Ledger, backlog: Backlog
) -> None:
    assert backlog.last_typed("c") == LastTyped()
    ledger.accept("c", "e1", now=NOW, text="my curtains")
    assert backlog.last_typed("c") == LastTyped("my curtains", opens=True)
    ledger.accept("c", "e2", now=NOW, text="and the rings")
    assert backlog.last_typed("c") == LastTyped("and the rings", in_a_burst=True, opens=True)
    ledger.append("c", Author.BOT, "hello", now=NOW)
    assert not backlog.last_typed("c").opens
