"""Read which orders a message names that are not the one talked of: somebody else's, or one to be called off. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from parcelbot.core.reading.codes.number_patterns import ONE_ORDER

TO_CANCEL, SOMEBODY_ELSES = "to cancel", "another customer's"
_ORDER = rf"#?(?P<order>{ONE_ORDER})(?![\w€$£@-]|[.,:/]\d)"
_WHOSE = (
    r"(?:her|his|their|hers|theirs|(?:some(?:body|one)|anybody|anyone) else['’]?s|(?:lady|woman|man|customer|person"
    r"|stranger|neighbou?r|friend|girl|guy|family|people)['’]?s?['’]?)"
)
_SOMEBODY_ELSES = re.compile(
    rf"\b{_WHOSE}\s+(?:own )?(?:order|number|order number|order no\.?|one)\b[^.!?\d]{{0,20}}{_ORDER}"
    rf"|\border (?:number |no\.? ?|nr\.? ?)?{_ORDER.replace('order>', 'second>')}\s+(?:is|was|belongs to)\s+"
    rf"(?:not (?:mine|ours)|{_WHOSE})\b",
    re.IGNORECASE,
)
_NOT = r"(?<!don['’]t )(?<!dont )(?<!not )(?<!never )"
_FILL = (
    r"(?:(?:the|my|one|order|orders|number|no|nr|first|second|other|new|only|just|is|of|instead|please)[\s.:,]+){0,5}"
)
_CALLED_OFF = re.compile(
    rf"{_NOT}\b(?:cancel(?:l?ing)?|call(?:ing)? off|scrap|withdraw)\s+{_FILL}{_ORDER}", re.IGNORECASE
)
_CALLED_OFF_ELSEWHERE = re.compile(
    r"(?:storn\w+|annul\w+|anul\w+|cancel(?:a|e|en|ar|em)\b|отмен\w+|скас\w+|取消|キャンセル|ألغ\w*|إلغاء)[^.!?。\d]{0,25}"
    rf"{_ORDER}"
    rf"|{_ORDER.replace('order>', 'second>')}[^.!?。\d]{{0,25}}(?:storn|annul|anul|iptal|отмен|скас|取消|キャンセル)",
    re.IGNORECASE,
)
_REFUSES = re.compile(r"\b(?:nicht|niet|non|não|no|ne|nie|не)\s+(?:\w+\s+)?$", re.IGNORECASE)
#: "I ordered it again, that one must be cancelled; its number is …".
_ORDERED_AGAIN = re.compile(
    r"\b(?:ordered|bought|placed|made)\b[^.!?]{0,30}\b(?:new one|another|again|second|twice|once more)\b", re.IGNORECASE
)
_CANCELS = re.compile(r"\bcancel\w*\b", re.IGNORECASE)
_ITS_NUMBER = re.compile(
    rf"\b(?:number|order|no\.?|nr\.?)(?: (?:of|in|on) (?:(?:the|that|this|my)\s)?\w+)?(?: is|:|['’]s)?\s*{_ORDER}",
    re.IGNORECASE,
)


def orders_beside(text: str, own: str) -> Mapping[str, str]:
    """Name the orders of a message that are not its writer's `own`, each with what is to be known of it."""
    theirs = dict.fromkeys(_numbers(_SOMEBODY_ELSES.finditer(text)), SOMEBODY_ELSES)
    called_off = dict.fromkeys(_called_off(text), TO_CANCEL) if own else {}
    return {order: known for order, known in {**called_off, **theirs}.items() if _digits(order) != _digits(own)}


def _digits(order: str) -> str:
    return re.sub(r"\D", "", order)


def _called_off(text: str) -> Iterable[str]:
    elsewhere = [m for m in _CALLED_OFF_ELSEWHERE.finditer(text) if not _REFUSES.search(text, 0, m.start())]
    yield from _numbers([*_CALLED_OFF.finditer(text), *elsewhere])
    if _ORDERED_AGAIN.search(text) and _CANCELS.search(text):
        yield from _numbers(_ITS_NUMBER.finditer(text))


def _numbers(found: Iterable[re.Match[str]]) -> list[str]:
    return [next(group for group in match.groups() if group).upper() for match in found]
