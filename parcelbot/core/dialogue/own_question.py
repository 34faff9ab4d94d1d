"""Tell a message that is a question of its own from the answer to an open one."""

from __future__ import annotations

from parcelbot.core.answering.memory import Heard

#: From this on a second question is believed against whatever else a message resembles.
SURE = 0.5
#: Enough for what a conversation is about already.
LIKELY = 0.3
#: "Ok?" and "yes please" answer something; they are no question of their own.
_FEWEST_WORDS = 4


def sure_follow_up(heard: Heard) -> bool:
    """Tell whether a message is surely a second question, so that the "ok" or "no" it begins with answers nothing."""
    long_enough = len(heard.text.split()) >= _FEWEST_WORDS
    return long_enough and any(f.belief >= SURE for f in heard.follow_ups[:1])
