"""What shoppers read, as the tables use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.tables import Tables
from parcelbot.knowledge.lint_material import Material, read_material

LONGEST = 450


@pytest.fixture(scope="module")
def material(root: Path) -> Material:
    return read_material(root)


@pytest.fixture(scope="module")
def answers(material: Material) -> dict[str, str]:
    names = {n for _, row in material.rows for n in (row.then.response, row.then.after, row.then.seller_message) if n}
    texts = ((name, n, text) for name in sorted(names) for n, text in enumerate(material.responses[name], 1))
    return {f"{name} {n}": text for name, n, text in texts}


def test_no_answer_is_longer_than_a_phone_shows_at_once(answers: dict[str, str]) -> None:
    assert not [name for name, text in answers.items() if len(text) > LONGEST]


def test_what_follows_a_date_is_one_sentence(answers: dict[str, str]) -> None:
    follow_ups = {name: text for name, text in answers.items() if name.startswith("utter_after_")}
    assert follow_ups
    assert not [name for name, text in follow_ups.items() if text.count(". ")]


def test_an_answer_with_a_date_to_wait_for_names_it(material: Material) -> None:
    silent = [
        place
        for place, row in material.rows
        if row.then.wait and not all("{wait_date}" in text for text in material.responses[row.then.response])
    ]
    assert not silent


def test_no_answer_names_two_days(answers: dict[str, str]) -> None:
    days = ("{wait_date}", "{normal_date}", "{plan_date}", "{arrival}", "{arrival_until}", "{pickup_until}")
    assert not [name for name, text in answers.items() if sum(text.count(day) for day in days) > 1]


def test_what_may_be_asked_again_can_be_answered_in_other_words(material: Material, tables: Tables) -> None:
    explained = {"advice", "status_meaning"}
    rows = [row for table in tables.answers.values() if table.name not in explained for row in table.rows]
    names = {name for row in rows for name in (row.then.response, row.then.after) if name}
    assert not [name for name in sorted(names) if len(set(material.responses[name])) < 2]


def test_feelings_are_answered_in_three_ways_each(material: Material) -> None:
    for feeling in ("sorry", "worried"):
        texts = material.responses[f"utter_feeling_{feeling}"]
        assert len(set(texts)) == 3
        assert all(len(text) < 120 and text.count(".") == 1 and "?" not in text for text in texts)


def test_the_first_answer_with_a_message_to_the_seller_shows_it(material: Material) -> None:
    hidden = [
        place
        for place, row in material.rows
        if row.then.seller_message and "{seller_message}" not in material.responses[row.then.response][0]
    ]
    assert not hidden


def test_an_answer_that_asks_for_words_expects_them(material: Material) -> None:
    asks = [
        (place, row.then.invites)
        for place, row in material.rows
        if any('"it isn\'t here"' in text for text in material.responses.get(row.then.response, ()))
    ]
    assert asks
    assert not [place for place, invited in asks if invited is not Asked.MISSING]


def test_there_are_three_messages_to_the_seller_and_each_is_short(answers: dict[str, str]) -> None:
    messages = {name: text for name, text in answers.items() if name.startswith("utter_seller_message_")}
    assert len(messages) == 3
    assert all(len(text) < 130 and "{" not in text for text in messages.values())


def test_an_answer_that_hands_over_at_once_says_so(material: Material, tables: Tables) -> None:
    for table in tables.answers.values():
        for row in table.rows:
            if row.then.escalate.value == "now":
                assert all("person" in text for text in material.responses[row.then.response]), row.id


def test_no_answer_uses_the_trade_s_jargon(answers: dict[str, str]) -> None:
    jargon = ("WISMO", "last mile", "consignee", "17TRACK", "API", "escalate")
    assert not [(name, word) for name, text in answers.items() for word in jargon if word in text]


def _span(material: Material, start: str, end: str) -> str:
    windows = material.knowledge.windows
    return f"{windows[start].amount}–{windows[end].amount}"


@pytest.mark.parametrize("name", ["utter_advice_how_long_market", "utter_no_parcel_market_not_updating"])
def test_an_overview_quotes_the_marketplace_windows_as_they_stand(name: str, material: Material) -> None:
    text = material.responses[name][0]
    for stage in ("new", "accepted", "export", "arrived"):
        assert _span(material, f"market_{stage}_early", f"market_{stage}_normal") in text
    for stage in ("new", "accepted"):
        assert f"after {material.knowledge.windows[f'market_{stage}_react'].amount}" in text
    for stage in ("export", "arrived"):
        assert f"after {_span(material, f'market_{stage}_react', f'market_{stage}_react_latest')}" in text


def test_the_red_flags_quote_the_window_as_it_stands(material: Material) -> None:
    span = _span(material, "market_new_react", "market_new_red_flag")
    assert span in material.responses["utter_advice_red_flags"][0]


def test_the_usual_first_scan_is_quoted_as_it_stands(material: Material) -> None:
    usual = material.knowledge.windows["first_scan_usual"].amount
    assert f"{usual} hours" in material.responses["utter_advice_new_number"][0]
