"""Tell how a detail is given for a case: as one more, or not at all. Pure."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.cases.case_words import Said

_ALSO = re.compile(
    r"\b(?:too|also|as well|both|in addition|auch|zusätzlich|también|aussi|également|anche|ook|też|także|również|também"
    r"|тоже|также|ещё|також|теж|också|även|ayrıca|bunu da)\b|も(?!し)|也|أيضا|كذلك",
    re.IGNORECASE,
)
_NO_ORDER_NUMBER = re.compile(
    r"\b(?:no|don['’]?t (?:have|know|remember)|do not (?:have|know)|haven['’]?t got|without|can['’]?t find|lost|forgot)"
    r" (?:\w+ ){0,2}order (?:number|no|id)\b",
    re.IGNORECASE,
)
_NOT = r"(?:(?:do|ca|wo)(?:n['’]?| no)t|can ?not|will not)"
_DETAIL = r"(?:e-?mails?|mails?|numbers?|address|orders?|one|it|any)"
_NONE_TO_GIVE = re.compile(
    rf"\b(?:{_NOT} (?:\w+ ){{0,2}}(?:have|got|know|remember|recall|use|give|share|find)(?: \w+){{0,3}} {_DETAIL}"
    rf"|(?:do not|don['’]?t) want (?:\w+ ){{0,2}}e-?mails?"
    rf"|(?:haven['’]?t|have not|have no|got no|without) (?:\w+ ){{0,3}}{_DETAIL}"
    r"|no (?:\w+ )?(?:e-?mail|mail|number|address|order)|rather not|won['’]?t give|no idea|don['’]?t know|dunno"
    r"|can['’]?t find)\b",
    re.IGNORECASE,
)


def has_none_to_give(text: str) -> bool:
    """Tell whether a message says in words of English that there is none to give, or that none will be given."""
    return _NONE_TO_GIVE.search(text) is not None


def is_also_given(text: str) -> bool:
    """Tell whether what a message gives comes beside what was given before: "my other e-mail too", in any language."""
    return _ALSO.search(text) is not None


def lacks_an_order_number(text: str, says: Container[str] = ()) -> bool:
    """Tell whether it is the order's number that cannot be given, which says nothing about an e-mail."""
    lacks = Said.ORDER_NUMBER.value in says and Said.NOTHING_TO_GIVE.value in says
    return lacks or _NO_ORDER_NUMBER.search(text) is not None
