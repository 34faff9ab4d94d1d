"""Read the many words for "ok": of themselves they take note, and only right after an offer they take it up. Pure."""

from __future__ import annotations

import re

#: Said of an offer they take it up, in the English of wherever somebody writes from.
SLANG_YES = (
    r"bet|a?ight|aite|ehen|ehn|oya|grand|sound|sweet|righto|right you are|deal|done deal|go on(?: then| so)?|yessir"
    r"|yes sir|yass+|sure thing|for sure|fo sho|you bet|hell yeah|why not|no problem|no wahala|na (?:that one|so|im)"
    r"|ok do that|do that one|might as well|mos def|defo|deffo|indeed|suits me|works for me"
)
_OK = (
    rf"(?:{SLANG_YES}|ok(?:ay|ie|ey)?|oki|okey dokey|okie dokie|k+|cool|fine|good|great|perfect|right|alright"
    r"|all right|fair enough|got ?(?:it|cha)|noted|understood|will do|no worries|lovely|brill\w*|ace|nice one|dope|word"
    r"|safe|sharp|lekker|cheers|sorted|i see|thats fine|that['’]?s (?:fine|ok(?:ay)?|grand|cool|good))"
)
_LITTLE = (
    r"(?:then|so|mate|man|bro|bruh|boss|my guy|my friend|jare|abeg|dear|sir|madam|thanks?|thank you|ta|and|well|ah|oh)"
)
_ONLY_OK = re.compile(rf"\W*{_OK}(?:\W+(?:{_OK}|{_LITTLE})(?!\w)){{0,3}}\W*", re.IGNORECASE)
_ONLY_OK_ELSEWHERE = re.compile(
    r"\W*(?:in ordnung|alles klar|gut|passt|vale|bueno|listo|d['’]accord|entendu|ça marche|va bene|d['’]accordo"
    r"|tá(?: bom)?|beleza|blz|combinado|está bem|goed|prima|oké|is goed|dobrze|dobra|jasne|tamam|peki|хорошо|ладно"
    r"|понятно|ясно|добре|гаразд|зрозуміло|حسنا|تمام|طيب|わかりました|分かりました|了解(?:です|しました)?|好的?|知道了"
    r"|알겠습니다|okej|visst)"
    r"\W*",
    re.IGNORECASE,
)


def only_says_ok(text: str) -> bool:
    """Tell whether a message is nothing but a word for "ok", which takes note and asks nothing."""
    if "?" in text or "？" in text:
        return False
    return bool(_ONLY_OK.fullmatch(text) or _ONLY_OK_ELSEWHERE.fullmatch(text))
