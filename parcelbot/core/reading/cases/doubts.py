"""Read doubts of a case: whether something was taken out of it, and why it should be answered this time. Pure."""

from __future__ import annotations

import re

_OUT = re.compile(
    r"\b(?:did|have|has) (?:you|u|they|it)\b[^.?!]{0,12}\b(?:tak(?:e|en)|took|remov\w+|delet\w+|struck)\b"
    r"(?![^.?!]*\b(?:for delivery|the van|depot|parcel|package|post)\b)"
    r"|\bis (?:it|that|(?:the|my) \w+) (?:out of (?:it|there|the (?:case|ticket))|gone from (?:it"
    r"|the (?:case|ticket))|removed)"
    r"|\b(?:tiraram|tirou|removeram|removido|quitaron|quitado|borraron|eliminaron|retiré|enlevé|supprimé|rausgenommen"
    r"|herausgenommen|gelöscht|entfernt|gestrichen|tolto|rimosso|eruit gehaald|verwijderd|geschrapt|убрали"
    r"|удалили|прибрали"
    r"|видалили|çıkardınız|çıkarıldı|kaldırdınız|kaldırıldı|sildiniz)\b|\busuni[ęe]t\w+|\busun[ęe]li\w*"
    r"|(?:外し|削除し|消し)(?:て|まし)|(?:去掉|删掉|删除|拿掉)了|حذفتم|أزلتم",
    re.IGNORECASE,
)
_WHY_NOW = re.compile(
    r"\bwhy (?:would|should|will) (?:any(?: ?one|body)|they|you|some(?: ?one|body)|a person|your (?:team"
    r"|colleagues?|people))\b"
    r"[^.?!]{0,25}\b(?:answer|reply|respond|write back|care|listen|do anything)"
    r"|\bwarum sollten? (?:jetzt|diesmal|da|mir|man|sie|jemand)\b[^.?!]*\b(?:antwort|melde)"
    r"|\bpourquoi\b[^.?!]*\b(?:répondr\w+)[^.?!]*\b(?:cette fois|maintenant)"
    r"|\bpor qu[eé]\b[^.?!]*\b(?:responder|contestar)"
    r"[^.?!]*\b(?:ahora|esta vez|agora|desta vez)|\bperch[ée]\b[^.?!]*\brispond\w+[^.?!]*\b(?:adesso|ora"
    r"|questa volta)"
    r"|\bwaarom zou(?:den)?\b[^.?!]*\b(?:antwoord|reager)|\bdlaczego\b[^.?!]*\b(?:teraz|tym razem)\b[^.?!]*\bodp"
    r"|\bпочему\b[^.?!]*\b(?:теперь|сейчас|на этот раз)\b[^.?!]*\bответ|\bчому\b[^.?!]*\b(?:тепер"
    r"|цього разу)\b[^.?!]*\bвідпов"
    r"|\b(?:neden|niye)\b[^.?!]*\b(?:şimdi|bu sefer)\b[^.?!]*\b(?:cevap|yanıt)|(?:なぜ"
    r"|どうして)[^。？]*(?:今度|今回)[^。？]*(?:返信|返事|回答)"
    r"|(?:为什么|凭什么)[^？]*(?:这次|现在)[^？]*(?:回复|回答)|لماذا[^؟]*(?:سيرد|سيجيب)",
    re.IGNORECASE,
)


def asks_whether_it_is_out(text: str) -> bool:
    """Tell whether a question asks whether something was taken out of a case."""
    return _OUT.search(text) is not None


def doubts_an_answer(text: str) -> bool:
    """Tell whether a message asks why anybody should answer this time."""
    return _WHY_NOW.search(text) is not None
