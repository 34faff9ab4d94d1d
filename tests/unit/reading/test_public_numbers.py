"""Every published example number is found, however it is written, and none is called mistyped."""

from __future__ import annotations

import pytest

from tests.support.public_numbers import Figure, figures, made, published

_AIM = 0.97
FIGURES = [*figures(published()), *figures(made())]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: f"{figure.phrasing} ({figure.numbers})")
def test_the_numbers_are_found(figure: Figure) -> None:
    assert figure.share >= _AIM, figure.missed


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: f"{figure.phrasing} ({figure.numbers})")
def test_no_number_is_called_mistyped(figure: Figure) -> None:
    assert figure.doubted == ()
