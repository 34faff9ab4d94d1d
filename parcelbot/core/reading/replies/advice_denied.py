"""Read that a message denies what it was told: "no, it is …", "but the address is right". English rules, phrases."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.text.plain_text import count_said
from parcelbot.core.reading.told.telling import TOLD

#: What the phrases of another language find: a no before more, and that advice is done or wrong.
DENIES_FIRST = "denies_first"
_SAYS_SO = (DENIES_FIRST, f"{TOLD}denies_advice")
#: In fewer words it is a mere no.
_FEWEST_WORDS = 4
_DENIES_FIRST = re.compile(
    r"^\W*(?:(?:but|well|ok|listen|look|sorry|uh|um|er|hang on|wait)\W+)?(?:no+|nope|nah)\b"
    r"(?:\s*[,.!;:–—]+|\s+(?=(?:it|that|this|i|they|he|she|we|there|you|my)\b))",
    re.IGNORECASE,
)
_DENIES_ADVICE = re.compile(
    r"\b(?:the|my) (?:address|number|name|post ?code|zip|phone)(?: \w+)? (?:is|was|are|were) "
    r"(?:\w+ly )?(?:right|correct|fine|complete|ok|okay)\b"
    r"|\b(?:it|that) (?:is|was|has been) (?:already |all )?(?:delivered|here|paid|there|arrived)\b[^.!?]{0,12}"
    r"\b(?:only|just|but|already)\b"
    r"|\b(?:do not|don['’]?t|dont|please stop|stop) (?:tell(?:ing)?|ask(?:ing)?|send(?:ing)?|suggest(?:ing)?)"
    r" (?:me|us|that|i)\b"
    r"|\bi (?:don['’]?t|do not) need to (?:check|look|ask|ring|call|search|wait|pay)\b"
    r"|\bi (?:did|have done|['’]ve done) (?:that|this|all that) (?:already|before|twice)\b",
    re.IGNORECASE,
)


def denies_what_it_heard(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message denies what it was told, in more words than a no."""
    if text.startswith("/") or count_said(text) < _FEWEST_WORDS:
        return False
    in_english = _DENIES_FIRST.match(text) is not None or _DENIES_ADVICE.search(text) is not None
    return in_english or any(said in says for said in _SAYS_SO)
