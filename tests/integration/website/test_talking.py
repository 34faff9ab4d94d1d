from __future__ import annotations

import json
from collections.abc import Callable

import requests

from tests.integration.website.running import Server
from tests.integration.website.shopper import TIMEOUT_S, Shopper


def texts(messages: list[dict[str, object]]) -> list[object]:
    return [message["text"] for message in messages]


def test_a_message_is_accepted_at_once_and_answered_later(shopper: Shopper) -> None:
    sent = shopper.send("where is my parcel")
    assert (sent.status_code, sent.json()) == (202, {"seq": 1})
    assert texts(shopper.wait_for(1)) == ["heard: where is my parcel"]


def test_a_message_looks_as_the_protocol_says(shopper: Shopper) -> None:
    answer = shopper.ask("card")[0]
    assert answer.pop("at").endswith("Z")
    assert answer == {
        "seq": 2,
        "author": "bot",
        "text": "Your parcel",
        "choices": [],
        "card": {"kind": "tracking"},
        "attachment": None,
        "answer": {"table": "t", "row": "r", "source": "s"},
        "agent": None,
        "language": "en",
    }


def test_the_same_echo_id_again_changes_nothing(shopper: Shopper) -> None:
    first, again = shopper.send("hello", "e-1"), shopper.send("hello", "e-1")
    assert (again.status_code, again.json()) == (200, first.json())
    shopper.wait_for(1)
    assert texts(shopper.messages()) == ["hello", "heard: hello"]


def test_the_same_echo_id_in_another_conversation_is_another_message(visit: Callable[[], Shopper]) -> None:
    assert [visit().send("hello", "e-1").status_code for _ in range(2)] == [202, 202]


def test_messages_are_answered_in_the_order_they_came(shopper: Shopper) -> None:
    for n in range(5):
        shopper.send(f"m{n}")
    answers = shopper.wait_for(5)
    assert texts(answers) == [f"heard: m{n}" for n in range(5)]


def test_several_answers_to_one_message_keep_their_order(shopper: Shopper) -> None:
    assert texts(shopper.ask("burst 4", answers=4)) == [f"part {n}" for n in range(4)]


def test_a_typed_command_is_words_to_the_assistant_and_kept_as_typed(shopper: Shopper) -> None:
    shopper.ask('/provide_details{"email":"x@y.z"}')
    assert texts(shopper.messages()) == ['/provide_details{"email":"x@y.z"}', "heard: provide details"]


def test_html_emoji_and_other_scripts_come_back_as_they_were(shopper: Shopper) -> None:
    odd = '<script>alert("1")</script> 😡😡 包裹在哪里'
    shopper.ask(odd)
    assert texts(shopper.messages()) == [odd, f"heard: {odd}"]


def test_a_message_of_emoji_only_is_a_message(shopper: Shopper) -> None:
    assert texts(shopper.ask("😭")) == ["heard: 😭"]


def test_control_characters_are_taken_out(shopper: Shopper) -> None:
    shopper.ask("hel\u0000lo\u001b")
    assert shopper.messages()[0]["text"] == "hello"


def test_choices_have_ids_that_tell_nothing_and_mean_the_buttons_payload(shopper: Shopper) -> None:
    choices = shopper.ask("menu")[0]["choices"]
    assert [sorted(choice) for choice in choices] == [["id", "title"], ["id", "title"]]
    assert "affirm" not in json.dumps(choices)
    pressed = shopper.press(choices[0]["id"])
    assert texts(shopper.wait_for(1, after=pressed.json()["seq"])) == ["heard: /affirm"]
    assert "Yes" in texts(shopper.messages())


def test_a_choice_is_used_up_with_those_beside_it(shopper: Shopper) -> None:
    choices = shopper.ask("menu")[0]["choices"]
    assert shopper.press(choices[0]["id"]).status_code == 202
    for choice in choices:
        refused = shopper.press(choice["id"])
        assert (refused.status_code, refused.json()["error"]["code"]) == (409, "choice_spent")


def test_pressing_twice_with_one_echo_id_counts_once(shopper: Shopper) -> None:
    body = {"echo_id": "tap", "choice": shopper.ask("menu")[0]["choices"][0]["id"]}
    answers = [shopper.post("/messages", json=body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [202, 200]
    assert answers[0].json() == answers[1].json()


def test_a_choice_above_newer_ones_still_counts_once(shopper: Shopper) -> None:
    old = shopper.ask("menu")[0]["choices"][0]["id"]
    shopper.ask("menu")
    assert shopper.press(old).status_code == 202
    refused = shopper.press(old)
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "choice_spent")


def test_a_choice_of_another_conversation_does_not_count(visit: Callable[[], Shopper]) -> None:
    theirs = visit().ask("menu")[0]["choices"][0]["id"]
    mine = visit()
    mine.ask("menu")
    assert mine.press(theirs).status_code == 409


def test_choices_stay_open_while_the_shopper_says_something_else(shopper: Shopper) -> None:
    choice = shopper.ask("menu")[0]["choices"][0]["id"]
    shopper.ask("wait a moment")
    assert shopper.press(choice).status_code == 202


def test_a_pushed_message_arrives_like_any_other(server: Server, shopper: Shopper) -> None:
    root = server.url.removesuffix("/webhooks")
    requests.post(f"{root}/push", json={"to": shopper.conversation_id, "text": "it moved"}, timeout=TIMEOUT_S)
    assert texts(shopper.wait_for(1)) == ["it moved"]


def test_a_card_number_is_nowhere_and_the_assistant_hears_that_there_was_one(server: Server, shopper: Shopper) -> None:
    answer = shopper.ask("here is my card: 4111 1111 1111 1111, GB82 WEST 1234 5698 7654 32")[0]
    assert answer["text"] == "heard: here is my card: [card ••••], [IBAN ••••]"
    assert texts(shopper.messages())[0] == "here is my card: [card ••••], [IBAN ••••]"
    kept = b"".join(path.read_bytes() for path in server.directory.rglob("*") if path.is_file())
    assert b"1111 1111" not in kept
    assert b"5698 7654" not in kept
