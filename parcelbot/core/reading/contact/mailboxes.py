"""Read what is said of an e-mail address that is not given: which box it is, that none shall be given, or none used."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.plain_text import count_said, has_question_mark

#: Most services are called alike in every language.
_PROVIDER = (
    r"(?:g ?-?mail|google ?mail|hotmail|yahoo|outlook|i ?cloud|gmx|web\.de|aol|proton(?: ?mail)?|yandex"
    r"|mail\.ru|qq|163|naver|t-online)"
)
_BOX = r"(?:e-?mail|mail|e-?mail address|one|mailbox|inbox)"
_NAMED = re.compile(
    rf"\b{_PROVIDER}\b"
    rf"|\b(?:the|my) (?:same|usual|normal|main|work|office|private|personal|other|second|first|old|new|school"
    rf"|uni\w*|husband['’]?s|wife['’]?s|mum['’]?s"
    rf"|mom['’]?s|daughter['’]?s|son['’]?s) {_BOX}\b"
    rf"|\b(?:the )?(?:same|one) (?:as (?:before|always|last time|on (?:the|my) (?:order|account))|i (?:always"
    rf"|usually|ordered|used))",
    re.IGNORECASE,
)
#: In every language we speak.
_NAMES_MAIL = re.compile(r"mail|courriel|correo|posta|почт|пошт|メール|邮|메일|بريد", re.IGNORECASE)
_MOST_WORDS = 9
_MAIL = r"e-?mails?(?: address\w*)?|mails?"
#: A message that never came is no address.
_NOT_OF_ANOTHER = (
    r"(?! (?:\w+ )?(?:came|has|have|had|arrived|from|yet|about|with (?:the|a|my)|telling|saying"
    r"|confirm\w*|at all|so far)\b)"
)
_NONE = re.compile(
    rf"\b(?:don['’]?t|do not|doesn['’]?t|haven['’]?t|have|has|got|there['’]?s|there is|with|rather|won['’]?t"
    rf"|will not)"
    rf"(?: (?:have|got|use|want|like|wish|not|to|give|share|hand|out|any|an|a|my|no"
    rf"|you)){{0,6}} (?:{_MAIL})\b{_NOT_OF_ANOTHER}"
    rf"|\b(?:no|without (?:an?|any|my)?) ?(?:{_MAIL})\b{_NOT_OF_ANOTHER}"
    rf"|\b(?:{_MAIL})\b[^.!?]{{0,12}}\b(?:i )?(?:never use|don['’]?t use|not (?:mine|allowed))\b",
    re.IGNORECASE,
)
_NEGATES = re.compile(r"n['’]?t\b|\b(?:no|not|never|rather|without|dont|havent)\b", re.IGNORECASE)
_OFF_THE_MAIL = re.compile(
    r"\b(?:not|never|n['’]t)\b[^.?!]{0,20}\b(?:to|by|via|on|through|use|over) (?:my |our |the )?(?:e-?)?mail\b"
    r"|\b(?:reads?|sees?|opens?|checks?|access(?:es)? (?:to )?) (?:all )?(?:my|our) (?:e-?)?mails?\b"
    r"|\be-?mail (?:is|isn['’]?t|is not) (?:not )?(?:safe|private|secure)\b",
    re.IGNORECASE,
)


def names_a_box(text: str) -> bool:
    """Tell whether a short message names an e-mail address by its service or its use, and does not write it out."""
    short = count_said(text) <= _MOST_WORDS and "@" not in text and not has_question_mark(text)
    return short and _NAMED.search(text) is not None


def gives_no_email(text: str) -> bool:
    """Tell whether a message says that its writer has no e-mail address to give, or would rather keep it back."""
    clauses = re.split(r"[.!?;,\n]", text)
    return "@" not in text and any(_NONE.search(clause) and _NEGATES.search(clause) for clause in clauses)


def keeps_it_off_the_mail(text: str) -> bool:
    """Tell whether the answer must not come by e-mail, for somebody else reads it or it is not wanted there."""
    return _OFF_THE_MAIL.search(text) is not None


def speaks_of_mail(text: str) -> bool:
    """Tell whether a message in any language speaks of e-mail."""
    return _NAMES_MAIL.search(text) is not None
