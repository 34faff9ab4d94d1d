"""A fact is kept with the sentence that told it."""

from __future__ import annotations

from typing import Any

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.told_sentences import told_sentences, with_sentences
from parcelbot.core.reading.told.telling import Told


def kept(*messages: tuple[str, Told], **heard: Any) -> tuple[tuple[str, str], ...]:
    claims: dict[str, Any] = {}
    for text, fact in messages:
        claims = dict(with_sentences(claims, Heard("nlu_fallback", text, **heard), {fact}))
    return told_sentences(claims)


def test_the_sentence_that_tells_it_is_kept_and_not_its_neighbours() -> None:
    said = "Good evening from the farm. We all have PO boxes here, ours is 305. Is it far?"
    assert kept((said, Told.PO_BOX)) == (("po_box", "We all have PO boxes here, ours is 305."),)


def test_what_no_rule_finds_in_one_sentence_is_kept_as_the_message_states_it() -> None:
    said = "Ma nièce passe le prendre. Elle s'appelle Ivy. C'est possible ?"
    assert kept((said, Told.OTHER_COLLECTS), english=False) == (
        ("other_collects", "Ma nièce passe le prendre. Elle s'appelle Ivy."),
    )


def test_what_is_told_more_closely_stands_beside_it_and_a_correction_in_its_place() -> None:
    first, closer = ("my aunt picks it up", Told.OTHER_COLLECTS), ("she is called Maren Voss", Told.OTHER_COLLECTS)
    assert [sentence for _, sentence in kept(first, closer)] == [first[0], closer[0]]
    other = ("no wait, rather my neighbour picks it up", Told.OTHER_COLLECTS)
    assert [sentence for _, sentence in kept(first, other)] == [other[0]]


def test_a_command_before_it_is_no_part_of_it() -> None:
    assert kept(("please add that I'm away until the 14th", Told.AWAY)) == (("away", "I'm away until the 14th"),)


def test_a_button_tells_no_sentence_and_what_no_agent_needs_keeps_none() -> None:
    assert kept(("/affirm", Told.AWAY)) == ()
    assert kept(("I copied it", Told.COPIED)) == ()


def test_to_hand_it_over_tells_no_more_of_a_fact_than_was_told() -> None:
    claims = with_sentences({}, Heard("out_of_scope", "my papers say Ilves, the order Tamm"), {Told.OTHER_NAME})
    again = with_sentences(claims, Heard("affirm", "yes, send it along, with both names"), {Told.OTHER_NAME})
    assert told_sentences(again) == told_sentences(claims)
