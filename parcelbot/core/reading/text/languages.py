"""Tell from its small words or its script that a message is not in English, and in which language it is."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: Small words of each language, and the few of this trade.
_WORDS: Mapping[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "es": (
            "el los las que por con una está esta mi pero como donde dónde cuando cuándo hola gracias pedido "
            "paquete quiero hice usted ustedes y ya qué lo ha "
        ),
        "fr": (
            "le les des une est mon ma mais où quand bonjour merci commande colis je vous avez avec pas sur et "
            "pour dans ce qui c'est n'ai "
        ),
        "de": (
            "der die das und ist ich mein meine nicht wo wann wie bitte hallo danke bestellung paket sendung wird "
            "muss ein eine mit seit was noch "
        ),
        "it": (
            "il lo gli una è mio mia ma dove quando ciao grazie ordine pacco sono con non che per del della ho "
            "buongiorno "
        ),
        "nl": (
            "het een en is mijn niet waar wanneer hallo bedankt bestelling pakket ik van met voor maar nog wel "
            "jullie wordt "
        ),
        "pt": (
            "o os uma está meu minha mas onde quando olá obrigado obrigada pedido encomenda não com que por eu "
            "vocês já é "
        ),
        "pl": (
            "jest moja moje nie gdzie kiedy dzień dzien dobry dziękuję paczka paczki zamówienie co mam się do i "
            "czy która który już "
        ),
        "tr": (
            "bir ve bu benim nerede ne zaman merhaba teşekkürler sipariş kargo paket değil için var yok mi mı siz "
            "numarası "
        ),
        "sv": ("och är min mitt inte var när hej tack beställning paket jag det en ett som har på "),
    }.items()
}
_SCRIPTS = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "uk": re.compile(r"[іїєґІЇЄҐ]"),
    "ru": re.compile(r"[а-яА-ЯёЁ]"),
}
_ENGLISH = frozenset(
    [
        "the",
        "is",
        "my",
        "i",
        "it",
        "you",
        "your",
        "and",
        "to",
        "of",
        "in",
        "for",
        "not",
        "have",
        "has",
        "was",
        "this",
        "that",
        "where",
        "when",
        "what",
        "how",
        "can",
        "please",
        "on",
        "but",
        "with",
        "a",
        "an",
        "do",
        "did",
        "are",
        "me",
        "they",
        "been",
        "will",
        "would",
        "or",
        "if",
        "at",
        "from",
    ]
)
_LEAST_HITS = 2
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def read_language(text: str) -> str:
    """Return the ISO 639-1 code of a message in one of fifteen other languages; "" for English and for what is unclear.

    A language written in Latin letters needs two of its small words, and more of them than English ones.
    """
    by_script = next((code for code, script in _SCRIPTS.items() if script.search(text)), "")
    if by_script:
        return by_script
    words = [word.casefold() for word in _WORD.findall(text)]
    hits = {code: sum(word in small for word in words) for code, small in _WORDS.items()}
    likeliest = max(hits, key=lambda code: hits[code])
    enough = hits[likeliest] >= _LEAST_HITS and hits[likeliest] > sum(word in _ENGLISH for word in words)
    return likeliest if enough else ""
