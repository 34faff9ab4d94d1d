"""The two scripts of Chinese: told apart, read as one, written as the other."""

from __future__ import annotations

import pytest

from parcelbot.chinese_scripts import script_of, simplified, traditional


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("請問我的枕頭套寄出了嗎", "zh-hant"),
        ("訂單 8841 還沒到，麻煩幫我查一下", "zh-hant"),
        ("请问我的枕套寄出了吗", "zh"),
        ("订单 8841 还没到，麻烦帮我查一下", "zh"),
    ],
)
def test_the_characters_tell_the_script(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize("text", ["", "8841", "好", "你好", "不用了", "台北", "明天下午"])
def test_what_is_written_alike_in_both_tells_nothing(text: str) -> None:
    assert script_of(text) == ""


@pytest.mark.parametrize("text", ["我住在台北的公寓裡，管理員說沒有包裹", "請寄到后里的工廠"])
def test_a_character_that_stands_in_both_does_not_hide_the_script(text: str) -> None:
    assert script_of(text) == "zh-hant"


def test_what_is_read_is_simplified_one_for_one() -> None:
    text = "請問 RX204418842CN 為什麼還在海關？"
    assert simplified(text) == "请问 RX204418842CN 为什么还在海关？"
    assert len(simplified(text)) == len(text)


def test_what_is_simplified_already_stays() -> None:
    assert simplified("请问什么时候能到") == "请问什么时候能到"


def test_what_is_said_has_taiwans_words_and_marks_and_its_placeholders() -> None:
    said = traditional("短信里写着“{last_scan_text}”，请把文件发到{carrier_link}。")
    assert said == "簡訊裡寫著「{last_scan_text}」，請把文件發到{carrier_link}。"
