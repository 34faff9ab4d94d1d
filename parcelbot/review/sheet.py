"""Write and read the file a reviewer fills in: every group of missed messages, ready for a label each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from parcelbot.core.wording import plural
from parcelbot.review.grouping import Group, ReviewEntry
from parcelbot.review.turns import Guess

IGNORE = "ignore"
SAME = "same"

_HOW_TO = f"""\
# What the assistant missed. Fill in `intent`: an intent of data/, `{IGNORE}` for what is not worth learning,
# `{SAME}` for the label of the entry above. What is left "" comes again next time.
# You may reword `text` (take a name or an address out); <tracking number> and the like become made-up values.
# Then: python -m parcelbot.review apply
"""


class SheetUnreadable(ValueError):
    """The sheet is not what `render` wrote and a reviewer filled in; the message says where."""


@dataclass(frozen=True)
class Labelled:
    """One entry of a sheet as it came back; `intent` is never "" nor "same"."""

    id: str
    text: str
    intent: str


def render(groups: Iterable[Group]) -> str:
    """Write the sheet as YAML with a comment above each group."""
    return "\n".join([_HOW_TO, *map(_block, groups)])


def read_labels(sheet: str) -> list[Labelled]:
    """Read the entries that have a label, in order; [] for none; SheetUnreadable with what is wrong where."""
    try:
        entries = yaml.load(sheet, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise SheetUnreadable(f"no valid YAML: {' '.join(str(error).split())}") from error
    if entries is not None and not isinstance(entries, list):
        raise SheetUnreadable("a list of entries is expected")
    labels: list[Labelled] = []
    above = ""
    for number, entry in enumerate(entries or [], start=1):
        label = _read_entry(entry, f"entry {number}", above)
        above = label.intent
        labels.append(label)
    return [label for label in labels if label.intent]


def alternatives(entry: ReviewEntry) -> list[str]:
    """List the runners-up of an entry with their confidence, likeliest first."""
    return [guess_words(guess) for guess in entry.others]


def guess_words(guess: Guess) -> str:
    """Write a guess as a reviewer reads it."""
    return f"{guess.intent} {guess.confidence:.2f}"


def _block(group: Group) -> str:
    heading = f"# ---- {plural(group.count, 'message')}, {plural(len(group.entries), 'wording')}\n"
    entries = [_fields(entry) for entry in group.entries]
    return heading + yaml.safe_dump(entries, sort_keys=False, allow_unicode=True, width=10_000, default_flow_style=None)


def _fields(entry: ReviewEntry) -> dict[str, Any]:
    return {
        "text": entry.text,
        "predicted": entry.predicted.intent,
        "confidence": round(entry.predicted.confidence, 2),
        "alternatives": alternatives(entry),
        **({"later": list(entry.later)} if entry.later else {}),
        "reasons": [reason.value for reason in entry.reasons],
        "count": entry.count,
        "id": entry.id,
        "intent": "",
    }


def _read_entry(entry: Any, where: str, above: str) -> Labelled:
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
        raise SheetUnreadable(f"{where} has lost its id")
    intent = "" if entry.get("intent") is None else entry["intent"]
    if not isinstance(intent, str):
        raise SheetUnreadable(f"{where}: intent {intent!r} is no name")
    intent = intent.strip()
    if intent == SAME and not above:
        raise SheetUnreadable(f"{where}: intent is `{SAME}`, but the entry above has none")
    text = entry.get("text")
    if not isinstance(text, str) or not text.strip():
        raise SheetUnreadable(f"{where} has no text; label it `{IGNORE}` and leave its text instead")
    return Labelled(entry["id"], text, above if intent == SAME else intent)
