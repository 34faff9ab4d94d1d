"""Examples of told facts and of suppositions, and what was learnt of a message as it is heard."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.tellings import Telling, beside_phrases, checks_in, fact_label, read_tellings, says_in


def test_a_text_has_the_fact_that_it_stands_under() -> None:
    assert read_tellings({"told": {"moved": ["I live in Leeds now"]}}) == (
        Telling("I live in Leeds now", frozenset({"told_moved"})),
    )


def test_a_text_that_stands_in_two_places_has_both() -> None:
    [telling] = read_tellings({"told": {"moved": ["gone"], "away": ["gone"]}, "not_told": {"died": ["gone"]}})
    assert telling.labels == {"told_moved", "told_away"}


def test_what_only_resembles_a_fact_has_no_label() -> None:
    tellings = read_tellings({"not_told": {"moved": ["has it moved?"]}, "not_supposed": ["if you like"]})
    assert [telling.labels for telling in tellings] == [frozenset(), frozenset()]


def test_a_supposition_has_its_event_and_what_is_asked() -> None:
    [telling] = read_tellings({"supposed": {"back": {"money": ["if it goes back, do I lose my money?"]}}})
    assert telling.labels == {"supposes_back", "supposes_asking_money"}


@pytest.mark.parametrize(
    "data",
    [
        {"told": {"no_such_fact": ["x"]}},
        {"not_told": {"no_such_fact": ["x"]}},
        {"supposed": {"eaten": {"money": ["x"]}}},
        {"supposed": {"back": {"weather": ["x"]}}},
    ],
)
def test_a_name_that_there_is_not_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"no_such_fact|eaten|weather"):
        read_tellings(data)


def test_checks_are_facts_too() -> None:
    assert checks_in([fact_label("people_asked"), fact_label("moved")]) == ("people_asked",)


def test_every_fact_is_said_and_of_suppositions_the_surest() -> None:
    margins = {
        "told_moved": 0.1,
        "told_away": 0.4,
        "supposes_back": 0.2,
        "supposes_lost": 0.3,
        "supposes_asking_money": 0.1,
        "supposes_asking_again": 0.2,
    }
    assert says_in(margins) == ("told_moved", "told_away", "supposes_lost", "supposes_asking_again")


def test_nothing_is_asked_of_an_event_that_is_not_supposed() -> None:
    assert says_in({"supposes_asking_money": 0.5}) == ()


def test_what_was_learnt_of_a_supposition_takes_the_place_of_its_phrases() -> None:
    phrases = ("asks", "supposes_late", "supposes_asking_happens")
    assert beside_phrases(phrases, ("supposes_lost",)) == ("asks", "supposes_lost")
    assert beside_phrases(phrases, ("told_moved",)) == (*phrases, "told_moved")


def test_what_is_asked_of_it_the_phrases_tell_more_surely() -> None:
    learnt = ("supposes_lost", "supposes_asking_again")
    assert beside_phrases(("supposes_late", "supposes_asking_cost"), learnt) == (
        "supposes_asking_cost",
        "supposes_lost",
    )
    assert beside_phrases(("supposes_late", "supposes_asking_happens"), learnt) == learnt
