"""Read that somebody knows too little of the team's language to read its answer, in the languages we speak."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.plain_text import without_accents

_LACKS_ENGLISH = re.compile(
    r"\b(?:(?:don['’]?t|do not|can['’]?t|cannot|hardly|barely)(?: \w+)? (?:speak|read|understand|know|write)"
    r"|(?:speak|read|understand|know)(?: \w+)? (?:no|little|very little|not much))(?: \w+)? english\b"
    r"|\bmy english is (?:\w+ )?(?:bad|poor|weak|not)\b"
    r"|\b(?:kein|kaum|wenig|nicht so gut|schlecht(?:es)?) englisch\b|\benglisch\b.{0,20}\b(?:nicht|kaum|schlecht)\b"
    r"|\b(?:no|apenas|casi no|poco) (?:\w+ )?(?:hablo|entiendo|leo|se|domino)\b.{0,15}\bingles\b"
    r"|\b(?:hablo|entiendo|leo|se) (?:muy )?(?:poco|nada de) ingles\b"
    r"|\bne (?:parle|lis|comprends|connais)\b.{0,15}\banglais\b|\bparle (?:a peine|mal|peu) (?:l['’ ])?anglais\b"
    r"|\b(?:non|poco|a malapena) (?:\w+ )?(?:parlo|capisco|leggo|so|conosco)\b.{0,10}\binglese\b"
    r"|\b(?:parlo|capisco|leggo) (?:poco|male|a malapena)\b.{0,10}\binglese\b"
    r"|\b(?:nao|mal|pouco) (?:falo|entendo|leio|sei)\b.{0,10}\bingles\b|\bfalo (?:pouco|mal) ingles\b"
    r"|\b(?:geen|nauwelijks|weinig|slecht) engels\b"
    r"|\bnie (?:mowie|znam|rozumiem|czytam)\b.{0,15}\bangielsk\w+|\bslabo (?:znam|mowie)\b.{0,15}\bangielsk\w+"
    r"|\b(?:не|плохо|еле|едва) (?:говорю|знаю|понимаю|читаю)\b.{0,15}английск\w+|английск\w+ не (?:знаю|понимаю)"
    r"|\b(?:не|погано|ледве) (?:розмовляю|говорю|знаю|розумію|читаю)\b.{0,15}англійськ\w+"
    r"|\bingilizce (?:bilm\w+|konusam\w+|anlam\w+|okuyam\w+)"
    r"|英語(?:が|は|を)?(?:あまり|ほとんど)?(?:話せ|読め|わから|分から|でき)(?:ない|ません)|(?:不会|不懂|看不懂)英[语文]"
    r"|لا (?:أتكلم|أفهم|أقرأ|أجيد|اتكلم|افهم|اجيد) (?:اللغة )?ال[إا]نجليزية",
    re.IGNORECASE,
)


def lacks_english(text: str) -> bool:
    """Tell whether a message says that its writer hardly knows English."""
    return bool(_LACKS_ENGLISH.search(text.lower()) or _LACKS_ENGLISH.search(without_accents(text)))
