"""Choose the language of a conversation: it is kept until a message is surely in another one, or somebody asks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from parcelbot.core.language import ENGLISH

#: A shorter message in another language is a name, a quotation or a courtesy.
_LEAST_WORDS = 3
#: Letters of a script without spaces that make up a word, roughly.
_LETTERS_A_WORD = 2
_MOST_WORDS_OF_A_REQUEST = 7
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: What a browser names (BCP 47) where Chinese is written in traditional characters.
_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z0-9_-]{1,30}))?\Z", re.IGNORECASE)
_TRADITIONAL_IN, _TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"}), "zh-hant"
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")


#: Names of languages for agents, who read English.
_ENGLISH_NAMES = {
    "en": "English", "es": "Spanish", "de": "German", "fr": "French", "it": "Italian", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "uk": "Ukrainian", "tr": "Turkish", "ar": "Arabic", "ja": "Japanese",
    "zh": "Chinese", "zh-hant": "Chinese (traditional)", "ko": "Korean", "sv": "Swedish",
}  # fmt: skip


def language_words(code: str) -> str:
    """Name a language for agents; one that no case can be in by its code, "" for ""."""
    return _ENGLISH_NAMES.get(code, code)


def read_in(code: str) -> str:
    """Give the language that messages are understood in: of one that is only written otherwise, the one it is."""
    return code.partition("-")[0]


def language_of_tag(tag: str) -> str:
    """Give the code of a language as browsers name it, of `de` or `de-AT`; "" for something else."""
    found = _TAG.match(tag.strip())
    if not found:
        return ""
    code, script_or_place = found[1].lower(), re.split("[-_]", (found[2] or "").lower())[0]
    return _TRADITIONAL if code == read_in(_TRADITIONAL) and script_or_place in _TRADITIONAL_IN else code


def answer_languages(shopper: str, team_speaks: Sequence[str]) -> Sequence[str]:
    """List the languages, by code, in which a person's answer may come: the shopper's, if somebody writes it."""
    return (shopper,) if read_in(shopper) in team_speaks else team_speaks


class LaunchStatus(str, Enum):
    """State of a language: everything is said in it, nearly everything, or nothing."""

    FULL = "full"
    BETA = "beta"
    OFF = "off"


@dataclass(frozen=True)
class LanguageTraits:
    """Traits of a language.

    `name` is its own, `asked_as` how shoppers call it (lower case), `not_spoken` what is said to somebody who writes it
    while it is off, with `{languages}` and `{yes}`. `script_of` is the language that it is another script of, or "".
    """

    code: str
    name: str
    status: LaunchStatus
    asked_as: tuple[str, ...] = ()
    not_spoken: str = ""
    right_to_left: bool = False
    script_of: str = ""


@dataclass(frozen=True)
class LanguageTable:
    """All languages that are known, by code; `request_words` may stand around a language's name in a request for it."""

    languages: Mapping[str, LanguageTraits]
    request_words: frozenset[str] = frozenset()

    def speaks(self, code: str) -> bool:
        """Tell whether shoppers are answered in this language."""
        known = self.languages.get(code)
        return known is not None and known.status is not LaunchStatus.OFF

    @property
    def spoken(self) -> tuple[LanguageTraits, ...]:
        """The languages that shoppers are answered in."""
        return tuple(traits for traits in self.languages.values() if self.speaks(traits.code))

    @property
    def translated(self) -> tuple[LanguageTraits, ...]:
        """The spoken languages that have sentences of their own."""
        return tuple(traits for traits in self.spoken if not traits.script_of)

    def asked_for(self, text: str) -> str:
        """Find the language that a short message asks for ("auf deutsch bitte"); "" where it does not."""
        words = [word.casefold() for word in _WORD.findall(text)]
        if not 0 < count_words(text) <= _MOST_WORDS_OF_A_REQUEST:
            return ""
        lowered = " ".join(words)
        found = [(name, code) for name, code in self._names() if _names(lowered, name)]
        codes = {code for name, code in found if not any(name != longer and name in longer for longer, _ in found)}
        return codes.pop() if len(codes) == 1 and self._only_asks(words, lowered) else ""

    def _names(self) -> list[tuple[str, str]]:
        """List how each language is asked for, with its code."""
        return [(name, code) for code, traits in self.languages.items() for name in traits.asked_as]

    def _only_asks(self, words: list[str], lowered: str) -> bool:
        names = {name for name, _ in self._names()}
        if any(_UNSPACED.search(name) and name in lowered for name in names):
            return True
        parts = {part for name in names for part in name.split()}
        return all(word in parts or word in self.request_words for word in words)


@dataclass(frozen=True)
class HeardLanguage:
    """The language that a message was identified to be in; `sure` when no other one is likely. "" for none.

    `script` is the code under which it is spoken in the script of the message, "" where that does not show.
    """

    code: str = ""
    sure: bool = False
    script: str = ""


@dataclass(frozen=True)
class LanguageChoice:
    """The language to answer in; `foreign` is the message's where it is another one that we do not speak, else "".

    `requested` when the message asks for the language it now is.
    """

    code: str
    foreign: str = ""
    requested: bool = False


@dataclass(frozen=True)
class LanguageSigns:
    """Signs that the choice goes by.

    `before` is the conversation's language, "" at its first message; `prior` the one of the shopper's page. `quotes`
    when the message holds a carrier's words, which are in whatever language the carrier writes.
    """

    text: str
    heard: HeardLanguage = field(default_factory=HeardLanguage)
    before: str = ""
    prior: str = ""
    quotes: bool = False


def choose_language(signs: LanguageSigns, table: LanguageTable) -> LanguageChoice:
    """Choose the language to answer in. A pressed button, a number and a short word keep the one there is."""
    kept = signs.before or (signs.prior if table.speaks(signs.prior) else ENGLISH)
    if signs.text.startswith("/"):
        return LanguageChoice(kept)
    if asked := table.asked_for(signs.text):
        spoken = LanguageChoice(_in_script(asked, signs.heard, kept, table), requested=True)
        return spoken if table.speaks(asked) else LanguageChoice(kept, foreign=asked)
    heard = signs.heard
    if _tells(signs):
        spoken = LanguageChoice(_in_script(heard.code, heard, kept, table))
        return spoken if table.speaks(heard.code) else LanguageChoice(kept, foreign=heard.code)
    nothing_else = not (signs.before or signs.prior) and table.speaks(heard.code)
    return LanguageChoice(_in_script(heard.code, heard, kept, table) if nothing_else else kept)


def _in_script(code: str, heard: HeardLanguage, kept: str, table: LanguageTable) -> str:
    """Give a language in the script that the message is written in; one that does not show stays as it was."""
    if code != heard.code:
        return code
    if heard.script and table.speaks(heard.script):
        return heard.script
    return kept if read_in(kept) == code else code


def _tells(signs: LanguageSigns) -> bool:
    """Tell whether the message shows its language well enough to be answered in it."""
    if not (signs.heard.code and signs.heard.sure):
        return False
    first = not signs.before
    return first or (not signs.quotes and count_words(signs.text) >= _LEAST_WORDS)


def count_words(text: str) -> int:
    """Count the words of a message; where a script has no spaces, two letters are one."""
    return len(_WORD.findall(_UNSPACED.sub("", text))) + len(_UNSPACED.findall(text)) // _LETTERS_A_WORD


def _names(lowered: str, name: str) -> bool:
    return name in lowered if _UNSPACED.search(name) else f" {name} " in f" {lowered} "
