"""What somebody asks while the case of a danger is open."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.danger.danger_asks import DangerAsk, read_danger_ask
from parcelbot.core.reading.danger.safety import Danger, read_danger


@pytest.mark.parametrize("text", ["its getting worse", "the rash is spreading", "her hand looks a lot worse now"])
def test_what_gets_worse_is_not_only_noted(text: str) -> None:
    assert read_danger_ask(text) is DangerAsk.WORSE


@pytest.mark.parametrize(
    "text", ["should i keep the cream or throw it out", "can i throw it away", "do you want me to send it back"]
)
def test_goods_are_kept_whatever_they_are(text: str) -> None:
    assert read_danger_ask(text) is DangerAsk.GOODS_BACK


@pytest.mark.parametrize(
    "text",
    ["he is four. shall I have him seen", "should we get her looked at today", "do I need to take my daughter in"],
)
def test_a_doctor_is_asked_for_without_the_word(text: str) -> None:
    assert read_danger_ask(text) is DangerAsk.DOCTOR


def test_what_we_do_is_asked_of_us() -> None:
    assert read_danger_ask("and what do you do about it now") is DangerAsk.PROGRESS


@pytest.mark.parametrize("text", ["can I put some cream on it", "which cream helps"])
def test_a_cream_against_it_is_a_doctors_question(text: str) -> None:
    assert read_danger_ask(text) is DangerAsk.DOCTOR


@pytest.mark.parametrize(
    "text", ["i'll take this to a lawyer", "see you in court", "you get a one star review for this"]
)
def test_a_lawyer_is_no_policeman(text: str) -> None:
    assert read_danger_ask(text) is DangerAsk.LEGAL


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("is it stopped?", DangerAsk.STOPPED),
        ("so has the order been cancelled?", DangerAsk.STOPPED),
        ("can you stop it please", DangerAsk.STOP_ORDER),
    ],
)
def test_whether_it_is_stopped_is_asked_otherwise_than_to_stop_it(text: str, ask: DangerAsk) -> None:
    assert read_danger_ask(text) is ask


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("they paid with my card too", DangerAsk.BANK),
        ("visa was used as well", DangerAsk.BANK),
        ("should i change my password or what", DangerAsk.PASSWORD),
        ("they changed my password", DangerAsk.LOCKED_OUT),
    ],
)
def test_a_card_is_for_the_bank_and_a_password_to_be_changed(text: str, ask: DangerAsk) -> None:
    assert read_danger_ask(text) is ask


@pytest.mark.parametrize("text", ["i want to know if others had this too", "has anyone else complained"])
def test_other_peoples_cases_are_asked_for(text: str) -> None:
    assert read_danger_ask(text) is DangerAsk.OTHERS


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("will you stop selling it? other people could get hurt", Danger.HAZARD),
        ("someone might get hurt with this thing", None),
        ("take them off the shop before other kids get hurt", None),
        ("you will get hurt", Danger.THREAT),
        ("somebody is going to get hurt if it isn't here", Danger.THREAT),
    ],
)
def test_whoever_fears_for_others_threatens_nobody(text: str, danger: Danger | None) -> None:
    assert read_danger(text) is danger
