"""Tell from its words whether a sentence is in its language: English left-overs, negations, the language itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

import eldc

from parcelbot.locales.form import without_placeholders
from parcelbot.locales.source import EnglishText

#: Words that show a sentence to be English; what another language writes alike is taken out below.
_ENGLISH = re.compile(
    r"the|yours?|you|with|this|that|these|have|has|please|parcels?|and|from|been|which|when|where|there|they|will|would"
    r"|should|don't|can't|isn't|doesn't|it's|i'm|i'll|we'll|orders?|carriers?|scan|seller|shipment|delivery|delivered"
    r"|customs|not|what|who|how|yes|if"
)
_ALIKE = {
    "nl": ("been", "order", "orders", "scan"),
    "de": ("scan", "order"),
    "sv": ("order", "and"),
    "fr": ("scan",),
    "it": ("scan",),
    "pt": ("scan",),
    "es": ("has",),
    "tr": ("not",),
}
#: Latin words that stand in any script: names, and what is never translated.
_NAMES = re.compile(
    r"kossr|aliexpress|cainiao|paypal|whatsapp|apple|usps|ups|dhl|fedex|gls|dpd|evri|ems|royal|mail|yunexpress|yanwen"
    r"|track|pdf|png|jpe?g|webp|mb|kt|vat|id|sms|app|e|email|gps|qr|pin|utc|cet|gmt|https?|www|com"
    r"|cn|lp|rr|yt|am|pm|eori|hs|ioss|ddp|dap|faq"
)
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z']+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+|\b\w*\d\w*\b|#\w+|KT-[0-9A-Z]+")
_OTHER_SCRIPT = ("ru", "uk", "ar", "ja", "zh", "ko")

_NEGATED = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|without|cannot|neither|nowhere)\b|n['’]t\b", re.IGNORECASE
)
#: How a language says no; Turkish does so inside its verbs, which this cannot tell.
_NEGATIONS = {
    "de": r"\b(?:nicht|nichts|kein\w*|nie|niemals|niemand\w*|ohne|weder|nirgends|nein|noch nie)\b|\bun\w+",
    "fr": r"\b(?:ne|pas|jamais|rien|personne|aucun\w*|sans|ni|non|plus)\b|\bn['’]",
    "es": r"\b(?:no|nunca|nada|nadie|ning\w+|sin|ni|jamás|tampoco)\b",
    "it": r"\b(?:non|mai|niente|nulla|nessun\w*|senza|né|no|ancora)\b",
    "nl": r"\b(?:niet|niets|geen|nooit|niemand|zonder|nergens|nee|noch)\b|\bon\w+",
    "pl": r"\b(?:nie|nigdy|nic|nikt|nikogo|bez|brak\w*|żad\w+|ani|nigdzie)\b|\bnie\w+",
    "pt": r"\b(?:não|nunca|nada|ninguém|nenhum\w*|sem|nem|jamais)\b",
    "sv": r"\b(?:inte|inget|ingen|inga|aldrig|utan|ingenting|nej|varken|ej)\b|\bo\w+",
    "ru": r"\b(?:не|нет|ни|никогда|ничего|никто|никого|без|нельзя|нигде)\b|\bне\w+|\bни\w+",
    "uk": r"\b(?:не|немає|нема|ні|ніколи|нічого|ніхто|нікого|без|ніде)\b|\bне\w+|\bні\w+",
    "ar": r"لا|لم|لن|ليس|غير|بدون|دون|ما |عدم|بلا|لست|لسنا|تعذ",
    "ja": r"ない|ません|ず|なし|なく|無|未|不|なか|ぬ|避け|控え",
    "zh": r"不|没|無|无|未|别|勿|非|莫|否",
    "ko": r"않|못|안|없|말|아니|아닌|불|미|모르",
}
#: A sentence has to have so many letters before its language can be told.
_LEAST_LETTERS = 40


def english_left(language: str, text: str) -> Iterator[str]:
    """Tell which words are English; where the script is another one, every Latin word that is no name."""
    pattern = _LATIN_WORD if language in _OTHER_SCRIPT else _WORD
    words = [word.casefold() for word in pattern.findall(_ADDRESS.sub(" ", without_placeholders(text)))]
    if language in _OTHER_SCRIPT:
        left = [word for word in words if not _NAMES.fullmatch(word)]
    else:
        alike = _ALIKE.get(language, ())
        left = [word for word in words if _ENGLISH.fullmatch(word) and word not in alike]
    if left:
        yield f"English left: {', '.join(dict.fromkeys(left))}"


def negation_lost(language: str, source: EnglishText, text: str) -> Iterator[str]:
    """Tell a sentence that denies nothing where the English does."""
    no = _NEGATIONS.get(language)
    if no and _NEGATED.search(source.text) and not re.search(no, text, re.IGNORECASE):
        yield "no negation, in English there is one"


def other_language(language: str, text: str) -> Iterator[str]:
    """Tell a sentence that is read as one of another language; short ones are not judged."""
    words = _ADDRESS.sub(" ", without_placeholders(text))
    least = _LEAST_LETTERS // 4 if language in ("zh", "ja", "ko") else _LEAST_LETTERS
    if sum(letter.isalpha() for letter in words) < least:
        return
    eldc.init()
    found = eldc.detect(words)
    if found != language:
        yield f"reads as {found}"
