"""A message answers our question and asks besides: what it asks is answered, and we go on with its answer."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.actions.talk import Chat, entity, kept, of_the_shop, real_knowledge

KNOWLEDGE = real_knowledge()
MAIL = "ines@example.org"


def asked_for_an_email() -> Chat:
    chat = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    chat.asks_where()
    chat.says("a person please", "talk_to_human")
    return chat


def drafted() -> Chat:
    chat = asked_for_an_email()
    chat.says(MAIL, "provide_details", entity("email", MAIL))
    return chat


def sentence(text: str, intent: str, second: str = "", belief: float = 0.0) -> dict[str, object]:
    found = [{"name": second, "confidence": belief}] if second else []
    return {"text": text, "intent": intent, "confidence": 0.7, "follow_ups": found}


def test_what_is_asked_beside_the_yes_is_answered_and_the_case_sent() -> None:
    told = (
        drafted()
        .says(
            "off you go. otherwise my bank reverses it",
            "affirm",
            said={"says": ["agrees_last"]},
            sentences=[
                sentence("off you go.", "affirm"),
                sentence("otherwise my bank reverses it", "complaint", "review_threat", 0.75),
            ],
        )
        .text
    )
    assert "That's your right" in told
    assert "Our team has your case now" in told


def test_a_question_without_a_mark_beside_the_email_is_answered_and_is_none_of_the_case() -> None:
    chat = asked_for_an_email()
    asked = "what does that person do then"
    told = chat.says(
        f"{MAIL}, {asked}",
        "out_of_scope",
        entity("email", MAIL),
        sentences=[sentence(asked, "why", "what_person_does", 0.9)],
    ).text
    assert "write to the carrier as the sender" in told
    assert "Shall I send it?" in told
    assert asked not in told


def test_a_question_that_nobody_can_answer_from_here_stands_in_the_case_once() -> None:
    asked = "may my aunt paint the crate green?"
    told = asked_for_an_email().says(f"{MAIL}, {asked}", "out_of_scope", entity("email", MAIL)).text
    assert told.count("paint the crate") == 1
    assert f"{MAIL}, {asked}" not in told


def test_what_is_hardly_believed_is_no_answer_to_anybody() -> None:
    told = (
        drafted()
        .says(
            "yes, send it. the heron is back",
            "affirm",
            sentences=[
                sentence("yes, send it.", "affirm"),
                sentence("the heron is back", "other", "what_person_does", 0.55),
            ],
        )
        .text
    )
    assert "as the sender" not in told
    assert "Our team has your case now" in told


def test_whoever_thanks_and_then_leaves_is_asked_once_whether_to_send() -> None:
    chat = drafted()
    assert "send" in chat.says("many thanks", "thanks").text
    assert "send" not in chat.says("see you", "goodbye").text.casefold()
    assert "send" not in chat.says("bye bye", "goodbye").text.casefold()


def test_a_long_line_that_asks_nothing_is_not_said_back() -> None:
    line = "the ferry to our island runs only on two mornings of the week in winter"
    told = drafted().says(line, "out_of_scope").text
    assert line not in told
    assert "goes along" in told
