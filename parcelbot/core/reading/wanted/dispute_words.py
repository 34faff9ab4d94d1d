"""Read that somebody has decided to open a dispute, in the languages we speak: nobody is told to wait then. Pure."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.plain_text import has_question_mark

_I_AM = (
    r"(?:(?:i|we)(?:['’](?:m|re|ll|ve)|\s+(?:am|are|will|shall|have|did))?|im|ill|ive)"
    r"(?:\s+(?:just|now|already|going to|gonna|about to|then|first|right away|so|then|today)){0,3}"
)
_NAMED = r"(?:(?:a|the|that|my|this|one|up)\s+){0,2}(?:dispute|claim|case (?:on|with|at) ali\w*)"
_OPENS = r"(?:open(?:ing|ed)?|start(?:ing|ed)?|fil(?:e|ing|ed)|rais(?:e|ing|ed)|begin(?:ning)?)"
_DECIDED = re.compile(
    rf"\b{_I_AM}\s+{_OPENS}\s+{_NAMED}\b|^\W*(?:\w+\W+){{0,3}}{_OPENS}\s+{_NAMED}\s+(?:right )?now\b"
    rf"|\b(?:the )?dispute (?:is|has been) (?:now |already )?(?:open(?:ed)?|filed|in)\b",
    re.IGNORECASE,
)
#: Right after disputes were spoken of, "it" is one.
_DECIDED_ON_IT = re.compile(
    rf"\b{_I_AM}\s+{_OPENS}\s+(?:it|one)\b|^\W*(?:\w+\W+){{0,3}}open(?:ing)? it\b|\b(?:i|we) open\W*$",
    re.IGNORECASE,
)
_DECIDED_ELSEWHERE = re.compile(
    r"\b(?:eröffne|öffne|mache)\b.{0,30}\b(?:streitfall|disput\w*)|\b(?:streitfall|disput\w*)\b.{0,20}\b(?:eröffne|auf)\b"
    r"|\b(?:abro|abriré|voy a abrir|estoy abriendo|vou abrir|estou a abrir|abrirei)\b.{0,25}\bdisputa"
    r"|\bj['’]ouvre\b.{0,25}\blitige|\bje vais ouvrir\b.{0,25}\blitige"
    r"|\b(?:apro|aprirò|sto aprendo)\b.{0,25}\b(?:disputa|contestazione|controversia)"
    r"|\b(?:ik )?open\b.{0,25}\bgeschil|\bgeschil\b.{0,20}\bopenen\b|\b(?:otwieram|otworzę)\b.{0,25}\bspór"
    r"|\b(?:открываю|открою|открыла?)\b.{0,25}\bспор|\bспор\b.{0,20}\b(?:открываю|открою)"
    r"|\b(?:відкриваю|відкрию)\b.{0,25}\b(?:спір|суперечк)|\b(?:спір|суперечку)\b.{0,20}\b(?:відкриваю|відкрию)"
    r"|\b(?:anlaşmazlık|itiraz)\b.{0,20}\baç(?:ıyorum|acağım|arım)"
    r"|(?:我)?(?:现在|马上|这就|立刻).{0,4}(?:开|提|发起).{0,4}(?:纠纷|争议)"
    r"|(?:紛争|異議).{0,10}(?:開き|申し立て|開始し)ます|(?:سأفتح|أفتح|افتح|راح افتح).{0,15}نزاع",
    re.IGNORECASE,
)
#: Then it is threatened, asked, or not done.
_NOT_DECIDED = re.compile(
    r"\b(?:if|unless|otherwise|or else|should|when|before|until|don['’]?t|do not|won['’]?t|not|never|maybe|perhaps"
    r"|thinking|wenn|falls|sonst|nicht|soll|si|sino|no|sinon|pas|se|altrimenti|non|als|anders|niet|jeśli|inaczej|nie"
    r"|если|иначе|не|якщо|інакше|eğer|yoksa|não)\b|如果|否则|もし|إذا|لا ",
    re.IGNORECASE,
)


def opens_a_dispute(text: str, spoken_of: bool = False) -> bool:
    """Tell whether somebody says that they open a dispute now; `spoken_of`: the answer before was about one."""
    if has_question_mark(text) or _NOT_DECIDED.search(text):
        return False
    named = _DECIDED.search(text) or _DECIDED_ELSEWHERE.search(text)
    return named is not None or (spoken_of and _DECIDED_ON_IT.search(text) is not None)
