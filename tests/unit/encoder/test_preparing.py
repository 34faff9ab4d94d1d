"""Encoders' files are made once, and again when what they are made from changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.encoder.preparing import EncoderRecipe, prepare


class Kitchen:
    """Makes recipes whose builds write one file, and remembers the scratch folder that each was given."""

    def __init__(self) -> None:
        self.scratch_of: list[Path] = []

    def recipe(self, made_from: str) -> EncoderRecipe:
        def build(scratch: Path, folder: Path) -> None:
            self.scratch_of.append(scratch)
            (folder / "weights").write_text(made_from)

        return EncoderRecipe(("weights",), (made_from,), build)


@pytest.fixture
def kitchen() -> Kitchen:
    return Kitchen()


def test_what_is_there_is_not_made_again(kitchen: Kitchen, tmp_path: Path) -> None:
    for _ in range(2):
        prepare({tmp_path / "english": kitchen.recipe("first weights")})
    assert len(kitchen.scratch_of) == 1


def test_other_weights_are_made_anew(kitchen: Kitchen, tmp_path: Path) -> None:
    for weights in ("first weights", "better weights"):
        prepare({tmp_path: kitchen.recipe(weights)})
    assert (tmp_path / "weights").read_text() == "better weights"


def test_a_file_that_was_spoilt_is_made_anew(kitchen: Kitchen, tmp_path: Path) -> None:
    prepare({tmp_path: kitchen.recipe("weights")})
    (tmp_path / "weights").write_text("half of the wei")
    prepare({tmp_path: kitchen.recipe("weights")})
    assert (tmp_path / "weights").read_text() == "weights"


def test_all_encoders_share_the_tools_that_are_fetched_and_leave_none_behind(kitchen: Kitchen, tmp_path: Path) -> None:
    english, others = tmp_path / "encoder", tmp_path / "encoder" / "languages"
    prepare({english: kitchen.recipe("english"), others: kitchen.recipe("all")})
    [scratch] = set(kitchen.scratch_of)
    assert len(kitchen.scratch_of) == 2
    assert not scratch.exists()
