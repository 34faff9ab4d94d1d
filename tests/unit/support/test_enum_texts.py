"""A test that says a member of an enumeration instead of its value fails, on every Python."""

from __future__ import annotations

from enum import Enum

import pytest

from parcelbot.core.questions import Question


class Named(str, Enum):
    A = "a"

    def __str__(self) -> str:
        return self.value


class Numbered(Enum):
    ONE = 1


@pytest.mark.parametrize("write", [lambda it: f"{it}", lambda it: f"{it:>3}", lambda it: "{}".format(it), format])  # noqa: UP032
def test_a_member_in_a_text_is_refused(write: object) -> None:
    assert callable(write)
    with pytest.raises(TypeError, match=r"write \.value"):
        write(Question.CUSTOMS_DELAY)


def test_what_reads_the_same_everywhere_is_not() -> None:
    assert f"{Question.CUSTOMS_DELAY.value} {Named.A} {Numbered.ONE}" == "customs_delay a Numbered.ONE"
