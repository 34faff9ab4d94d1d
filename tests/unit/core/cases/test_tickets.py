"""References, and when two cases are the same."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcelbot.core.cases.tickets import REFERENCE_ALPHABET, TicketDraft, TicketStatus, make_reference

DRAFT = TicketDraft("c-1", issue="late_delivery", order_number="7401", tracking_number="LP00123456789012")


@given(st.randoms(use_true_random=False))
def test_a_reference_is_kt_and_six_characters(chance: random.Random) -> None:
    assert re.fullmatch(rf"KT-[{REFERENCE_ALPHABET}]{{6}}", make_reference(chance.choice))


def test_each_character_is_chosen_on_its_own() -> None:
    characters = iter("7QF3MX")
    assert make_reference(lambda _: next(characters)) == "KT-7QF3MX"


def test_a_reference_has_no_characters_that_look_or_sound_alike() -> None:
    assert not set(REFERENCE_ALPHABET) & set("0O1IL2Z5S8B")
    assert REFERENCE_ALPHABET.upper() == REFERENCE_ALPHABET


def test_no_character_is_likelier_than_another() -> None:
    assert len(set(REFERENCE_ALPHABET)) == len(REFERENCE_ALPHABET)


@pytest.mark.parametrize("status", TicketStatus)
def test_a_ticket_is_active_until_it_is_solved(status: TicketStatus) -> None:
    assert status.active is (status.value not in ("solved", "closed"))


def test_other_details_of_a_case_leave_it_the_same_case() -> None:
    assert replace(DRAFT, email="anna@example.com", summary=("Problem: late",)).key == DRAFT.key


@pytest.mark.parametrize(
    "change", [{"conversation_id": "c-2"}, {"issue": "customs_delay"}, {"tracking_number": "RR123456785CN"}]
)
def test_another_conversation_issue_or_parcel_is_another_case(change: dict[str, str]) -> None:
    assert replace(DRAFT, **change).key != DRAFT.key


def test_without_a_parcel_the_order_tells_cases_apart() -> None:
    unsent = replace(DRAFT, tracking_number="")
    assert unsent.key != replace(unsent, order_number="7402").key
