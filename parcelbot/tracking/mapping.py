"""Map a provider's nested JSON to shipments: what both providers' parsers share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from parcelbot.core.parcel.shipment import Checkpoint, Status, Substatus
from parcelbot.tracking.protocol import StatusVocabulary

#: A carrier whose machine repeats itself sends thousands; nobody reads them, and each look-up would carry them.
MAX_EVENTS = 200

_NUMBER = re.compile(r"[A-Z0-9]{4,64}")
_RETURNING = frozenset({Substatus.EXCEPTION_RETURNING, Substatus.EXCEPTION_RETURNED})


def dig(data: Any, *path: str) -> Any:
    """Give the value at `path` of nested objects; None when any step is missing or null."""
    for key in path:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def text_at(data: Any, *path: str) -> str:
    """Give the text at `path`, stripped; "" when it is missing, null or no text."""
    value = dig(data, *path)
    return value.strip() if isinstance(value, str) else ""


def number_at(data: Any, *path: str) -> str:
    """Give the tracking number at `path`, in capitals; "" for what cannot be one."""
    number = text_at(data, *path).upper()
    return number if _NUMBER.fullmatch(number) else ""


def code_at(data: Any, *path: str) -> int:
    """Give the error code at `path`; 0 when it is missing or no whole number."""
    value = dig(data, *path)
    return value if isinstance(value, int) else 0


def objects_at(data: Any, *path: str) -> list[Mapping[str, Any]]:
    """Give the objects in the list at `path`; empty when it is missing, anything else in it is left out."""
    listed = dig(data, *path)
    return [item for item in listed if isinstance(item, Mapping)] if isinstance(listed, list) else []


def read_status(main: str, sub: str, vocabulary: StatusVocabulary) -> tuple[Status, Substatus]:
    """Map a provider's main and sub-status to ours; UNKNOWN when neither is mapped.

    A sub-status of the main one ("Exception_004" of "Exception") says more than it, even where we file it under another
    status; one of another main status says nothing. A parcel on its way back is `returned` to us in any case.
    """
    of_main, of_sub = vocabulary.lookup(main), vocabulary.lookup(sub)
    if of_sub is not None and of_sub[1] in _RETURNING:
        return Status.RETURNED, of_sub[1]
    if of_sub is not None and (of_main is None or of_sub[0] is of_main[0] or sub.partition("_")[0] == main):
        return of_sub
    return of_main or (Status.UNKNOWN, Substatus.NONE)


def newest_first(checkpoints: Iterable[Checkpoint]) -> tuple[Checkpoint, ...]:
    """Sort `checkpoints` by time, newest first; those of the same moment stay in the order they came in."""
    return tuple(sorted(checkpoints, key=lambda checkpoint: checkpoint.at, reverse=True))


def kept_events(checkpoints: tuple[Checkpoint, ...]) -> tuple[Checkpoint, ...]:
    """Keep the newest MAX_EVENTS of a history, and the oldest one, which tells when the number appeared."""
    return checkpoints if len(checkpoints) <= MAX_EVENTS else (*checkpoints[: MAX_EVENTS - 1], checkpoints[-1])
