"""Who answers a conversation, whatever the clocks say."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timezone

import pytest
from sqlalchemy.engine import Engine

from parcelbot.core.cases.conversation import Author, Choice, Message, OwnershipMove, TurnClaim
from parcelbot.store.ledger.backlog import Backlog
from parcelbot.store.ledger.claims import SqlTurnClaims as Claims
from parcelbot.store.ledger.claims import is_gone, runner_name
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.ledger.turn_book import BegunTurn, TurnBook

NOW = datetime(2026, 11, 22, tzinfo=timezone.utc)
LEASE_S = 10.0


@dataclass
class Stopwatch:
    """Seconds that grow when told."""

    now_s: float = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def ledger(engine: Engine) -> Ledger:
    ledger = Ledger(engine)
    ledger.open("c", NOW)
    return ledger


@pytest.fixture
def stopwatch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def mine(engine: Engine, ledger: Ledger) -> Claims:
    return Claims(engine, LEASE_S)


@pytest.fixture
def theirs(engine: Engine, stopwatch: Stopwatch) -> Claims:
    """The claims as another process sees them."""
    return Claims(engine, LEASE_S, stopwatch)


def take(claims: Claims, runner: str = "elsewhere:1:a") -> TurnClaim:
    claim = claims.take("c", runner)
    assert claim is not None
    return claim


def test_one_process_at_a_time_has_a_conversation(mine: Claims, theirs: Claims) -> None:
    claim = take(mine)
    assert theirs.take("c", "other:2:b") is None
    mine.release(claim)
    assert take(theirs).fence == claim.fence + 1


def test_a_holder_that_shows_no_life_for_a_lease_loses_it(mine: Claims, theirs: Claims, stopwatch: Stopwatch) -> None:
    take(mine)
    assert theirs.take("c", "b") is None
    stopwatch.now_s = LEASE_S - 1
    assert theirs.take("c", "b") is None
    stopwatch.now_s = LEASE_S
    assert theirs.take("c", "b") is not None


def test_a_holder_that_lives_keeps_it_for_ever(mine: Claims, theirs: Claims, stopwatch: Stopwatch) -> None:
    claim = take(mine)
    for _ in range(5):
        stopwatch.now_s += LEASE_S - 1
        assert mine.keep(claim)
        assert theirs.take("c", "b") is None


def test_of_two_who_see_a_dead_holder_one_takes_over(
    engine: Engine, mine: Claims, theirs: Claims, stopwatch: Stopwatch
) -> None:
    take(mine)
    third = Claims(engine, LEASE_S, stopwatch)
    assert (theirs.take("c", "b"), third.take("c", "d")) == (None, None)
    stopwatch.now_s = LEASE_S
    assert theirs.take("c", "b") is not None
    assert third.take("c", "d") is None


def test_who_lost_the_conversation_can_neither_keep_nor_release_it(
    mine: Claims, theirs: Claims, stopwatch: Stopwatch
) -> None:
    old = take(mine)
    theirs.take("c", "b")
    stopwatch.now_s = LEASE_S
    new = take(theirs, "b")
    mine.release(old)
    assert not mine.keep(old)
    assert theirs.keep(new)


def test_a_process_of_this_machine_that_is_dead_is_not_waited_for(mine: Claims, theirs: Claims) -> None:
    child = "from parcelbot.store.ledger.claims import runner_name; print(runner_name())"
    dead = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, check=True).stdout.strip()
    take(mine, dead)
    assert theirs.take("c", "b") is not None


def test_a_claim_that_could_not_be_given_back_is_taken_again_by_its_own_process(mine: Claims) -> None:
    lost = take(mine, runner_name())
    assert take(mine, runner_name()).fence == lost.fence + 1


def test_an_earlier_life_under_the_same_number_is_dead_and_this_one_is_not() -> None:
    machine, number, _ = runner_name().split(":")
    assert number == str(os.getpid())
    assert is_gone(f"{machine}:{number}:an-earlier-life")
    assert not is_gone(runner_name())
    assert not is_gone(f"{machine}:1:somebody")
    assert not is_gone(f"another-machine:{number}:x")


def test_nobody_takes_a_conversation_that_is_gone(mine: Claims) -> None:
    assert mine.take("unknown", "a") is None


# ---- what a claim allows ----------------------------------------------------------------------------------


def reply(text: str) -> Message:
    return Message("c", 0, Author.BOT, NOW, text, in_reply_to=1)


def asked(ledger: Ledger) -> None:
    ledger.accept("c", "e-1", now=NOW, text="where is it?")


def test_all_of_a_turn_is_said_at_once_and_its_message_waits_no_longer(
    engine: Engine, ledger: Ledger, mine: Claims
) -> None:
    asked(ledger)
    assert ledger.answer(take(mine), 1, [reply("one"), reply("two")])
    assert [m.text for m in ledger.after("c", 1)] == ["one", "two"]
    assert [m.in_reply_to for m in ledger.after("c", 1)] == [1, 1]
    assert Backlog(engine).waiting("c") == []


def test_a_turn_is_said_once(ledger: Ledger, mine: Claims) -> None:
    asked(ledger)
    claim = take(mine)
    assert [ledger.answer(claim, 1, [reply("one")]) for _ in range(2)] == [True, False]
    assert len(ledger.after("c", 1)) == 1


def test_who_lost_the_claim_says_nothing(
    engine: Engine, ledger: Ledger, mine: Claims, theirs: Claims, stopwatch: Stopwatch
) -> None:
    asked(ledger)
    old = take(mine)
    theirs.take("c", "b")
    stopwatch.now_s = LEASE_S
    take(theirs, "b")
    assert not ledger.answer(old, 1, [reply("too late")])
    assert ledger.after("c", 1) == []
    assert Backlog(engine).waiting("c") == [1]


def test_a_claim_that_was_given_back_allows_nothing(ledger: Ledger, mine: Claims) -> None:
    asked(ledger)
    claim = take(mine)
    mine.release(claim)
    assert not ledger.answer(claim, 1, [reply("too late")])


def test_while_a_person_has_the_conversation_the_turn_ends_without_words(
    engine: Engine, ledger: Ledger, mine: Claims
) -> None:
    asked(ledger)
    claim = take(mine)
    ledger.change_owner("c", OwnershipMove.CLAIM, agent="Mia")
    assert ledger.answer(claim, 1, [reply("one")])
    assert ledger.after("c", 1) == []
    assert Backlog(engine).waiting("c") == []


def test_nobody_is_sorry_after_the_answer(ledger: Ledger, mine: Claims) -> None:
    asked(ledger)
    assert ledger.say_meanwhile(reply("sorry"), "~1.watchdog", 1)
    ledger.answer(take(mine), 1, [reply("here it is")])
    assert not ledger.say_meanwhile(reply("sorry again"), "~1.again", 1)
    assert [m.text for m in ledger.after("c", 1)] == ["sorry", "here it is"]


def test_an_attempt_that_failed_through_no_fault_of_the_message_does_not_count(engine: Engine, ledger: Ledger) -> None:
    asked(ledger)
    book = TurnBook(engine, Claims(engine, LEASE_S))
    attempts = []
    for _ in range(3):
        turn = book.begin("c", "elsewhere:1:a")
        assert isinstance(turn, BegunTurn)
        attempts.append(turn.waiting.attempt)
        book.put_back(turn)
    assert attempts == [1, 2, 2]


def test_what_was_typed_in_one_go_is_begun_and_answered_together(engine: Engine, ledger: Ledger) -> None:
    for echo_id in ("one", "two", "three"):
        ledger.accept("c", echo_id, now=NOW, text=echo_id)
    turn = TurnBook(engine, Claims(engine, LEASE_S)).begin("c", runner_name())
    assert isinstance(turn, BegunTurn)
    assert [turn.waiting.message.text, *(m.text for m in turn.waiting.followers)] == ["one", "two", "three"]
    assert ledger.answer(turn.claim, turn.waiting.followers[-1].seq, [reply("all three")])
    assert Backlog(engine).waiting("c") == []


def test_what_comes_in_while_the_turn_runs_still_waits(engine: Engine, ledger: Ledger) -> None:
    ledger.accept("c", "one", now=NOW, text="one")
    turn = TurnBook(engine, Claims(engine, LEASE_S)).begin("c", runner_name())
    assert isinstance(turn, BegunTurn)
    late = ledger.accept("c", "two", now=NOW, text="two").message
    assert ledger.answer(turn.claim, turn.waiting.message.seq, [reply("one")])
    assert Backlog(engine).waiting("c") == [late.seq]


def test_a_button_or_a_file_is_not_read_with_what_was_typed_before(engine: Engine, ledger: Ledger) -> None:
    ledger.append("c", Author.BOT, "?", now=NOW, choices=[Choice("x", "Yes", "/affirm")])
    ledger.accept("c", "one", now=NOW, text="one")
    ledger.accept("c", "two", now=NOW, choice_id="x")
    ledger.accept("c", "three", now=NOW, text="three")
    turn = TurnBook(engine, Claims(engine, LEASE_S)).begin("c", runner_name())
    assert isinstance(turn, BegunTurn)
    assert turn.waiting.followers == ()


def test_what_was_written_before_and_after_a_person_is_not_read_together(engine: Engine, ledger: Ledger) -> None:
    ledger.accept("c", "one", now=NOW, text="one")
    for move in (OwnershipMove.CLAIM, OwnershipMove.RELEASE):
        ledger.change_owner("c", move, agent="Mia")
    ledger.append("c", Author.AGENT, "Mia here", now=NOW)
    ledger.accept("c", "two", now=NOW, text="two")
    turn = TurnBook(engine, Claims(engine, LEASE_S)).begin("c", runner_name())
    assert isinstance(turn, BegunTurn)
    assert turn.waiting.followers == ()


def test_what_waits_anywhere_is_seen_with_who_has_it(engine: Engine, ledger: Ledger, mine: Claims) -> None:
    ledger.accept("c", "e-1", now=NOW, text="hello", network="203.0.113.9")
    take(mine, "somebody")
    (waiting,) = Backlog(engine).everywhere()
    assert (waiting.message.text, waiting.network, waiting.held.runner) == ("hello", "203.0.113.9", "somebody")
