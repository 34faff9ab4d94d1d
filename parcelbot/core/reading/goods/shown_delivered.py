"""Read that a parcel is shown as delivered: whoever says that none came says no such thing. In every language."""

from __future__ import annotations

import re

#: A word of having been delivered, and what before it makes it one of not, or not yet, being so.
_SHOWN = re.compile(
    r"\b(?:delivered|handed over|signed for|zugestellt|(?:aus)?geliefert|livrée?s?|distribuée?s?"
    r"|entregad[oa]s?|entregues?"
    r"|consegnat[oaie]|bezorgd|(?:af)?geleverd|levererad|levererat|utlämnad|utlämnat)\b"
    r"|\b(?:dostarczon|doręczon|доставлен|вручен|вручён|врученн)\w*|\bteslim (?:edildi|edilmiş|görün|yaz)\w*"
    r"|(?:تم|تمت) (?:ال)?(?:تسليم|توصيل)\w*|مسلَّ?م|سُلّمت"
    r"|配達済|配達完了|お届け済|配達されたこと|签收|簽收|已送达|已送達|已投递|已妥投|已配達|배송 ?완료|배달 ?완료",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"(?:\b(?:not|never|un|isn['’]?t|wasn['’]?t|hasn['’]?t|be|being|get|getting|nicht|nie|noch|werden|wird|pas|jamais|être"
    r"|no|nunca|sin|ser|sea|será|não|sem|non|mai|essere|viene|niet|nooit|worden|wordt|nie|nigdy|być|będzie|не|ни|быть"
    r"|буде|будет|бути|inte|aldrig|bli|blir)\b|لم|ما|لا|未|没|沒|不|안)(?:[^\w.,;:!?]+\w+){0,3}[^\w.,;:!?]*$",
    re.IGNORECASE,
)


def is_shown_delivered(text: str) -> bool:
    """Tell whether a message says that the parcel is, or is marked, delivered."""
    return any(not _NOT_SO.search(text[max(found.start() - 40, 0) : found.start()]) for found in _SHOWN.finditer(text))
