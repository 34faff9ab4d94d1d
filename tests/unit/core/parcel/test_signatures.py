"""Who took a parcel, read from the wording of its delivery."""

from __future__ import annotations

import pytest

from parcelbot.core.parcel.signatures import read_signature, tells_of_a_photo


@pytest.mark.parametrize(
    ("wording", "name"),
    [
        ("Delivered, signed for by M. Larsen", "M. Larsen"),
        ("Delivered. Signed by: LARSEN", "LARSEN"),
        ("Delivered - Received by: B. OKAFOR", "B. OKAFOR"),
        ("Entregado, recibió ANA RUIZ", "ANA RUIZ"),
        ("Zugestellt, entgegengenommen von Frau Brandt", "Frau Brandt"),
        ("Livré, signé par Mme Roux", "Mme Roux"),
        ("Collected from pick-up point, Patel", "Patel"),
    ],
)
def test_a_delivery_that_names_somebody_says_who_took_it(wording: str, name: str) -> None:
    assert read_signature(wording) == name


@pytest.mark.parametrize(
    "wording",
    [
        "Delivered, left in porch",
        "Delivered - Received by: DRIVER RELEASE",
        "Received by customer",
        "Received by the local post office",
        "Entregado",
        "",
    ],
)
def test_a_delivery_that_names_nobody_has_no_signature(wording: str) -> None:
    assert read_signature(wording) == ""


@pytest.mark.parametrize(
    "wording",
    [
        "Delivered to the side entrance. Picture on file",
        "Zugestellt, Foto vorhanden",
        "Livré, photo disponible",
        "已拍照",
    ],
)
def test_a_delivery_that_was_photographed_says_so(wording: str) -> None:
    assert tells_of_a_photo(wording)


@pytest.mark.parametrize(
    "wording", ["Delivered, no photo available", "Zugestellt, ohne Foto", "Delivered to agent", ""]
)
def test_a_delivery_without_a_photo_has_none(wording: str) -> None:
    assert not tells_of_a_photo(wording)
