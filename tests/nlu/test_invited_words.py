"""Words that a sentence of ours tells shoppers to write: whoever copies them is understood, in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parcelbot.written_files import read_yaml
from tests.nlu.conftest import Understand

ROOT = Path(__file__).resolve().parents[2]
CODES = sorted(path.stem for path in (ROOT / "locales").glob("*.yml"))
_QUOTED = re.compile(r"[«\"“„「『]\s?([^»\"”“」』]+?)\s?[»\"”“」』]")


@pytest.mark.parametrize("code", CODES)
def test_who_writes_all_my_parcels_as_told_asks_for_all_of_them(code: str, understand: Understand) -> None:
    responses = read_yaml(ROOT / "locales" / f"{code}.yml")["responses"]
    invited = _QUOTED.search(responses["utter_follow_other_number_order_known"][0]["text"])
    assert invited is not None
    [found] = understand([invited[1]])
    assert found["intent"]["name"] == "all_parcels"
