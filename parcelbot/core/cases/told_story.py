"""Put what a shopper told into one story: in the order it was told in, each sentence whole and once. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from parcelbot.core.reading.text.plain_text import count_said

#: A number or an e-mail alone has a field of its own.
_DETAIL = re.compile(r"\S+@\S+|\S*\d{4,}\S*|\S*\d\S*[A-Z]\S*\d\S*")
_FEWEST_WORDS = 4


def story(said: Sequence[str], noted: Iterable[str], stated: Iterable[str]) -> tuple[str, ...]:
    """Order the lines that were noted, and what was stated besides, as the shopper said them."""
    kept = [line for line in dict.fromkeys(noted) if _words_besides_details(line)]
    told = [line for line in dict.fromkeys(stated) if _words_besides_details(line) >= _fewest(line)]
    # a mere figure that stands in a line that tells more goes with that
    kept = [line for line in kept if _words_besides_details(line) > 1 or not any(line in one != line for one in told)]
    besides = (line for line in told if not any(line in other or other in line for other in kept))
    messages = [" ".join(text.split()) for text in said]
    return tuple(sorted((*kept, *besides), key=lambda line: _place(line, messages)))


def _words_besides_details(line: str) -> int:
    return count_said(_DETAIL.sub(" ", line))


def _fewest(line: str) -> int:
    """Give the fewest words that tell something: figures make it fewer; "alles klar, danke" takes leave."""
    return 1 if any(map(str.isdigit, line)) else _FEWEST_WORDS


def _place(line: str, messages: Sequence[str]) -> tuple[int, int]:
    """Tell where a line stands; one that was put in other words comes last."""
    # the end has been marked, and what stands in a field taken out
    begins = (line, line.partition(" [e-mail]")[0].rstrip(" .;"))
    found = ((index, text.find(begin)) for begin in begins for index, text in enumerate(messages) if begin in text)
    return next(found, (len(messages), 0))
