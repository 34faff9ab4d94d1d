"""Read what providers call the statuses of parcels, and what those are in our words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from parcelbot.core.parcel.shipment import Status, Substatus
from parcelbot.written_files import parsed

_NOT_A_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class StatusWording:
    """A provider's names for a status, and ours.

    `shown` is true when shoppers see the wordings themselves, so that they may be quoted in a chat.
    """

    wordings: tuple[str, ...]
    status: Status
    substatus: Substatus
    phrases: tuple[str, ...]
    shown: bool

    @property
    def value(self) -> str:
        """Spelling of the NLU and the slots: `status`, or `status/substatus` where there is one."""
        plain = self.substatus is Substatus.NONE
        return self.status.value if plain else f"{self.status.value}/{self.substatus.value}"


@dataclass(frozen=True)
class Vocabulary:
    """One provider's status wordings."""

    provider: str
    wordings: tuple[StatusWording, ...]
    _index: Mapping[str, StatusWording] = field(repr=False)

    def lookup(self, wording: str) -> tuple[Status, Substatus] | None:
        """Return our status for a provider's `wording`, whatever its case and punctuation; None if unmapped."""
        found = self._index.get(plain_words(wording))
        return (found.status, found.substatus) if found else None


def read_statuses(folder: Path) -> dict[str, Vocabulary]:
    """Read `statuses/`, by the names of the providers."""
    read = (parsed(path, _vocabulary) for path in sorted((folder / "statuses").glob("*.yml")))
    return {vocabulary.provider: vocabulary for vocabulary in read}


def plain_words(text: str) -> str:
    """Return `text` in lower case with punctuation as single spaces, to compare wordings and phrases."""
    return _NOT_A_WORD.sub(" ", text.casefold()).strip()


def _vocabulary(data: Mapping[str, Any]) -> Vocabulary:
    entries = tuple(_wording(entry, data["shown_to_shoppers"]) for entry in data["statuses"])
    index = {plain_words(wording): entry for entry in entries for wording in entry.wordings}
    return Vocabulary(provider=data["provider"], wordings=entries, _index=index)


def _wording(data: Mapping[str, Any], shown: bool) -> StatusWording:
    return StatusWording(
        wordings=tuple(data["wordings"]),
        status=Status(data["status"]),
        substatus=Substatus(data.get("substatus", "none")),
        phrases=tuple(data.get("phrases", ())),
        shown=shown,
    )
