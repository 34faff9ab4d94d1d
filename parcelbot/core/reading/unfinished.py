"""Tell a line that may go on in the next message from one that is complete."""

from __future__ import annotations

import re

#: An end mark, or something looked up at once: a number, an order, a day.
_COMPLETE = re.compile(r"[.!?…。！？؟]\W*$|\d")


def is_unfinished(text: str) -> bool:
    """Tell whether a typed line may go on: "hello" and "my parcel" do, "where is it?" does not; "" does not either."""
    return bool(text) and _COMPLETE.search(text) is None
