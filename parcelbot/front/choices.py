"""Make the choices that are offered under a message."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from parcelbot.core.cases.conversation import Choice

_CHOICE_ID_BYTES = 9


def choices(buttons: Iterable[Mapping[str, Any]]) -> tuple[Choice, ...]:
    """Give Rasa's buttons ids that tell nothing."""
    return tuple(
        Choice(secrets.token_urlsafe(_CHOICE_ID_BYTES), button["title"], button.get("payload") or button["title"])
        for button in buttons
    )
