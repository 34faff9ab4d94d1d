"""Agents' search, on a real database."""

from __future__ import annotations

import pytest

from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.tickets import TicketStatus, TranscriptLine
from tests.integration.store.desk_cases import ANA, NOW, Shop

ONE, TWO = "KT-7QF3MX", "KT-CCCCCC"


@pytest.fixture(autouse=True)
def _two_cases(shop: Shop) -> None:
    shop.case(ONE, summary=("Problem: not received", "Checked: Nachbarn gefragt, Grüße"))
    shop.case(
        TWO, conversation_id="c-2", order_number="9900", tracking_number="RR123456785CN", email="Ben.B@example.org"
    )


def found(shop: Shop, text: str) -> list[str]:
    return [line.ticket.reference for line in shop.desk.search(text, ANA).lines]


@pytest.mark.parametrize(
    "text",
    [
        "7401",
        "#7401",
        " # 7401 ",
        "LP00123456789012",
        "lp 0012 3456 7890 12",
        "lp-00123456789012",
        "shopper@example.com",
        " Shopper@Example.COM ",
        ONE,
        "kt-7qf3mx",
        "7QF3MX",
        "kt 7qf3mx",
    ],
)
def test_a_case_is_found_by_what_it_is_called(shop: Shop, text: str) -> None:
    assert found(shop, text) == [ONE]


def test_an_address_is_found_however_it_was_written(shop: Shop) -> None:
    assert found(shop, "ben.b@EXAMPLE.org") == [TWO]


@pytest.mark.parametrize("text", ["345678901", "shopper@", "740"])
def test_a_part_of_a_number_or_an_address_will_do(shop: Shop, text: str) -> None:
    assert found(shop, text) == [ONE]


@pytest.mark.parametrize("text", ["nachbarn", "GEFRAGT received", "grüße", "GRÜßE", "Grü"])
def test_words_of_the_summary_find_a_case(shop: Shop, text: str) -> None:
    assert found(shop, text) == [ONE]


def test_words_of_the_chat_find_a_case_whoever_said_them(shop: Shop) -> None:
    shop.says("Der Käufer ist schön verärgert", "c-2")
    shop.ledger.append("c-2", Author.BOT, "Held by customs", now=NOW)
    assert found(shop, "SCHÖN customs") == [TWO]


def test_words_of_a_note_find_a_case(shop: Shop) -> None:
    shop.desk.note(TWO, ANA, "Called the depot in Leeds")
    assert found(shop, "leeds") == [TWO]


def test_without_a_chat_words_of_the_transcript_find_a_case(shop: Shop) -> None:
    line = TranscriptLine("shopper", NOW, "Das Päckchen fehlt")
    shop.case("KT-EEEEEE", chat=False, conversation_id="terminal", issue="lost", transcript=(line,))
    assert found(shop, "päckchen") == ["KT-EEEEEE"]


def test_all_words_must_be_there_wherever_they_are(shop: Shop) -> None:
    shop.says("It is blue", "c")
    assert found(shop, "blue received") == [ONE]
    assert found(shop, "blue nowhere") == []


@pytest.mark.parametrize("text", ["%", "_", "!", "re%ived", "receive_", '"', "\\", "'; DROP TABLE tickets; --"])
def test_marks_of_the_database_are_plain_characters(shop: Shop, text: str) -> None:
    assert found(shop, text) == []


@pytest.mark.parametrize("text", ["100%", "a_b", "wow!", 'say "hi"', "c:\\x"])
def test_marks_that_were_said_are_found(shop: Shop, text: str) -> None:
    shop.says(f"It said {text} there", "c-2")
    assert found(shop, text.split()[-1]) == [TWO]


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_a_blank_search_finds_nothing(shop: Shop, text: str) -> None:
    assert found(shop, text) == []


@pytest.mark.parametrize("text", ["choices", "attachment", "payload", "null", "handover"])
def test_how_a_line_is_kept_is_not_what_was_said(shop: Shop, text: str) -> None:
    shop.desk.claim(ONE, ANA)
    assert found(shop, text) == []


def test_what_is_named_hides_what_only_mentions_it(shop: Shop) -> None:
    shop.says("My other order is 7401", "c-2")
    assert found(shop, "7401") == [ONE]


def test_a_number_that_was_only_said_is_found_too(shop: Shop) -> None:
    shop.says("My other order is 5555", "c-2")
    assert found(shop, "5555") == [TWO]


def test_the_newest_comes_first_and_solved_ones_are_found(shop: Shop) -> None:
    shop.desk.set_status(ONE, ANA, TicketStatus.SOLVED)
    shop.later(days=1)
    shop.case("KT-EEEEEE")
    assert found(shop, "7401") == ["KT-EEEEEE", ONE]
