"""What is said to a message that has no answer of its own: a table of where it stands, by what the message does."""

from __future__ import annotations

import pytest

from parcelbot.core.dialogue.answers.anchored import CaseState, Ground, Kind, Stands, anchor

READ, GLAD, SORRY = "utter_read_it", "utter_read_gladly", "utter_hears_reproach"
KEPT = "utter_kept_still"
UNKNOWN, NOT_MINE = "utter_unknown_in_scans", "utter_not_in_my_hands"
DAY, PLACE = "utter_stands_dated", "utter_stands"
CARRIER, PERSON = "utter_carrier_can_say", "utter_person_can_say"
OK, TIME, SHOP, BUYER = (
    "utter_acknowledged",
    "utter_take_your_time",
    "utter_out_of_scope",
    "utter_unknown_before_buying",
)
ON_CASE, ASKED_ON_CASE = "utter_goods_taken_in", "utter_goods_for_a_person"

#: What a message does, where it stands, and what is said first of every clause.
TABLE = (
    (Kind.TELLS, Stands.DATED, (READ,)),
    (Kind.TELLS, Stands.MOVES, (READ,)),
    (Kind.TELLS, Stands.STILL, (KEPT,)),
    (Kind.NODS, Stands.NOTHING_YET, ("utter_anything_else",)),
    (Kind.COMPLAINS, Stands.NOTHING_YET, ("utter_complaint",)),
    (Kind.ASKS, Stands.NOTHING_YET, (SHOP,)),
    (Kind.TELLS, Stands.NO_PARCEL, (READ,)),
    (Kind.TELLS, Stands.BEFORE_BUYING, (READ,)),
    (Kind.COMPLAINS, Stands.DATED, (SORRY, DAY)),
    (Kind.COMPLAINS, Stands.MOVES, (SORRY, PLACE)),
    (Kind.COMPLAINS, Stands.STILL, (SORRY,)),
    (Kind.IS_GLAD, Stands.DATED, (GLAD,)),
    (Kind.IS_GLAD, Stands.STILL, (GLAD,)),
    (Kind.NODS, Stands.DATED, (OK,)),
    (Kind.NODS, Stands.NO_PARCEL, (OK,)),
    (Kind.HOLDS_ON, Stands.DATED, (TIME,)),
    (Kind.ASKS, Stands.DATED, (UNKNOWN, DAY)),
    (Kind.ASKS, Stands.MOVES, (UNKNOWN, PERSON)),
    (Kind.ASKS, Stands.STILL, (UNKNOWN, PERSON)),
    (Kind.ASKS, Stands.NO_PARCEL, (SHOP,)),
    (Kind.ASKS, Stands.BEFORE_BUYING, (BUYER,)),
    (Kind.WISHES, Stands.DATED, (NOT_MINE, DAY)),
    (Kind.WISHES, Stands.NO_PARCEL, (SHOP,)),
)


def said(kind: Kind, ground: Ground) -> tuple[str, ...]:
    return tuple(clause[0] for clause in anchor(kind, ground).clauses if clause)


@pytest.mark.parametrize(("kind", "stands", "expected"), TABLE)
def test_without_a_case_it_is_read_and_set_beside_what_stands(
    kind: Kind, stands: Stands, expected: tuple[str, ...]
) -> None:
    assert said(kind, Ground(stands)) == expected


def test_a_person_is_asked_for_once_and_only_named_after_that() -> None:
    assert said(Kind.TELLS, Ground(Stands.STILL, offered=True)) == ("utter_kept_again",)
    assert not any(anchor(Kind.ASKS, Ground(stands, unknown=3, offered=True)).offers for stands in Stands)


def test_a_further_question_is_kept_for_a_person_who_was_named_before() -> None:
    *_, of_a_person = anchor(Kind.ASKS, Ground(Stands.STILL, unknown=3, offered=True)).clauses
    assert of_a_person == (PERSON, "utter_question_stays")


