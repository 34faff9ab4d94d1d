"""Model cards that are shown in conversations and change when their parcel has news."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from parcelbot.core.language import ENGLISH
from parcelbot.core.parcel.orders import SalesChannel


@dataclass(frozen=True)
class ShownCard:
    """A card in a conversation, at message `seq`, as the ledger has it."""

    conversation_id: str
    seq: int
    card: Mapping[str, Any]

    @property
    def sales_channel(self) -> SalesChannel:
        """The sales channel by whose figures the card was made; the shop's where it does not say."""
        return SalesChannel(self.card.get("sales_channel") or SalesChannel.SHOP)

    @property
    def language(self) -> str:
        """The language that the card's texts are in."""
        return str(self.card.get("language") or ENGLISH)

    def renewed_as(self, card: Mapping[str, Any]) -> dict[str, Any]:
        """Give the card as it is from now on; `said` is its text as it stands in the message, which stays as it was."""
        return {**self.card, **card, "said": self.card.get("said") or self.card.get("text") or ""}


@dataclass(frozen=True)
class RenewedCard:
    """The card of message `seq` as it is since its conversation's `card_rev` was `rev`."""

    seq: int
    rev: int
    card: Mapping[str, Any]
