"""Read short things that one language says and that decide by themselves: "I see", a feeling, what was checked. Pure.

They come as data (`locales/phrases/`), in lower case; each may be the beginning of a word, for words are inflected, and
is a whole one where it ends with a full stop. How people spell who leave accents and apostrophes out, or write "ue" for
an umlaut, is read of all of them: no list needs it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parcelbot.core.reading.text.plain_text import without_accents

_MOST_CHARACTERS = 2000
#: The small words and courtesies of one answer; more say something else.
_MOST_PHRASES = 8
_GAPS = re.compile(r"[\W_]+")
#: Scripts whose words are not told apart by blanks, or take small words on at their front.
GLUED = re.compile("[\u0600-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: An umlaut is written with an e behind its letter as well, and an apostrophe is left out; in folded text.
_UMLAUTS = str.maketrans({letter: f"{letter}\u02ac" for letter in "\u00e4\u00f6\u00fc"})
_AN_E, _APART, _LEFT_OUT = "\u02ac", "\u02ad", re.compile(r"(?<=[^\Wl])['\u2019](?=\w)")
#: Shorter ones would be other words: "c'\u00e8" and "ce", "hab's" and "habs".
_FEWEST_ELIDED = 6
_ARABIC = re.compile("[\u0600-\u06ff]")
#: And, so; with, to, will, a verb's person, and the article.
_ARTICLES = "\u0627\u0644|\u0644\u0644|\u0628\u0627\u0644"
_PROCLITICS = f"[\u0648\u0641]?(?:{_ARTICLES}|[\u0628\u0644\u0633\u0647\u064a\u062a\u0646\u0627])?"
_WHOLE = "."
#: Each with the mark that ends it, for what is asked was not done.
_CLAUSES = re.compile(r"[^.!?;,\n。！？、，；؟،]+[?？؟]?")
#: A question's mark, or in scripts that leave it out the particle that ends one in Japanese or Chinese.
_ASKED = ("?", "？", "؟", "\u304b", "\u5417")
#: Nothing on a carrier's page is no carrier that was asked.
_TURNS_TO_SOMEBODY = "carrier_contacted"


@dataclass(frozen=True)
class PhraseLists:
    """The phrases of one language.

    A message of nothing but those that are `acknowledged` or `agreed` takes note of something. `feelings` are keyed
    by feeling. `checks` has what can be checked, by check; a clause with one of its phrases and one of `done`, and
    none of `not_done`, says that it was; those of `done` that are `looked` as well turn to nobody. One with a
    phrase of `sent_back`, and one of `sent_back_by` where there are any, tells of the shopper's own return. One
    with a phrase of `spoilt` and none of `not_spoilt` tells that the goods are, unless the message has a phrase of
    `spoilt_elsewhere`: a broken link is no broken vase.
    """

    acknowledged: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    feelings: Mapping[str, tuple[str, ...]] | None = None
    checks: Mapping[str, tuple[str, ...]] | None = None
    done: tuple[str, ...] = ()
    not_done: tuple[str, ...] = ()
    looked: tuple[str, ...] = ()
    sent_back_by: tuple[str, ...] = ()
    sent_back: tuple[str, ...] = ()
    spoilt: tuple[str, ...] = ()
    not_spoilt: tuple[str, ...] = ()
    spoilt_elsewhere: tuple[str, ...] = ()


class Phrases:
    """Reader of one language's phrases, whatever the case and the accents of a message."""

    def __init__(self, lists: PhraseLists) -> None:
        self._acknowledged, self._agreed = anywhere(lists.acknowledged), _whole(lists.agreed)
        self._takes_note = _whole((*lists.acknowledged, *lists.agreed))
        self._feelings = {name: anywhere(phrases) for name, phrases in (lists.feelings or {}).items()}
        self._checks = {name: anywhere(phrases) for name, phrases in (lists.checks or {}).items()}
        self._done, self._not_done = anywhere(lists.done), anywhere(lists.not_done)
        self._turned_to = anywhere(phrase for phrase in lists.done if phrase not in lists.looked)
        self._sent_back, self._by = anywhere(lists.sent_back), anywhere(lists.sent_back_by or ("",))
        self._spoilt, self._not_spoilt = anywhere(lists.spoilt), anywhere(lists.not_spoilt)
        self._elsewhere = anywhere(lists.spoilt_elsewhere)

    def acknowledges(self, text: str) -> bool:
        """Tell whether a message takes note of something and says nothing else."""
        words = folded(text)
        return bool(self._takes_note.fullmatch(words) and self._acknowledged.search(words))

    def only_begins(self, text: str) -> bool:
        """Tell whether words agree to nothing yet: before more words they only begin to speak."""
        return self._agreed.fullmatch(folded(text)) is not None

    def feeling(self, text: str) -> str:
        """Name the first feeling that the message speaks of; "" for none."""
        words = folded(text)
        return next((name for name, phrases in self._feelings.items() if phrases.search(words)), "")

    def checks(self, text: str) -> tuple[str, ...]:
        """List the checks that the message says are done."""
        done = [words for words in stated(text) if self._says_done(words)]
        asked = [words for words in done if self._turned_to.search(words)]
        where = {name: asked if name == _TURNS_TO_SOMEBODY else done for name in self._checks}
        return tuple(name for name, phrases in self._checks.items() if any(map(phrases.search, where[name])))

    def sent_back(self, text: str) -> bool:
        """Tell whether the shopper says that they sent something back to us."""
        return any(self._sent_back.search(words) and self._by.search(words) for words in stated(text))

    def spoilt(self, text: str) -> bool:
        """Tell whether a message says that the goods came stained, torn, broken, wet or with a smell."""
        if self._elsewhere.search(folded(text)):
            return False
        return any(self._spoilt.search(words) and not self._not_spoilt.search(words) for words in stated(text))

    def _says_done(self, words: str) -> bool:
        return self._done.search(words) is not None and self._not_done.search(words) is None


