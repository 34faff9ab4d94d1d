"""Read that an order is not to be called off, or not any more, in all our languages. Rules, not a model."""

from __future__ import annotations

import re

_IN_ENGLISH = re.compile(r"\b(?:do not|don['’]?t|dont) (?:you |u |please |now |yet )?cancel\w*", re.IGNORECASE)
#: "Don't cancel both" wants one of them called off.
_OF_ALL = re.compile(
    r"\W+(?:\w+\s+)?(?:dos|ambos|ambas|todo\w*|toda\w*|deux|tous|toutes|tout|beid\w*|alles?|entramb\w+|tutt\w+|dois"
    r"|duas|oba|obie|wszystk\w+|оба|обе|все|всё|обидв\w+|усе|всі|ikisini|hepsini|båda|allt)\b",
    re.IGNORECASE,
)
#: The no stands beside the verb, and the verb is asked of us or wished: "no se puede anular" spares nothing.
_ELSEWHERE = re.compile(
    r"\bno\s+(?:me\s+|se\s+)?(?:(?:lo|la|los|las)\s+)?(?:anul|cancel)(?:e|es|en|éis|ar|arlo|arla)\b"
    r"|\bno\s+(?:quiero|queremos|hace falta|hay que|necesito)\s+(?:\w+\s+)?(?:anular|cancelar)\w*"
    r"|\bn[ãa]o\s+(?:[oa]s?\s+|me\s+)?(?:cancel|anul)(?:e|es|em|ar)\b"
    r"|\bn[ãa]o\s+(?:quero|queremos|precisa\w*)\s+(?:mais\s+)?(?:cancelar|anular)\w*"
    r"|\b(?:n['’]|ne\s+l['’]|ne\s+les\s+)?annule[zr]?\s+(?:surtout\s+|donc\s+)?(?:pas|plus|rien)\b"
    r"|\bne\s+(?:pas|plus)\s+(?:l['’]\s*)?annuler\b|\b(?:veux|voulons|souhaite|voudrais)\s+(?:pas|plus)\s+(?:l['’]|d['’])?annuler\b"
    r"|\b(?:nicht|nichts|keinesfalls)\s+(?:mehr\s+)?(?:zu\s+)?"
    r"(?:stornier(?:en|t)|abbestellen|annullieren)\b"
    r"|\b(?:stornier(?:en|e|t)|annullieren)\s+(?:sie\s+)?(?:(?:bitte|es|das|sie|ihn|doch|also|die|den|bestellung)\s+){0,4}"
    r"(?:nicht|nichts)\b"
    r"|\bniet\s+(?:meer\s+)?(?:te\s+)?annuleren\b"
    r"|\bannuleer\s+(?:(?:het|hem|ze|maar|toch|de|bestelling|alsjeblieft)\s+){0,4}niet\b"
    r"|\bnon\s+(?:l[oaie]\s+)?(?:annull|cancell)(?:ate|are|i|ino|atel[oa]|arl[oa])\b"
    r"|\bnon\s+(?:voglio|vogliamo|serve|occorre)\s+(?:più\s+)?(?:annullar|cancellar)\w*"
    r"|\bnie\s+(?:anuluj\w*|anulować|odwołuj\w*)|\bnie\s+chc\w+\s+(?:już\s+)?anulować\b"
    r"|\bне\s+(?:(?:надо|нужно|хочу|будем)\s+)?(?:уже\s+)?(?:отменяй\w*|отменять|аннулируй\w*|аннулировать)"
    r"|\bне\s+(?:(?:треба|потрібно|хочу|будемо)\s+)?(?:вже\s+)?(?:скасовуй\w*|скасовувати|відміняй\w*|відміняти|анулюй\w*)"
    r"|\biptal\s+(?:etmeyin\w*|etme|edilmesin|olmasın|etmek\s+istemiyor\w*|istemiyor\w*)\b"
    r"|\binte\s+(?:avboka|avbeställa|annullera)\b|\b(?:avboka|avbeställ|annullera)\s+(?:den\s+|det\s+)?inte\b"
    r"|(?:لا|ما)\s+تلغ\S*|لا\s+[أا]ريد\s+(?:[إا]لغاء|أن ألغي)"
    r"|キャンセル(?:は|を)?(?:しないで|しなくて|なしで|やめ|取りやめ|不要)"
    r"|(?<!要)(?:不要|别|別|不用|不想)(?:再|给我|給我)?(?:取消|退订|撤单)",
    re.IGNORECASE,
)
#: "Kann man nicht stornieren" tells what cannot be done.
_CANNOT = re.compile(r"\b(?:kann\w*|k[öo]nn\w+|darf|lässt|kan|kunt|kunnen)\b[^,;]*$", re.IGNORECASE)
_SENTENCES = re.compile(r"[^.!?？。！؟\n]+[?？؟]?")


def spares(text: str) -> bool:
    """Tell whether a message says that something is not to be called off: "please don't cancel both"."""
    return _IN_ENGLISH.search(text) is not None or spared_elsewhere(text)


def spared_elsewhere(text: str) -> bool:
    """Tell whether a message in another language than English asks that an order be kept: "no lo anulen"."""
    return any(_spares(sentence) for sentence in _SENTENCES.findall(text))


def without_sparing(text: str) -> str:
    """Leave out of an English message what it says is not to be called off."""
    return _IN_ENGLISH.sub(" ", text)


def _spares(sentence: str) -> bool:
    found = None if sentence.endswith(("?", "？", "؟")) else _ELSEWHERE.search(sentence)
    if found is None or _CANNOT.search(sentence, 0, found.start()):
        return False
    return _OF_ALL.match(sentence, found.end()) is None
