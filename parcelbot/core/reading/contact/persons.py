"""Read that a person is wanted, in so many words: of English by rules, of others as their phrases found."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.text.clauses import sentence_start

_A_PERSON = re.compile(
    r"\b(?:get|give|want|need|speak|talk|put|pass|connect|send|forward|hand)\b.{0,20}"
    r"\b(?:a person|human|an agent|real person|someone|somebody|your team|the team|your colleagues?|an employee"
    r"|(?:one|some) of your \w+|your (?:staff|employees?|people))\b(?! else\b)"
    r"|\b(?:can|could|will|should|must|shall|would|ought to|needs? to|ha(?:s|ve) to|want|whether|if)? ?"
    r"(?:somebody|someone|anybody|anyone|one of you|your (?:team|people|colleagues?))(?: (?:from|in|on|at) your \w+)?"
    r" (?:(?:should|must|needs? to|ought to|ha(?:s|ve) to|can|could|please|to|will|would|kindly)\s){1,2}"
    r"(?:call|ring|phone|contact|write(?: to)?|e-?mail|text|message|get (?:back )?(?:to|in touch with)) (?:me|us)\b"
    r"|\b(?:can|could|will) (?:somebody|someone|anybody|anyone)(?: please)? "
    r"(?:sort|fix|deal|handle|help|look (?:at|into)|take (?:this|it|over)|do something)\b"
    r"|^\W*(?:(?:ok(?:ay)?|yes|fine|then|so|please|just|well|alright)\W+)*"
    r"(?:pass|send|hand) (?:it|this) (?:on|over|to them)\b"
    r"|^\W*(?:(?:ok(?:ay)?|yes|fine|then|so|please|just|well|alright)\W+)+send (?:it|this)\W*$",
    re.IGNORECASE,
)
_DECLINED = re.compile(r"\b(?:no|not|don['’]?t|doesn['’]?t|without)\b", re.IGNORECASE)
#: "Maybe somebody at your end could have a look": the same wish in the words of whoever does not like to ask.
_SOMEBODY_LOOKS = re.compile(
    r"\b(?:somebody|someone|anybody|anyone|a (?:real )?(?:person|human)|one of (?:you|your \w+))"
    r"(?: (?:there|here|please|perhaps|maybe|kindly|at your end|on your side|in your (?:shop|team|office))){0,2}"
    r" (?:(?:can|could|should|would|might|please|to|kindly) ){0,2}"
    r"(?:have a look|take a look|look (?:at|into)|see to|attend to|deal with|sort|handle|help me|take (?:this|it) over)"
    r"\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\b(?:can|could|would|will|may|might|perhaps|maybe|please|want|need|like|rather|let|get|have)\b", re.IGNORECASE
)


def asks_for_a_person(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a person is asked for in so many words; "I don't need a person" asks for none."""
    return Said.WANTS_A_PERSON.value in says or _in_english(text)


def _in_english(text: str) -> bool:
    found = _SOMEBODY_LOOKS.search(text)
    wishes = found is not None and _WISHES.search(text, sentence_start(text, found.start()), found.end()) is not None
    looks = wishes and _is_meant(text, _SOMEBODY_LOOKS, _DECLINED)
    return looks or _is_meant(text, _A_PERSON, _DECLINED)


def _is_meant(text: str, wanted: re.Pattern[str], declined: re.Pattern[str]) -> bool:
    """Tell whether it is wanted; what is declined in the sentence before is something else: "no, thanks. I want …"."""
    found = wanted.search(text)
    return found is not None and declined.search(text, sentence_start(text, found.start()), found.end()) is None