def clauses_of(text: str) -> list[str]:
    """Give the clauses of a text, each with the mark of a question where it has one."""
    return _CLAUSES.findall(text[:_MOST_CHARACTERS])


def stated(text: str) -> list[str]:
    """Give the clauses that are no questions, folded."""
    return [folded(clause) for clause in clauses_of(text) if not clause.endswith(_ASKED)]


def folded(text: str) -> str:
    """Give a text as words without case and accents, a blank before each."""
    letters = unicodedata.normalize("NFKD", without_accents(text[:_MOST_CHARACTERS].casefold()))
    bare = unicodedata.normalize("NFC", "".join(c for c in letters if not unicodedata.combining(c)))
    return f" {_GAPS.sub(' ', bare).strip()}"


def pattern_of(phrase: str) -> str:
    """Write the pattern of a phrase in folded text: it begins where a word does, unless its script has no blanks."""
    spelled = unicodedata.normalize("NFC", phrase.casefold()).translate(_UMLAUTS)
    elided = len(spelled) >= _FEWEST_ELIDED
    words = folded(_LEFT_OUT.sub(_APART, spelled) if elided else spelled)
    end = r"(?= |$)" if phrase.endswith(_WHOLE) else ""
    return f"{_start(words)}{re.escape(words[1:])}{end}".replace(_AN_E, "e?").replace(_APART, " ?")


def _start(words: str) -> str:
    """Write what stands before a phrase: a blank, with Arabic's small words written on to what follows, or nothing."""
    if _ARABIC.search(words):
        return f" {_PROCLITICS}"
    return " ?" if GLUED.search(words) else " "


def anywhere(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match any of the phrases, each as the beginning of a word; nothing where there are none."""
    return re.compile("|".join(map(pattern_of, phrases)) or r"(?!)")


def _whole(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match a text of one to four of the phrases and nothing else."""
    longest_first = sorted(map(pattern_of, phrases), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(longest_first)}){{1,4}}" if longest_first else r"(?!)")


def only(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match a text of one to eight of the phrases and nothing else."""
    longest_first = sorted(map(pattern_of, phrases), key=len, reverse=True)
    one_of = "|".join(longest_first)
    return re.compile(rf"(?:(?:{one_of})(?= |$|(?<=[^\x00-\u05ff]))){{1,{_MOST_PHRASES}}}" if one_of else r"(?!)")


def a_word(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match any of the phrases as whole words."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(f"{pattern_of(phrase)}{end_of(phrase)}" for phrase in longest_first) or r"(?!)")


def begins(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match any of the phrases as whole words, where a clause begins."""
    return re.compile("|".join(f" ?{pattern_of(phrase)}{end_of(phrase)}" for phrase in phrases) or r"(?!)")


def end_of(phrase: str) -> str:
    """Write what ends a word: in a script without blanks nothing does."""
    return "" if GLUED.search(phrase) and not _ARABIC.search(phrase) else r"(?= |$)"
