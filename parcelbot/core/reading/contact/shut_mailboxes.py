"""Read that an e-mail address must not be written to: it is dead, or somebody else reads it. Pure."""

from __future__ import annotations

import re

_SPEAKS_OF_IT = re.compile(
    r"@|mail|inbox|correo|courriel|e-?posta|posta\b|posty\b|почт|пошт|ящик|скриньк|メール|邮|郵|بريد|[إا]يميل"
)
_THAT = r"(?:that|this|the other|the old|his|her|their|my old)"
_BOX = r"(?:e-?mail|mail|mailbox|inbox)"
_WRITES = r"(?:write|send|mail|e-?mail|answer|reply|contact|use)"
#: By language: a verb of writing that is denied, and the box that it is said of.
_NOT_THERE = (
    rf"(?:\b(?:not|dont|never|nothing)|n['’]t)\b[^.!?]{{0,15}}\b{_WRITES}\b[^.!?]{{0,25}}"
    rf"\b(?:to|in|at|by|on|use) {_THAT} {_BOX}\b",
    r"\b(?:schreib|schick|send|antwort|nutz|benutz|verwend)\w*[^.!?]{0,25}\b(?:nicht|nichts|nie)\b[^.!?]{0,20}"
    r"\b(?:diese|jene|seine|ihre|alte|andere)\w*(?: \w+)? (?:e-?mail\w*|mail\w*|postfach)",
    r"\bno\b[^.!?]{0,15}\b(?:escrib|mand|env[ií]|us|contest|respond)\w*[^.!?]{0,20}"
    r"\b(?:es[ea]|est[ea]|otro|su) (?:correo|e-?mail|mail)",
    r"\b(?:écri|envoy|répond|utilis)\w*[^.!?]{0,12}\b(?:pas|plus|jamais|rien)\b[^.!?]{0,20}"
    r"\b(?:cette|cet|l['’]autre|son) ?(?:adresse )?(?:e-?mail|mail|courriel)",
    r"\bnon\b[^.!?]{0,12}\b(?:scriv|mand|invi|rispond|us)\w*[^.!?]{0,20}"
    r"\b(?:quell|quest|l['’]altr|su)\w*['’ ]+(?:indirizzo )?(?:e-?mail|mail|casella)",
    r"\bnão\b[^.!?]{0,12}\b(?:escrev|mand|envi|respond|us)\w*[^.!?]{0,20}"
    r"\b(?:(?:n|d)?ess[ea]|outro|dele|dela) (?:e-?mail)",
    r"\b(?:schrijf|stuur|mail|antwoord|gebruik)\w*[^.!?]{0,15}\b(?:niet|niets|nooit)\b[^.!?]{0,15}"
    r"\b(?:dat|die|deze|dit|andere|zijn|haar) (?:e-?mail|mail)\w*",
    r"\bnie\b[^.!?]{0,12}\b(?:pisz|pisa|wysył|odpowiad|używ)\w*[^.!?]{0,15}"
    r"\b(?:ten|tamten|tego|drugi|jego|jej) (?:adres )?(?:e-?mail|mail)\w*",
    r"\bне\b[^.!?]{0,12}\b(?:пиш|писа|отправл|шл|отвеча|надсила|відповіда|использу|використов)\w*[^.!?]{0,15}"
    r"\b(?:эт|т|друг|его|её|ее|цю|цей|ту|той|інш|його|її)\w* (?:почт|пошт|ящик|скриньк|e-?mail|мейл)\w*",
    r"\b(?:bu|o|şu|diğer|onun) (?:e-?posta|mail)\w*[^.!?]{0,25}\b(?:yazma|gönderme|atma|kullanma)\w*",
    r"لا (?:تكتب|ترسل|تراسل|تستخدم)\S*[^.؟]{0,20}(?:هذا|ذلك|ذاك) (?:ال)?(?:بريد|[إا]يميل)",
    r"(?:その|この|あの)メール[^。]{0,12}(?:送ら|使わ|書か)ない",
    r"(?:不要|别|別)[^。，]{0,8}(?:那个|这个|那個|這個)(?:邮箱|郵箱|邮件|電郵)",
)
#: Nobody reads it any more, or somebody else does.
_UNREAD = (
    r"\b(?:can['’]?t|cannot|can not|no longer)\b[^.!?]{0,15}\b(?:open|read|access|get into|check|use)\b[^.!?]{0,10}"
    rf"\b{_THAT} (?:{_BOX}|one)\b",
    r"\b(?:e-?mail|mailbox|inbox)(?: address)? (?:is|was|got) (?:dead|closed|gone|blocked|hacked|shut|deleted)\b",
)
_SHUT = re.compile("|".join((*_NOT_THERE, *_UNREAD)), re.IGNORECASE)


def shuts_a_mailbox(text: str) -> bool:
    """Tell whether a message says of an e-mail address that nothing must be written there."""
    return _SPEAKS_OF_IT.search(text.casefold()) is not None and _SHUT.search(text) is not None
