"""Recognise a slip of the pen that is put right: "oops, it's 62, ok?" gives a figure, and asks nothing. Pure."""

from __future__ import annotations

import re

_WORDS_OF_A_SLIP = 10
#: What such a message opens with; with a verb behind it, it asks.
_OPENS = re.compile(
    r"^\W*(?:(?:oh|ah|ach|ay|ai|no|wait|não|nee|nein|non|nie|нет|ні|ой)\W+)?"
    r"(?:o+p+s+|oops\w*|opa|ups\w*|oups|hoppla|huch|whoops|typo|my (?:bad|mistake)|sorry|pardon|tschuldigung|vertippt"
    r"|perd[óo]n\w*|me equivoqué|me he equivocado|errei|me enganei|enganei-me|desculp\w+|scusa\w*|scusi|ho sbagliato"
    r"|je me suis tromp\w+|désolée?|verschreven|foutje|pomy[łl]k\w*|pomyliłe?a?m|przepraszam|упс|ой|ошибк\w+"
    r"|ошиб(?:ся|лась)"
    r"|опечат\w+|извините|помил(?:ився|илася|илась|к\w+)|вибачте|pardon|yanlış yazd\w+|özür dilerim|förlåt|oj"
    r"|すみません|ごめんなさい|間違えました|不好意思|抱歉|写错了|寫錯了|打错了|打錯了|죄송|عفوا|عفوًا|آسف|غلطت|أخطأت)"
    r"(?!\W*(?:is|are|was|can|could|will|would|do|does|did|should|may|what|which|where|when|who|how|why)\b)",
    re.IGNORECASE,
)
#: It only wants to be heard.
_TAG = re.compile(
    r"[\s,¿]+(?:ok(?:ay)?|right|yeah|yes|alright|tá(?: bom)?|ta bom|viu|certo|vale|de acuerdo|d['’]accord|oké|goed"
    r"|va bene|dobrze|ладно|хорошо|добре|гаразд|tamam(?: mı)?|ja|gell|in ordnung|tamam)\s*[?？]+"
    r"|[、，,\s]*(?:好吗|好嗎|いいですか|よろしいですか)\s*[?？。]*|[\s،,]+(?:تمام|طيب|ماشي)\s*[?؟]+",
    re.IGNORECASE,
)
_MARK = re.compile(r"[?？؟]")
#: Longer ones are told by how like they are, whatever the message opens with.
_FIGURE = re.compile(r"(?<![\w.,@#-])\d{2,3}(?![\w@]|[.,]\d)", re.ASCII)


def without_tag(text: str) -> str:
    """Leave the question out that ends a slip put right; any other text is given as it is."""
    return _TAG.sub("", text) if _OPENS.match(text) and re.search(r"\d", text) else text


def opens_like_a_slip(text: str) -> bool:
    """Tell whether a message begins by taking something back that was written: "oops, …", "sorry, …"."""
    return _OPENS.match(text) is not None


def figure_of_a_slip(text: str) -> str:
    """Give the one figure that a short message names since another was a slip; "" where there is none, or it asks."""
    if len(text.split()) > _WORDS_OF_A_SLIP or not _OPENS.match(text) or _MARK.search(without_tag(text)):
        return ""
    figures = set(_FIGURE.findall(text))
    return figures.pop() if len(figures) == 1 else ""
