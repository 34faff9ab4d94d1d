"""Tell the language of a message that is nothing but a greeting, which is too short for anything else to tell it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from parcelbot.core.reading.text.plain_text import without_accents

#: No greeting of English stands here, nor one that two languages share.
_GREETINGS: Mapping[str, str] = {
    without_accents(greeting): code
    for code, greetings in {
        "pt": "oi|ola|oie|opa|e ai|bom dia|boa tarde|boa noite|oi gente|oi pessoal|oi tudo bem|ola tudo bem|ola bom dia"
        "|oi bom dia|ola boa tarde|oi boa tarde|ola boa noite|oi boa noite",
        "es": "hola|buenas|buenos dias|buenas tardes|buenas noches|hola buenas|hola que tal|hola buenos dias"
        "|hola buenas tardes|muy buenas",
        "it": "ciao|salve|buongiorno|buonasera|buon giorno|buona sera|ciao a tutti|ehi ciao",
        "fr": "bonjour|bonsoir|salut|coucou|bonjour a tous|bjr|bsr",
        "de": "guten tag|guten morgen|guten abend|hallo zusammen|moin|moin moin|servus|grüß gott|gruss gott|grüezi"
        "|gruezi|tag|tach|hallo guten tag|hallo guten abend",
        "nl": "goedemorgen|goedemiddag|goedenavond|goedendag|hoi|hallo daar",
        "pl": "czesc|dzien dobry|dobry wieczor|witam|hejka|siema|dobry",
        "sv": "hej|hejsan|hej hej|god morgon|god kvall|tjena|hallå där",
        "tr": "merhaba|merhabalar|selam|selamlar|iyi gunler|iyi aksamlar|gunaydin|selamun aleykum",
        "ru": "здравствуйте|привет|добрый день|добрый вечер|доброе утро|здрасьте|приветствую",
        "uk": "добрий день|добридень|вітаю|привіт|доброго дня|доброго вечора|доброго ранку",
        "ar": "مرحبا|السلام عليكم|سلام عليكم|اهلا|هلا|صباح الخير|مساء الخير",
        "ja": "こんにちは|こんばんは|おはようございます|おはよう|はじめまして",
        "zh": "你好|您好|你好啊|在吗|早上好|晚上好|下午好",
    }.items()
    for greeting in greetings.split("|")
}
_IN_ENGLISH = frozenset({"hi", "hello", "hey", "hiya", "good morning", "good afternoon", "good evening", "good day"})
#: A greeting of so many words at most stands before what is said.
_MOST_WORDS = 4
#: "Opa" greets, and says that something was a slip.
_OF_A_SLIP = frozenset({"opa"})
_TO_WHOM = re.compile(
    r"^(?:there|dear|love|mate|sir|madam|all|team|everyone|everybody|guys|folks)\b[\s,.!]*(?=\w)", re.IGNORECASE
)
_AROUND = re.compile(r"[^\w\s]+|_")


def greeting_language(text: str) -> str:
    """Name the language of a message that is a greeting and nothing else; "" for all others, and for English."""
    return _GREETINGS.get(_plain(text), "")


def without_greeting(sentence: str) -> str:
    """Leave out the greetings that a sentence begins with: "hi good evening, it came torn" tells what came."""
    words = sentence.split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        greeting = _plain(" ".join(words[:count]))
        if greeting in _IN_ENGLISH or (greeting in _GREETINGS and greeting not in _OF_A_SLIP):
            return without_greeting(_TO_WHOM.sub("", " ".join(words[count:])))
    return sentence


def _plain(text: str) -> str:
    return " ".join(_AROUND.sub(" ", without_accents(text)).split())
