"""Read whether an English message names the marketplace, or says that it was not bought there. Pure."""

from __future__ import annotations

import re

_NAME = r"\bali[\s-]?express"
_NAMED = re.compile(_NAME, re.IGNORECASE)
#: Between the no and the name stands only where, and that it was bought: "not received from AliExpress" denies none.
_BOUGHT = (
    r"(?:(?:an?|the|it|this|that|them|on|from|via|with|through|at|in|of|bought|buy|order(?:ed)?|purchased?|using)\s+)"
)
_DENIED = re.compile(rf"(?:n['’]t|\b(?:not|no|never))\s+{_BOUGHT}{{0,5}}{_NAME}", re.IGNORECASE)


def names_the_marketplace(text: str) -> bool:
    """Tell whether a message names AliExpress."""
    return _NAMED.search(text) is not None


def denies_the_marketplace(text: str) -> bool:
    """Tell whether a message says that the order was not placed on AliExpress."""
    return _DENIED.search(text) is not None
