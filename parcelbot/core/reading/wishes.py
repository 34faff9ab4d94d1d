"""Read from a shopper's own words what they ask for and what damage they report. Rules, not a model."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parcelbot.core.questions import QUESTIONS, USUAL_WISH

_WISHES = (
    ("a refund", re.compile(r"\brefund\w*|\bmoney\s+back\b|\breimburs\w+|\bchargeback\b", re.IGNORECASE)),
    (
        "a replacement",
        re.compile(
            r"\breplace\w*|\bre-?send\w*|\bre-?ship\w*|\bsend\s+(?:me\s+)?(?:another|a\s+new|it\s+again)|\bnew\s+one\b",
            re.IGNORECASE,
        ),
    ),
    ("to cancel", re.compile(r"\bcancel\w*", re.IGNORECASE)),
    (
        "another address",
        re.compile(r"\b(?:change|correct|update|wrong|new|different)\s+(?:\w+\s+){0,2}address\b", re.IGNORECASE),
    ),
    (
        "to return it",
        re.compile(r"\breturn\s+(?:it|this|them|the\s+\w+)\b|\bsend\s+(?:\w+\s+){1,2}back\b", re.IGNORECASE),
    ),
    ("an investigation", re.compile(r"\binvestigat\w+|\btrace\b|\bclaim\b|\bfile\s+a\b", re.IGNORECASE)),
    ("a call", re.compile(r"\b(?:call|phone|ring)\s+me\b|\bcall\s*back\b", re.IGNORECASE)),
)
_REFUSED = re.compile(r"\b(?:don['’]?t|do\s+not|not|no|without|rather\s+than)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_DAMAGE = re.compile(
    r"\b(?:damaged?|broken|crushed|torn|ripped|wet|soaked|opened|tampered|smashed|dented|empty\s+(?:box|parcel|package)"
    r"|(?:box|parcel|package)\s+(?:was|is|came|arrived)\s+empty|missing\s+items?|stolen)\b",
    re.IGNORECASE,
)

#: Wish where the shopper's words name none, by issue.
_BY_ISSUE = {"": "to talk to a person", **{question.value: traits.wish for question, traits in QUESTIONS.items()}}
_MOST_QUOTED = 140


def wanted(issue: str, shopper_said: Sequence[str]) -> str:
    """Say what the shopper asks for, by the words or else by the issue, and quote the longest message."""
    wishes = [wish for wish, pattern in _WISHES if any(_asks(pattern, text) for text in shopper_said)]
    asked = ", ".join(wishes) or _BY_ISSUE.get(issue, USUAL_WISH)
    quoted = _quoted(shopper_said)
    return f"{asked}; in their words: “{quoted}”" if quoted else asked


def damage_told(shopper_said: Sequence[str]) -> str:
    """List the words for damage or loss that the shopper used, each once; "" for none."""
    words = (match[0].lower() for text in shopper_said for match in _DAMAGE.finditer(text))
    return ", ".join(dict.fromkeys(words))


def _asks(pattern: re.Pattern[str], text: str) -> bool:
    return any(not _REFUSED.search(text, 0, match.start()) for match in pattern.finditer(text))


def _quoted(said: Sequence[str]) -> str:
    """Return the longest message, which holds the complaint, cut to a length that fits a line."""
    longest = " ".join(max(said, key=len, default="").split())
    return longest if len(longest) <= _MOST_QUOTED else f"{longest[:_MOST_QUOTED].rsplit(' ', 1)[0]} …"
