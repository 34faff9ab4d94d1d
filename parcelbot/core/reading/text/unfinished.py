"""Tell a line that may go on in the next message from one that is complete."""

from __future__ import annotations

import re

_END_MARK = re.compile(r"[.!?…。！？؟]\W*$")
#: Something to look up at once: an order's number, or one of a parcel; "for 5 days" is none.
_LOOKED_UP = re.compile(r"\d{4}|[A-Za-z]\d{3}")


def is_unfinished(text: str) -> bool:
    """Tell whether a typed line may go on: "hello" and "my parcel" do, "where is it?" does not; "" does not either."""
    return bool(text) and not (_END_MARK.search(text) or gives_a_number(text))


def gives_a_number(text: str) -> bool:
    """Tell whether a line holds what is looked up: an order's number or a parcel's."""
    return _LOOKED_UP.search(text) is not None
