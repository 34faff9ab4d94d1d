"""The agents' queue on a real database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from parcelbot.core.cases.conversation import ConversationState
from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.handover.views import PAGE_LINES, QueueFilter
from tests.integration.store.desk_cases import ANA, BEN, NOW, Shop

NEW, MINE, WAITING, OVERDUE, SOLVED, ALL = QueueFilter


def case(shop: Shop, number: int) -> str:
    reference = f"KT-{number:06d}"
    shop.case(reference, conversation_id=f"c-{number}", order_number=str(number), tracking_number="")
    return reference


def listed(shop: Shop, shown: QueueFilter) -> list[str]:
    return [line.ticket.reference for line in shop.desk.queue(shown, ANA).lines]


def test_each_filter_shows_what_it_says(shop: Shop) -> None:
    new, mine, bens, answered, solved = (case(shop, number) for number in range(1, 6))
    shop.desk.claim(mine, ANA)
    shop.desk.claim(bens, BEN)
    shop.desk.reply(answered, BEN, "Hello", "e-1")
    shop.desk.set_status(solved, ANA, TicketStatus.SOLVED)
    assert listed(shop, NEW) == [new]
    assert listed(shop, MINE) == [mine]
    assert listed(shop, WAITING) == [mine, bens]
    assert listed(shop, SOLVED) == [solved]
    assert listed(shop, ALL) == [new, mine, bens, answered, solved]
    assert listed(shop, OVERDUE) == []


def test_overdue_is_what_has_had_no_answer_by_the_promised_moment(shop: Shop) -> None:
    late, answered = case(shop, 1), case(shop, 2)
    shop.desk.reply(answered, ANA, "Hello", "e-1")
    shop.later(hours=5)
    assert listed(shop, OVERDUE) == [late]


def test_a_second_promise_can_be_overdue(shop: Shop) -> None:
    again = case(shop, 1)
    shop.desk.reply(again, ANA, "Hello", "e-1")
    shop.desk.release(again, ANA)
    shop.later(hours=7)
    assert listed(shop, OVERDUE) == [again]


def test_the_counts_are_those_of_the_filters(shop: Shop) -> None:
    for number in range(1, 5):
        case(shop, number)
    shop.desk.claim("KT-000001", ANA)
    shop.desk.reply("KT-000002", BEN, "Hello", "e-1")
    shop.desk.set_status("KT-000003", ANA, TicketStatus.SOLVED)
    shop.later(hours=5)
    assert shop.desk.counts(ANA) == {f: shop.desk.queue(f, ANA).total for f in QueueFilter}
    assert shop.desk.counts(ANA) == {NEW: 1, MINE: 1, WAITING: 1, OVERDUE: 2, SOLVED: 1, ALL: 4}


def test_an_empty_desk_counts_nothing(shop: Shop) -> None:
    assert set(shop.desk.counts(ANA).values()) == {0}
    assert shop.desk.queue(ALL, ANA).pages == 1


def test_overdue_comes_first_then_who_waits_then_the_rest_then_the_ended_newest_first(shop: Shop) -> None:
    for number in (1, 2):
        shop.desk.set_status(case(shop, number), ANA, TicketStatus.SOLVED)
        shop.later(minutes=1)
    late = case(shop, 3)
    shop.later(hours=5)
    answered = case(shop, 4)
    shop.desk.reply(answered, ANA, "Hello", "e-1")
    new = case(shop, 5)
    assert listed(shop, ALL) == [late, new, answered, "KT-000002", "KT-000001"]


def test_of_those_who_wait_the_earliest_comes_first(shop: Shop) -> None:
    talking = case(shop, 1)
    shop.desk.reply(talking, ANA, "Hello", "e-1")
    shop.later(minutes=30)
    shop.says("And now?", "c-1")
    fresh = case(shop, 2)
    assert listed(shop, ALL) == [talking, fresh]


def test_a_line_says_who_has_the_chat_who_waits_and_what_was_said(shop: Shop) -> None:
    reference = case(shop, 1)
    shop.desk.claim(reference, ANA)
    shop.later(minutes=5)
    shop.says("And now?", "c-1")
    (line,) = shop.desk.queue(MINE, ANA).lines
    assert (line.state, line.waiting_since, line.last_text, line.unread) == (
        ConversationState.HUMAN,
        NOW,
        "And now?",
        2,
    )


def test_the_bots_lines_do_not_hide_what_the_shopper_said(shop: Shop) -> None:
    case(shop, 1)
    shop.desk.claim("KT-000001", ANA)
    assert shop.desk.queue(ALL, ANA).lines[0].last_text == "It does not move."


def test_a_file_without_words_is_named(shop: Shop) -> None:
    case(shop, 1)
    shop.ledger.accept("c-1", "file", now=NOW, attachment={"name": "photo.png"})
    assert shop.desk.queue(ALL, ANA).lines[0].last_text == "photo.png"


def test_a_ticket_without_a_chat_waits_until_it_is_answered(shop: Shop) -> None:
    shop.case("KT-AAAAAA", chat=False, conversation_id="terminal")
    (line,) = shop.desk.queue(NEW, ANA).lines
    assert (line.state, line.waiting_since, line.unread, line.last_text) == (None, NOW, 0, "")
    shop.desk.reply("KT-AAAAAA", ANA, "Hello", "e-1")
    (line,) = shop.desk.queue(MINE, ANA).lines
    assert (line.waiting_since, line.last_text) == (None, "Hello")


def test_nobody_waits_over_a_solved_case(shop: Shop) -> None:
    case(shop, 1)
    shop.desk.set_status("KT-000001", ANA, TicketStatus.SOLVED)
    assert shop.desk.queue(SOLVED, ANA).lines[0].waiting_since is None


def test_pages_hold_so_many_lines_and_the_last_one_the_rest(shop: Shop) -> None:
    for number in range(PAGE_LINES + 3):
        case(shop, number)
    pages = [shop.desk.queue(NEW, ANA, page) for page in (1, 2)]
    assert [(len(page.lines), page.total, page.page, page.pages) for page in pages] == [
        (PAGE_LINES, PAGE_LINES + 3, 1, 2),
        (3, PAGE_LINES + 3, 2, 2),
    ]
    assert len({line.ticket.reference for page in pages for line in page.lines}) == PAGE_LINES + 3


@pytest.mark.parametrize(("asked", "given"), [(0, 1), (-1, 1), (9, 1)])
def test_a_page_there_is_not_is_the_nearest_there_is(shop: Shop, asked: int, given: int) -> None:
    case(shop, 1)
    page = shop.desk.queue(NEW, ANA, asked)
    assert (page.page, len(page.lines)) == (given, 1)


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    run: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        run.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield run
    event.remove(engine, "before_cursor_execute", note)


def test_a_full_page_takes_no_more_statements_than_one_line(shop: Shop) -> None:
    counted = []
    for number in range(PAGE_LINES):
        case(shop, number)
        if number in (0, PAGE_LINES - 1):
            with statements(shop.engine) as run:
                shop.desk.queue(NEW, ANA)
            counted.append(len(run))
    assert counted[0] == counted[1] <= 4


def test_the_queue_is_ordered_from_its_index(shop: Shop) -> None:
    if shop.engine.dialect.name != "sqlite":
        pytest.skip("how SQLite reads it")
    case(shop, 1)
    plans = []
    with statements(shop.engine) as run:
        shop.desk.queue(ALL, ANA)
        shop.desk.counts(ANA)
    with shop.engine.connect() as connection:
        for statement in (run[0], run[-1]):
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", _nothing(statement)).all()
            plans.append(" ".join(row[3] for row in plan))
    assert all("COVERING INDEX tickets_queue" in plan for plan in plans)


def _nothing(statement: str) -> tuple[None, ...]:
    return (None,) * statement.count("?")


def test_a_solved_case_is_waited_over_again_when_it_is_reopened(shop: Shop) -> None:
    reference = case(shop, 1)
    shop.desk.set_status(reference, ANA, TicketStatus.SOLVED)
    shop.now = NOW + timedelta(days=1)
    shop.desk.set_status(reference, ANA, TicketStatus.OPEN)
    assert listed(shop, WAITING) == [reference]
