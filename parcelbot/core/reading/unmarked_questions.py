"""Read a question that has neither its mark nor its beginning: asked inside a sentence, or ended by "or not"."""

from __future__ import annotations

import re

_INSIDE = re.compile(
    r"\b(?:i|we)(?:['’]m|['’]re|['’]d| am| are| was| were| would)? (?:just |only |really |still |like )*"
    r"(?:ask(?:ing|ed)?|wonder(?:ing|ed)?|want(?:ed)? to know|need to know|to know)\b"
    r"[^.!?]{0,20}\b(?:what|whether|if|how|when|where|who|which|why)\b"
    r"|\bto wh(?:ere|om)\b|(?:^|[.,;!]\s*)(?:and |so |but |ok(?:ay)? |then )*"
    r"(?:what|where|who|when|how|why)(?:['’]?s|['’]?re| (?:do|does|did|can|could|is|are|was|were|will|would|should|come"
    r"|has|have))\b",
    re.IGNORECASE,
)
_OR_NOT = re.compile(
    r"\b(?:yes or no|or not|s[iíì] o no|o no|oui ou non|ou (?:pas|non)|ja oder nein|oder n(?:icht|ein)|sim ou não"
    r"|ou não|ja of nee|of niet|tak czy nie|czy nie|да или нет|или нет|так чи ні|чи ні|evet mi hayır mı)\W*$"
    r"|(?:نعم أم لا|أم لا|أو لا|どうか|のか|有没有|还是没有|吗)\W*$",
    re.IGNORECASE,
)
#: Words that only ask, wherever they stand in a sentence.
_ELSEWHERE = re.compile(
    r"\b(?:combien|pourquoi|wann|warum|wieso|weshalb|wie (?:lange|viel\w*)|wieviel|cu[aá]ntos?|cuándo|dónde|por qué"
    r"|quanto tempo|quanti giorni|perché mai|hoe ?(?:lang|veel)|waarom|hoeveel|dlaczego|ile|jak długo|сколько|почему"
    r"|зачем|скільки|чому|навіщо|kaç|ne zaman|ne kadar|neden|niye)\b"
    r"|いつ|なぜ|どこ|どうして|何日|什么时候|为什么|多久|哪里|متى|لماذا|كم",
    re.IGNORECASE,
)


def asks_unmarked(text: str, english: bool = True) -> bool:
    """Tell whether a message asks without a mark: "I was asking how likely it is", "have you sent it or not"."""
    inside = _INSIDE if english else _ELSEWHERE
    return bool(inside.search(text) or _OR_NOT.search(text))
