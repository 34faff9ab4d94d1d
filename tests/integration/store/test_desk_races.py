"""Several agents, a worker and a shopper at one case at the same moment, in threads and in processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.synchronize import Barrier
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from parcelbot.core.cases.conversation import Author, ConversationState
from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.handover.agents import Agent
from parcelbot.core.handover.views import AlreadyClaimed, IllegalStatus
from parcelbot.store.schema.engine import open_engine
from parcelbot.usecases.desk import Desk
from tests.integration.store.desk_cases import ANA, BEN, DRAFT, NOW, Shop, build_desk, opened

ONE, TWO = "KT-AAAAAA", "KT-CCCCCC"
TEAM = tuple(Agent(f"agent{n}@kossr.example", f"Agent {n}") for n in range(8))
FORK = multiprocessing.get_context("fork")


def at_once(*tasks: Callable[[], Any]) -> list[Any]:
    """Run all from the same moment on; gives what each returned or raised."""
    together = threading.Barrier(len(tasks))

    def run(task: Callable[[], Any]) -> Any:
        together.wait()
        try:
            return task()
        except (AlreadyClaimed, IllegalStatus) as error:
            return error

    with ThreadPoolExecutor(len(tasks)) as threads:
        return list(threads.map(run, tasks))


def claims(desk: Desk, agents: Sequence[Agent], reference: str = ONE) -> list[Callable[[], Any]]:
    return [lambda agent=agent: desk.claim(reference, agent) for agent in agents]


@pytest.mark.parametrize("chat", [True, False])
def test_of_agents_who_claim_at_once_one_wins_and_the_others_learn_who(shop: Shop, chat: bool) -> None:
    shop.case(ONE, chat=chat)
    results = at_once(*claims(shop.desk, TEAM))
    (won,) = [result for result in results if not isinstance(result, AlreadyClaimed)]
    assert {result.by for result in results if isinstance(result, AlreadyClaimed)} == {won.assignee}
    assert shop.tickets.find(ONE).assignee == won.assignee


def test_the_shopper_hears_of_the_winner_only(shop: Shop) -> None:
    shop.case(ONE)
    results = at_once(*claims(shop.desk, TEAM))
    (won,) = [result for result in results if not isinstance(result, AlreadyClaimed)]
    winner = next(agent for agent in TEAM if agent.email == won.assignee)
    assert shop.heard()[1:] == [f"{winner.name} joins"]
    assert shop.ledger.conversation("c").agent == winner.name


def test_two_cases_of_one_chat_claimed_at_once_have_one_owner(shop: Shop) -> None:
    shop.case(ONE)
    shop.case(TWO, issue="damaged")
    at_once(*claims(shop.desk, [ANA], ONE), *claims(shop.desk, [BEN], TWO))
    assert len({ticket.assignee for ticket in shop.tickets.all()}) == 1


def test_one_reply_sent_many_times_at_once_is_said_once(shop: Shop) -> None:
    shop.case(ONE)
    desk = shop.desk
    said = at_once(*[lambda: desk.reply(ONE, ANA, "Hello", "e-1")] * 8)
    assert len({message.seq for message in said}) == 1
    assert shop.heard().count("Hello") == 1


def test_agents_who_answer_at_once_do_not_talk_over_each_other(shop: Shop) -> None:
    shop.case(ONE)
    desk = shop.desk
    at_once(*[lambda a=a: desk.reply(ONE, a, f"I am {a.name}", a.email) for a in TEAM])
    spoken = [message for message in shop.ledger.after("c", 0) if message.author is Author.AGENT]
    assert len(spoken) == 1


def test_solving_and_giving_back_at_once_tell_one_story(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.claim(ONE, ANA)
    desk = shop.desk
    at_once(*[lambda: desk.set_status(ONE, ANA, TicketStatus.SOLVED)] * 3, *[lambda: desk.release(ONE, ANA)] * 3)
    closings = [text for text in shop.heard() if text.startswith("Ana closes")]
    assert (len(closings), shop.tickets.find(ONE).status) == (1, TicketStatus.SOLVED)
    assert shop.ledger.conversation("c").state is ConversationState.SOLVED


def test_workers_who_find_the_same_silence_release_once(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.claim(ONE, ANA)
    desk = shop.desk
    assert sum(at_once(*[lambda: desk.release_silent(ONE)] * 4)) == 1
    assert len(shop.heard()) == 3


def test_workers_who_find_the_same_broken_promise_tell_it_once(shop: Shop) -> None:
    shop.case(ONE)
    shop.later(hours=5)
    desk = shop.desk
    assert sum(at_once(*[lambda: desk.tell_overdue(ONE)] * 4)) == 1
    assert len(shop.heard()) == 2


def test_an_answer_that_comes_just_before_the_watch_keeps_the_case(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.claim(ONE, ANA)
    desk = shop.desk
    at_once(lambda: desk.reply(ONE, ANA, "Hello", "e-1"), lambda: desk.release_silent(ONE))
    texts = shop.heard()
    kept = shop.tickets.find(ONE).assignee == ANA.email
    assert "Hello" in texts
    assert kept is (texts[-1] == "Hello")


def test_a_shopper_who_writes_while_agents_claim_is_heard_in_order(shop: Shop) -> None:
    shop.case(ONE)
    ledger = shop.ledger
    writing = [lambda n=n: ledger.accept("c", f"s-{n}", now=NOW, text=f"line {n}") for n in range(4)]
    at_once(*writing, *claims(shop.desk, TEAM[:4]))
    said = ledger.after("c", 0)
    assert [message.seq for message in said] == list(range(1, len(said) + 1))
    assert len(said) == 6


def test_a_case_that_is_added_to_while_it_is_claimed_keeps_both(shop: Shop) -> None:
    shop.case(ONE)
    tickets, draft = shop.tickets, shop.tickets.find(ONE).draft
    at_once(lambda: tickets.open(draft, opened(draft, TWO)), *claims(shop.desk, [ANA]))
    (kept,) = tickets.all()
    assert (kept.reference, kept.assignee) == (ONE, ANA.email)
    assert shop.ledger.conversation("c").state is ConversationState.HUMAN


def test_a_page_that_marks_read_in_two_tabs_at_once_reads_once(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.claim(ONE, ANA)
    desk = shop.desk
    at_once(*[lambda: desk.mark_read(ONE, ANA, 1)] * 6)
    assert desk.unread(ANA) == 0


# ---- processes ---------------------------------------------------------------------------------------


def claim_in_a_process(url: str, number: int, together: Barrier, results: Any) -> None:
    desk = build_desk(open_engine(url))
    together.wait()
    try:
        results.put(("won", desk.claim(ONE, TEAM[number]).assignee))
    except AlreadyClaimed as refused:
        results.put(("lost to", refused.by))


def test_of_two_processes_that_claim_at_once_one_wins(shop: Shop, url: str) -> None:
    shop.case(ONE)
    together, results = FORK.Barrier(2), FORK.Queue()
    shop.engine.dispose()  # forked processes must not inherit open connections
    claiming = [FORK.Process(target=claim_in_a_process, args=(url, n, together, results)) for n in range(2)]
    for process in claiming:
        process.start()
    told = dict(results.get(timeout=60) for _ in claiming)
    for process in claiming:
        process.join()
    assert set(told) == {"won", "lost to"}
    assert told["won"] == told["lost to"] == shop.tickets.find(ONE).assignee


def die_before_commit(engine: Engine) -> None:
    event.listen(engine, "commit", lambda _: os.kill(os.getpid(), signal.SIGKILL))


def killed_in_the_act(url: str, act: str) -> None:
    engine = open_engine(url)
    die_before_commit(engine)
    shop = Shop(engine)
    acts: dict[str, Callable[[], object]] = {
        "open": lambda: shop.tickets.open(DRAFT, opened(DRAFT, TWO)),
        "claim": lambda: shop.desk.claim(ONE, ANA),
        "reply": lambda: shop.desk.reply(ONE, ANA, "Hello", "e-1", then=TicketStatus.SOLVED),
        "release_silent": lambda: shop.desk.release_silent(ONE),
        "solve": lambda: shop.desk.set_status(ONE, ANA, TicketStatus.SOLVED),
    }
    acts[act]()


def everything(shop: Shop) -> tuple[Any, ...]:
    return (shop.tickets.all(), shop.heard(), shop.ledger.conversation("c"), shop.outbox())


@pytest.mark.parametrize("act", ["open", "claim", "reply", "release_silent", "solve"])
def test_a_process_killed_before_the_commit_has_done_nothing(shop: Shop, url: str, act: str) -> None:
    shop.case(ONE)
    if act == "release_silent":
        shop.desk.claim(ONE, ANA)
    before = everything(shop)
    shop.engine.dispose()  # a forked process must not inherit open connections
    victim = FORK.Process(target=killed_in_the_act, args=(url, act))
    victim.start()
    victim.join()
    assert victim.exitcode == -signal.SIGKILL
    assert everything(shop) == before
