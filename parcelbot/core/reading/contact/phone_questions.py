"""Tell whether a message asks for a telephone number to ring, in whatever language. A rule."""

from __future__ import annotations

import re

_ASKS = re.compile(
    r"\b(?:do|have) (?:you|u|ya)(?: guys| people)? (?:have |got )?(?:an? |any |some )?"
    r"(?:tele)?phone(?: ?(?:number|line))?\b"
    r"|\b(?:what(?:['’]?s| is)|is there|got) (?:the |an? |any )?"
    r"(?:(?:tele)?phone(?: ?(?:number|line))|hotline|helpline)\b"
    r"|\b(?:avete|hai|c['’]è|qual è|mi dat?[ei]|mi dà) [^.!?]{0,15}\b(?:telefono|numero da chiamare)\b"
    r"|\b(?:tienen|ten[ée]is|tiene|tienes|hay|cu[aá]l es|me das?|me dan) [^.!?]{0,20}\btel[ée]fono\b"
    r"|\b(?:avez[- ]vous|vous avez|t['’]as|y a[- ]t[- ]il|il y a|quel est) [^.!?]{0,20}"
    r"\b(?:t[ée]l[ée]phone|num[ée]ro à appeler)\b"
    r"|\b(?:habt ihr|haben sie|hast du|gibt(?:['’]?s| es)|wie (?:ist|lautet)) [^.!?]{0,20}"
    r"\b(?:telefon\w*|rufnummer|hotline)\b"
    r"|\b(?:t[eê]m|há|qual (?:é )?o) [^.!?]{0,20}\btelefone\b"
    r"|\b(?:heb(?:ben)? (?:je|jullie|u)|heeft u|is er|wat is) [^.!?]{0,20}\btelefoon\w*"
    r"|\b(?:macie|maj[aą]|ma pan\w*|jest|jaki) [^.!?]{0,20}\b(?:telefon\w*|infolini\w*)"
    r"|\btelefon(?: numara\w*)? [^.!?]{0,12}(?:var m[ıi]|nedir|kaç)"
    r"|(?:есть|какой|дайте|подскажите) [^.!?]{0,20}телефон|(?:(?<!\w)є|який|дайте|підкажіть) [^.!?]{0,20}телефон"
    r"|電話番号[^。！？]{0,8}(?:あります|教えて|分かり|わかり|何番|[？?]$)|(?:有|什么)[^。！？]{0,6}电话|电话(?:号码)?(?:是多少|有吗|多少)"
    r"|(?:هل|ما|عندكم|لديكم)[^.!?؟]{0,20}(?:هاتف|تلفون)",
    re.IGNORECASE,
)
#: "Do you have my phone number?", or a wish to be rung.
_OWN = re.compile(
    r"\b(?:my|mine|me|ring me|call me|il mio|mia?|mi n\w+|mon|mein\w*|meu|mijn|m[oó]j\w*|мой|моего|мій|мого)\b"
    r"|私の|我的|هاتفي|رقمي|telefonum",
    re.IGNORECASE,
)


def asks_for_a_number(text: str) -> bool:
    """Tell whether a telephone number is asked for, and not whether the shopper's own is known."""
    return _ASKS.search(text) is not None and _OWN.search(text) is None