@pytest.mark.parametrize("stands", [Stands.DATED, Stands.MOVES])
def test_a_fact_of_money_or_goods_is_for_a_person_though_the_parcel_moves(stands: Stands) -> None:
    assert said(Kind.TELLS, Ground(stands, of_the_way=False)) == (KEPT,)
    assert said(Kind.TELLS, Ground(stands, of_the_way=False, offered=True)) == ("utter_kept_again",)


@pytest.mark.parametrize("ground", [Ground(Stands.STILL, declined=True), Ground(Stands.STILL, unsettled=False)])
def test_nobody_is_held_out_who_was_declined_or_has_nothing_to_do(ground: Ground) -> None:
    assert said(Kind.TELLS, ground) == (READ,)


@pytest.mark.parametrize("stands", [Stands.DATED, Stands.MOVES, Stands.STILL])
@pytest.mark.parametrize("kind", [Kind.ASKS, Kind.WISHES])
def test_the_carrier_that_has_it_is_named_before_a_person(kind: Kind, stands: Stands) -> None:
    assert said(kind, Ground(stands, carrier=True))[1] == CARRIER


@pytest.mark.parametrize("stands", [Stands.DATED, Stands.MOVES, Stands.STILL])
def test_of_an_order_money_and_goods_no_scans_are_spoken_of(stands: Stands) -> None:
    assert said(Kind.ASKS, Ground(stands, of_the_way=False)) == ("utter_unknown_here", PERSON)


@pytest.mark.parametrize("case", [CaseState.DRAFTED, CaseState.SENT])
@pytest.mark.parametrize("stands", Stands)
def test_a_case_takes_in_what_is_told_and_what_is_asked(case: CaseState, stands: Stands) -> None:
    assert said(Kind.TELLS, Ground(stands, case)) == (ON_CASE,)
    assert said(Kind.ASKS, Ground(stands, case)) == (ASKED_ON_CASE,)
    assert said(Kind.NODS, Ground(stands, case)) == (OK,)
    assert not any(anchor(kind, Ground(stands, case, unknown=3)).offers for kind in Kind)


@pytest.mark.parametrize(("unknown", "offers"), [(1, False), (2, True), (3, True)])
def test_a_person_is_offered_with_the_second_question_in_a_row(unknown: int, offers: bool) -> None:
    for stands in (Stands.DATED, Stands.MOVES, Stands.STILL, Stands.NO_PARCEL):
        assert anchor(Kind.ASKS, Ground(stands, unknown=unknown)).offers is offers


@pytest.mark.parametrize("kind", [Kind.TELLS, Kind.IS_GLAD, Kind.NODS, Kind.HOLDS_ON])
def test_nobody_is_offered_to_whoever_asks_nothing(kind: Kind) -> None:
    assert not any(anchor(kind, Ground(stands, unknown=5)).offers for stands in Stands)


def test_whoever_is_upset_is_offered_a_person() -> None:
    assert anchor(Kind.COMPLAINS, Ground(Stands.DATED)).offers


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("stands", Stands)
def test_a_person_who_was_declined_is_not_named_again(kind: Kind, stands: Stands) -> None:
    clauses = anchor(kind, Ground(stands, carrier=True, declined=True)).clauses
    assert PERSON not in {name for clause in clauses for name in clause}


@pytest.mark.parametrize("stands", [Stands.NO_PARCEL, Stands.BEFORE_BUYING, Stands.STILL])
@pytest.mark.parametrize("kind", Kind)
def test_no_day_is_named_where_nothing_is_waited_for(kind: Kind, stands: Stands) -> None:
    assert DAY not in {name for clause in anchor(kind, Ground(stands)).clauses for name in clause}


@pytest.mark.parametrize("stands", [Stands.NOTHING_YET, Stands.NO_PARCEL, Stands.BEFORE_BUYING])
@pytest.mark.parametrize("kind", Kind)
def test_without_a_parcel_nothing_is_said_of_scans(kind: Kind, stands: Stands) -> None:
    assert {UNKNOWN, DAY, PLACE, CARRIER}.isdisjoint(said(kind, Ground(stands, carrier=True)))
