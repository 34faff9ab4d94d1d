"""Read a question that has neither its mark nor its beginning: asked inside a sentence, or ended by "or not"."""

from __future__ import annotations

import re

from parcelbot.core.reading.questions.asked_for import A_DAY_WISHED

_INSIDE = re.compile(
    r"\b(?:i|we)(?:['’]m|['’]re|['’]d| am| are| was| were| would)? (?:just |only |really |still |like )*"
    r"(?:ask(?:ing|ed)?|wonder(?:ing|ed)?|want(?:ed)? to know|need to know|to know)\b"
    r"[^.!?]{0,20}\b(?:what|whether|if|how|when|where|who|which|why)\b"
    r"|\bto wh(?:ere|om)\b|(?:^|[.,;!]\s*)(?:and |so |but |ok(?:ay)? |then )*"
    r"(?:what|where|who|when|how|why)(?:['’]?s|['’]?re| (?:do|does|did|can|could|is|are|was|were|will|would|should|come"
    rf"|has|have))\b|{A_DAY_WISHED}",
    re.IGNORECASE,
)
_OR_NOT = re.compile(
    r"\b(?:yes or no|y ?/ ?n|or not|s[iíì] o no|o no|oui ou non|ou (?:pas|non)|ja oder nein|oder n(?:icht|ein)"
    r"|sim ou não|ou não|ja of nee|of niet|tak czy nie|czy nie|да или нет|или нет|так чи ні|чи ні|evet mi hayır mı)\W*$"
    r"|(?:نعم أم لا|أم لا|أو لا|どうか|のか|有没有|还是没有|吗)\W*$",
    re.IGNORECASE,
)
#: "He can fetch it or no, he has a passport": the answer is asked for in the middle, and why is told behind it.
_OR_NO_INSIDE = re.compile(
    r"\bor (?:no|not)\b(?=[,;:]? (?:i|we|he|she|it|they|my|our|because|cos|since)\b)"
    r"|\bor no\W*$|\bor (?:i|we) (?:have|need) to (?:pay|wait|order|buy|collect|fetch|come|send)\b",
    re.IGNORECASE,
)
_LEAVES_IT_OPEN = re.compile(
    r"\b(?:whether|no matter|regardless|if)\b[^.!?;]*\bor not?\b|\bob\b.*\boder n", re.IGNORECASE
)
#: "That makes no difference, does it", "if I cancel then how": what asks stands at the end.
_TAG = re.compile(
    r"(?<!as )(?<!than )(?<!how )(?<!what )"
    r"(?<!that )(?<!this )(?<!who )(?<!they )(?<!it )(?<!he )(?<!we )(?<!i )\b"
    r"(?:does|do|did|is|are|was|will|can|would|has|have)(?:n['’]?t)?"
    r" (?:it|they|he|she|i|we|that)\W*$|\b(?:then how|how (?:ah|leh|lah?))\W*$",
    re.IGNORECASE,
)
#: "Sir how many days they keep it", "but which day": a clause that begins with what is asked for.
_ASKED_FOR = re.compile(
    r"(?:^|[.,;!\n]\s*|\b(?:and|but|so|or|then|sir|madam|ma['’]am|please|pls)\s+)"
    r"(?:how many|(?:(?:on|by|till|until|from|in|at|for|to|which) )?(?:what|which) (?:days?|dates?|time|hours?|office"
    r"|counter|address|name|number|place|shop))\b",
    re.IGNORECASE,
)
#: "Gelir mi", "придёт ли", "czy przyjdzie": the word that makes a question of what it stands beside.
_PARTICLE = re.compile(
    r"\b(?:\w+(?:[aeıiuü]r|m[ae]z|[dt][ıiuü]|yor(?:lar)?|[ea]c[ea]k(?:ler|lar)?|m[ıiuü]ş)|var|yok|değil) m[ıiuü]"
    r"(?:y[ıiuü][mz]|s[ıiuü]n(?:[ıiuü]z)?)?(?: acaba)?(?=\W*$|,)"
    r"|(?<!вряд )(?<!едва )(?<!то )\bли\b|(?:^|[.,;!]\s*)(?:czy|чи)\s",
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


def asks_unmarked(text: str, english: bool) -> bool:
    """Tell whether a message asks without a mark: "I was asking how likely it is", "have you sent it or not"."""
    inside = _INSIDE if english else _ELSEWHERE
    return bool(inside.search(text) or _OR_NOT.search(text))


def asks_by_its_build(sentence: str) -> bool:
    """Tell whether a sentence asks by its end, or by what a clause of it begins with, in whatever order its words are.

    "Whether it comes or not" leaves something open, and asks nothing.
    """
    of_two = _OR_NOT.search(sentence) or _OR_NO_INSIDE.search(sentence)
    if of_two and not _LEAVES_IT_OPEN.search(sentence):
        return True
    return any(built.search(sentence) for built in (_TAG, _ASKED_FOR, _PARTICLE))
