"""Inside a talk: what nobody here can answer, what is only told, and how one leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Substatus
from tests.unit.actions.talk import LP, Chat, entity, kept, of_the_shop, real_knowledge
from tests.unit.core.builders import scan, shipment
from tests.unit.tracking.fakes import FakeProvider

KNOWLEDGE = real_knowledge()
MAIL = "mo@example.org"


def told_of() -> Chat:
    """A parcel on its way that was told of, with its day."""
    conversation = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    conversation.asks_where()
    return conversation


def drafted() -> Chat:
    conversation = told_of()
    conversation.says("a person please", "talk_to_human")
    conversation.says(MAIL, "provide_details", entity("email", MAIL))
    return conversation


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("our gate sticks a little when it has rained", ""),
        ("unser Hoftor klemmt, sobald es ein wenig regnet", "de"),
        ("notre portail coince un peu dès qu'il pleut", "fr"),
    ],
)
def test_what_is_told_is_read_and_neither_said_back_nor_followed_by_a_day_or_an_offer(text: str, language: str) -> None:
    conversation = told_of()
    first = conversation.says(text, "out_of_scope", language=language)
    second = conversation.says(f"{text} (2)", "out_of_scope", language=language)
    third = conversation.says(f"{text} (3)", "out_of_scope", language=language)
    assert len({first.text, second.text, third.text}) == 3
    said = first.text + second.text + third.text
    assert text not in said
    assert not any(figure.isdigit() for figure in said)
    assert not any(told.buttons for told in (first, second, third))


def test_a_question_names_who_can_know_once_and_then_a_person_is_offered() -> None:
    conversation = told_of()
    first = conversation.says("does their van have a heater inside?", "out_of_scope")
    second = conversation.says("and is the driver allowed to whistle?", "out_of_scope")
    assert "The scans don't say that" in first.text
    assert "can be asked" in first.text or "A person here can look into it" in first.text
    assert not first.buttons
    assert "The scans" not in second.text
    assert second.buttons


def test_a_person_who_was_named_is_fetched_by_a_yes_and_not_by_an_ok() -> None:
    conversation = told_of()
    conversation.says("does their van have a heater inside?", "out_of_scope")
    assert conversation.dialogue.case is None
    conversation.says("ok", "affirm")
    assert conversation.dialogue.case is None


@pytest.mark.parametrize("text", ["I was only asking what odds it has", "what's their depot got to do with it"])
def test_a_question_needs_no_mark(text: str) -> None:
    assert "The scans don't say that" in told_of().says(text, "out_of_scope").text


def test_an_ok_is_not_told_to_write_when_something_changes() -> None:
    assert "Write to me whenever" not in told_of().says("ok fair enough", "affirm").text


@pytest.mark.parametrize(
    ("text", "language"), [("hold on", ""), ("moment mal", "de"), ("подождите", "ru"), ("等一下", "zh")]
)
def test_who_asks_to_wait_a_moment_is_left_the_time(text: str, language: str) -> None:
    assert "Take your time" in told_of().says(text, "out_of_scope", language=language).text


def test_before_anything_is_known_no_scans_are_spoken_of() -> None:
    told = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE)).says("do you sell hammocks?", "out_of_scope")
    assert "scans" not in told.text
    assert "order number" in told.text


def test_who_only_tells_something_at_the_beginning_hears_what_to_write() -> None:
    conversation = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    assert "tracking number" in conversation.says("geese cross our lane", "out_of_scope").text
    assert conversation.says("order me a pizza", "out_of_scope").buttons


@pytest.mark.parametrize(
    ("text", "language"), [("venga, gracias", "es"), ("alles klar, danke", "de"), ("d'accord, merci", "fr")]
)
def test_thanks_send_no_case(text: str, language: str) -> None:
    conversation = drafted()
    said = {"answers": "affirm", "opens_with": "affirm"}
    conversation.says(text, "thanks", language=language, said=said)
    assert conversation.dialogue.case is not None
    assert not conversation.dialogue.ticket


def test_a_yes_beside_thanks_sends_it() -> None:
    conversation = drafted()
    said = {"answers": "affirm", "opens_with": "affirm"}
    conversation.says("sí, gracias", "thanks", language="es", said=said)
    assert conversation.dialogue.ticket


@pytest.mark.parametrize("text", ["well alright then", "oh fine"])
def test_an_ok_takes_up_no_older_offer(text: str) -> None:
    conversation = told_of()
    conversation.says("does their van have a heater inside?", "out_of_scope")
    conversation.says("and is the driver allowed to whistle?", "out_of_scope")
    conversation.says("our gate sticks a little when it has rained", "out_of_scope")
    conversation.says(text, "affirm")
    assert conversation.dialogue.case is None


@pytest.mark.parametrize("text", ["hold on", "righto pal"])
def test_what_brings_nothing_is_not_added_to_a_case_that_was_sent(text: str) -> None:
    conversation = drafted()
    conversation.sends_it()
    assert "Added" not in conversation.says(text, "out_of_scope").text


def test_that_there_is_no_number_is_no_line_of_a_case() -> None:
    conversation = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    conversation.says("I've no such number, where would it stand?", "no_details")
    assert conversation.dialogue.notes == ()


def test_what_is_added_is_the_line_just_written() -> None:
    conversation = drafted()
    line = "the bell by our door has been broken since spring"
    conversation.says(line, "out_of_scope")
    assert conversation.dialogue.notes == (line,)
    for text in ("ok set", "fine, yes and no", "AB-40117"):
        assert "bell" not in conversation.says(text, "provide_details").text


# ---- beside what has come and is not there -------------------------------------------------------------


def missed() -> Chat:
    """A parcel that is marked as delivered and missing, with nothing asked any more."""
    parcel = shipment(scan(Substatus.DELIVERED_OTHER, 2, "Leeds, GB"), number=LP)
    found = FakeProvider(Lookup(LookupOutcome.FOUND, parcel))
    conversation = Chat(replace(of_the_shop(tickets=kept(), tracking=found), knowledge=KNOWLEDGE))
    text = f"{LP} is marked as delivered and nothing is here"
    conversation.says(text, "delivered_not_received", entity("tracking_number", LP))
    conversation.says("yes", "affirm")
    conversation.says("not yet", "deny")
    return conversation


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("well, I won't tell the whole street of it", "", ()),
        ("ok but I don't want to queue in the rain for that", "", ()),
        ("ich stell mich dafür nicht in den Regen", "de", ("refuses",)),
    ],
)
def test_a_refusal_is_not_noted_as_a_fact_that_a_person_takes_up(text: str, language: str, said: Sequence[str]) -> None:
    told = missed().says(text, "out_of_scope", language=language, said={"says": list(said)} if said else None).text
    assert told
    assert "noted as you say it" not in told
    assert "so notiert" not in told


@pytest.mark.parametrize(
    "text", ["our hall light has been broken since June", "I don't want to be rude, our hall light is broken"]
)
def test_a_fact_of_what_is_missed_is_still_noted_for_a_person(text: str) -> None:
    assert "noted as you say it" in missed().says(text, "out_of_scope").text


UNKNOWN = ("The scans don't say that", "can't tell you that", "That I don't know", "Nothing that I can look up")


@pytest.mark.parametrize(
    "text",
    [
        "will the hamper make it in time for the regatta, on Saturday week?",
        "so where is it sleeping tonight",
        "could you have them drop it at the bakery next door?",
    ],
)
def test_a_question_that_none_of_ours_is_is_answered_by_its_word(text: str) -> None:
    told = told_of().says(text, "out_of_scope").text
    assert told
    assert not any(unknown in told for unknown in UNKNOWN)


def test_its_answer_is_not_given_a_third_time() -> None:
    conversation = told_of()
    answers = [conversation.says(f"where is it tonight, number {n}", "out_of_scope").text for n in (1, 2, 3)]
    assert len(set(answers)) == 3


@pytest.mark.parametrize("text", ["where did your grandfather learn to weave?", "why would the driver whistle?"])
def test_what_is_asked_in_a_case_keeps_its_matter(text: str) -> None:
    conversation = drafted()
    before = conversation.dialogue.matters
    conversation.says(text, "out_of_scope")
    assert conversation.dialogue.matters == before


def test_what_shall_be_arranged_goes_into_the_case() -> None:
    conversation = drafted()
    conversation.says("could they hold the parcel at the harbour office?", "out_of_scope")
    assert any("harbour office" in note for note in conversation.dialogue.notes)


def test_an_ok_is_taken_for_no_praise() -> None:
    conversation = told_of()
    assert "helped" not in conversation.says("mhm very well so", "affirm").text
