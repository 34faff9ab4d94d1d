"""Tell which language a message is written in, and whether that is sure enough to answer in it from now on.

`eldc` weighs the letters of sixty languages; scripts decide what it cannot. Codes, addresses, links, quotations and
carriers' names are not the shopper's words and do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import eldc

from parcelbot.reading.codes import find_codes
from parcelbot.reading.number_formats import without_carriers

ENGLISH = "en"
#: The languages that are likeliest here: of two that are nearly as likely, such as Swedish and Danish, it is this one.
_USUAL = frozenset({"de", "nl", "es", "pt", "fr", "it", "ru", "uk", "pl", "tr", "ja", "zh", "ar", "ko", "sv"})
#: Hardly anybody writes a shop in the others, and a misspelt English word looks like Yoruba or Catalan.
_CANDIDATES = _USUAL | {
    "en", "cs", "da", "fi", "no", "ro", "hu", "sk", "el", "he", "hi", "vi", "ms", "th", "bg", "hr", "sr", "fa", "ur",
    "bn", "ta", "lt", "lv", "et", "sl",
}  # fmt: skip
_FEWEST_WORDS = 3
#: Letters that are worth as much as three words where none are told apart by blanks.
_FEWEST_LETTERS = 4
#: "Order number" and "delivered" are Chinese characters alone in Japanese, too.
_FEWEST_LETTERS_WITHOUT_KANA = 9
#: How much likelier the language must be than English.
_CLEAR_MARGIN = 0.12
#: Likelier still, to answer in it from now on, or to believe one or two words.
_WIDE_MARGIN = 0.3
#: By how much a usual language is preferred to others, and what must lie between the two likeliest to be sure.
_PREFERENCE, _APART = 0.05, 0.03
_MOST_CHARACTERS = 600
#: A message with so many letters of another script is in its language, whatever English it names.
_FOREIGN_SHARE = 0.3

#: What stands between blanks, up to the letters of a script that has none: "10日も" is a number and words.
_SPACED = r"[^\s\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uff60]"
_NOT_WORDS = re.compile(
    rf"https?://{_SPACED}+|www\.{_SPACED}+|{_SPACED}*\d{_SPACED}*|{_SPACED}+@{_SPACED}+|[@#]\w+"
    r"|[\"“”«„][^\"“”«»„]{3,160}[\"“”»]|(?<!\w)['‘][^'‘’]{3,160}['’](?!\w)|[「『][^」』]{2,160}[」』]"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = "LATIN"
_SCRIPTS = {
    "HIRAGANA": ("ja",), "KATAKANA": ("ja",), "HANGUL": ("ko",), "CJK": ("zh",), "CYRILLIC": ("ru", "uk", "bg", "sr"),
    "ARABIC": ("ar", "fa", "ur"), "GREEK": ("el",), "HEBREW": ("he",), "THAI": ("th",), "DEVANAGARI": ("hi",),
    "BENGALI": ("bn",), "TAMIL": ("ta",),
}  # fmt: skip
#: Kana settle it, however many Chinese characters stand around them.
_KANA = frozenset({"HIRAGANA", "KATAKANA"})
_UNSPACED = frozenset({"ja", "zh", "ko", "th"})
#: Letters that only one of the languages of a script has.
_OWN_LETTERS = {
    "uk": re.compile(r"[іїєґ]", re.IGNORECASE),
    "ru": re.compile(r"[ыэё]", re.IGNORECASE),
    "fa": re.compile(r"[پچژگ]"),
}


@dataclass(frozen=True)
class WrittenLanguage:
    """Language of a message: its ISO 639-1 code, and whether the message alone makes it sure.

    `script` is the code of the language in that script, for one that has several; "" where nothing tells which.
    """

    code: str
    sure: bool
    script: str = ""


ENGLISH_PERHAPS = WrittenLanguage(ENGLISH, sure=False)


def read_written_language(text: str, conversation: str = "") -> WrittenLanguage:
    """Tell the language of `text`; one that is too short to tell is the `conversation`'s, if it can be that.

    English and not sure where there is nothing to go by.
    """
    words = own_words(text)
    if not words:
        return WrittenLanguage(conversation or ENGLISH, sure=False)
    script = _script(words)
    read = _by_letters(words) if script == _LATIN else _by_script(words, script)
    if conversation == "ja" and read.code == "zh" and len(words.replace(" ", "")) < _FEWEST_LETTERS_WITHOUT_KANA:
        return WrittenLanguage("ja", sure=False)
    if read.sure or not conversation or not _can_be(conversation, script):
        return read
    return WrittenLanguage(conversation, sure=False)


def own_words(text: str) -> str:
    """Give the shopper's own words of `text`: without codes, links, quotations and names of carriers; "" for none."""
    text = text[:_MOST_CHARACTERS]
    for code in find_codes(text):
        text = text[: code.start] + " " * (code.end - code.start) + text[code.end :]
    text = without_carriers(_NOT_WORDS.sub(" ", text))
    return " ".join(_WORD.findall(text))


