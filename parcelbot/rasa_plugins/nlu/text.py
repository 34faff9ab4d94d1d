"""Write a shopper's text as the features see it: codes, addresses and faces as words. Never shown to anybody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from html import unescape

from parcelbot.reading.codes import Code, find_codes

#: Longer texts are cut in the middle: what a shopper wants stands at the start or at the end.
MAX_CHARACTERS = 1200
#: How many texts' words are kept (10 MB when full): those that are learnt from come by several times.
_REMEMBERED = 32_768

_WORDS_FOR = {
    "tracking_number": " tracking number xcode ",
    "order_number": " order number xorder ",
    "ambiguous_number": " number xcode ",
    "payment_number": " number xcode ",
    "phone": " phone number xphone ",
    "email": " email address xmail ",
}
#: What is left of a code in the features' text; no words of a shopper's.
MARKERS = frozenset({"xcode", "xorder", "xphone", "xmail"})

_FACES = {
    "👍": " yes ",
    "👌": " yes ",
    "✅": " yes ",
    "👎": " no ",
    "❌": " no ",
    "🙏": " please thanks ",
    "👋": " hello ",
    "😡": " angry ",
    "🤬": " angry ",
    "😠": " angry ",
    "📦": " parcel ",
}
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"'})

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_HANDLE = re.compile(r"(?<!\w)@(\w{2,})")
_HASHTAG = re.compile(r"(?<!\w)#([A-Za-z]\w*)")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HANDLE_ENDING = re.compile(r"[_ ]?(?:help|support|care|cares|uk|us|au|ca|india|global|team)\b", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]{1,80}>")
_TRIPLED = re.compile(r"(\w)\1{2,}")
_SPACES = re.compile(r"\s+")
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


@lru_cache(maxsize=_REMEMBERED)
def normalised(text: str) -> str:
    """Normalise `text`, with its case, for the encoder and the spelling: one line, codes as words; "" for nothing."""
    text = unescape(text)  # pasted from a page's source: "&amp;"
    plain = _shorten(_without_controls(_masked(text, find_codes(text))))
    plain = unicodedata.normalize("NFKC", plain).translate(_APOSTROPHES)
    for face, words in _FACES.items():
        plain = plain.replace(face, words)
    plain = _MARKUP.sub(" ", _LINK.sub(" link ", plain))
    plain = _HASHTAG.sub(lambda tag: _CAMEL.sub(" ", tag[1]), _HANDLE.sub(_handle_words, plain))
    return _SPACES.sub(" ", _TRIPLED.sub(r"\1\1", plain)).strip()


def words(text: str) -> list[str]:
    """Give the words of `text`, lower case, without digits and punctuation."""
    return WORD.findall(text.translate(_APOSTROPHES).lower())


def without_codes(text: str) -> str:
    """Replace each code with a blank."""
    return _replaced(text, find_codes(text), lambda _: " ")


def latin_share(text: str) -> float:
    """Share of the letters that are Latin, 0 to 1; 1 when there are no letters."""
    letters = [char for char in text if char.isalpha()]
    latin = sum("LATIN" in unicodedata.name(char, "") for char in letters)
    return latin / len(letters) if letters else 1.0


def _masked(text: str, codes: tuple[Code, ...]) -> str:
    return _replaced(text, codes, lambda code: _WORDS_FOR[code.entity])


def _replaced(text: str, codes: tuple[Code, ...], words_for: Callable[[Code], str]) -> str:
    for code in sorted(codes, key=lambda code: -code.start):
        text = text[: code.start] + words_for(code) + text[code.end :]
    return text


def _handle_words(handle: re.Match[str]) -> str:
    """Name the handle's owner; one of digits names nobody, so it stands for whoever is spoken to."""
    name = "you" if handle[1].isdigit() else _HANDLE_ENDING.sub("", _CAMEL.sub(" ", handle[1]))
    return f" {name} "


def _without_controls(text: str) -> str:
    return "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Cs") else char for char in text)


def _shorten(text: str) -> str:
    half = MAX_CHARACTERS // 2
    return text if len(text) <= MAX_CHARACTERS else f"{text[:half]} {text[-half:]}"
