"""What one country's post has sent the other country's post brings."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.knowledge.loading import load_knowledge
from tests.unit.core.builders import shipment

KNOWLEDGE = load_knowledge(Path(__file__).parents[3] / "knowledge")


@pytest.mark.parametrize(
    ("carrier", "origin", "destination", "post"),
    [
        ("China Post", "CN", "BR", "Correios"),
        ("Deutsche Post", "DE", "PL", "Poczta Polska"),
        ("YunExpress", "CN", "BR", ""),
        ("China Post", "CN", "KE", ""),
        ("Royal Mail", "GB", "GB", ""),
        ("", "XX", "US", ""),
    ],
)
def test_the_post_at_the_other_end(carrier: str, origin: str, destination: str, post: str) -> None:
    assert KNOWLEDGE.home_post(shipment(carrier=carrier, origin=origin, destination=destination)) == post