def _script(words: str) -> str:
    """Name the script of the words: Latin unless a good part is in another."""
    if words.isascii():
        return _LATIN
    letters = Counter(unicodedata.name(letter, _LATIN).split()[0] for letter in words if letter.isalpha())
    letters = Counter({name.split("-")[0]: count for name, count in letters.items()})
    others = {name: count for name, count in letters.items() if name in _SCRIPTS}
    if sum(others.values()) < _FOREIGN_SHARE * letters.total():
        return _LATIN
    return next((name for name in others if name in _KANA), max(others, key=others.__getitem__))


def _by_script(words: str, script: str) -> WrittenLanguage:
    """Tell the languages of one script apart by letters that only one has, else by `eldc`."""
    codes = _SCRIPTS[script]
    own = next((code for code in codes if code in _OWN_LETTERS and _OWN_LETTERS[code].search(words)), "")
    scores = _scores(words)
    code = own or _likeliest({code: scores.get(code, 0.0) for code in codes})[0]
    if code in _UNSPACED:
        return WrittenLanguage(code, sure=sum(letter.isalpha() for letter in words) >= _FEWEST_LETTERS)
    # Ukrainian can hardly do without its own letters for long
    clear = bool(own) or (code != "uk" and max(scores, key=scores.__getitem__, default=code) == code)
    return WrittenLanguage(code, sure=clear and len(words.split()) >= _FEWEST_WORDS)


def _by_letters(words: str) -> WrittenLanguage:
    """Tell languages in Latin letters apart; what none stands out for may be English."""
    scores, count = _scores(words), len(words.split())
    code, lead = _likeliest(scores)
    margin = scores.get(code, 0.0) - scores.get(ENGLISH, 0.0)
    if code == ENGLISH:
        return WrittenLanguage(ENGLISH, sure=count >= _FEWEST_WORDS and lead >= _CLEAR_MARGIN)
    if count < _FEWEST_WORDS:
        believed = code in _USUAL and margin >= _WIDE_MARGIN and len(words) >= _FEWEST_LETTERS
        return WrittenLanguage(code, sure=False) if believed else ENGLISH_PERHAPS
    if margin < _CLEAR_MARGIN:
        return ENGLISH_PERHAPS
    return WrittenLanguage(code, sure=margin >= _WIDE_MARGIN and lead >= _APART)


def _likeliest(scores: Mapping[str, float]) -> tuple[str, float]:
    """Give the likeliest language, a usual one before others, and its lead; English without scores."""
    weighed = {code: score + _PREFERENCE * (code in _USUAL) for code, score in scores.items()}
    best, second, *_ = [*sorted(weighed, key=weighed.__getitem__, reverse=True), ENGLISH, ENGLISH]
    return best, weighed.get(best, 0.0) - weighed.get(second, 0.0)


def _can_be(code: str, script: str) -> bool:
    """Tell whether a language is written in a script; Chinese characters may be Japanese."""
    if script == _LATIN:
        return True
    return code in _SCRIPTS[script] or (script == "CJK" and code == "ja")


def _scores(words: str) -> dict[str, float]:
    """Score the languages that `eldc` finds likeliest, 0 to 1; {} for words that are in none."""
    return dict(_detector()(words).scores or {})


@cache
def _detector() -> Callable[[str], Any]:
    eldc.init()
    eldc.set_languages(sorted(_CANDIDATES))
    eldc.set_scores(eldc.MAX_SCORES)
    detect: Callable[[str], Any] = eldc.detect_details
    return detect
