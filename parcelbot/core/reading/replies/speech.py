"""Read what one language says by itself, whatever was asked: "send it", "vale", hopes, a leave, the wish for a person.

English is read by rules of its own; all other languages by these, which come as data (`heard` in `locales/phrases/`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parcelbot.core.reading.cases.case_words import SAID_BY_ITSELF, Said
from parcelbot.core.reading.text.parcels_said import ParcelSaid
from parcelbot.core.reading.text.phrases import a_word, anywhere, clauses_of, folded, only, stated
from parcelbot.core.reading.text.plain_text import has_question_mark

#: An "ok" is one in every language.
_OKS = ("ok", "okay", "oki", "okk")
_SIGHS = ("ah", "ay", "oh", "ach", "och", "hm", "eh", "tja")
#: Letters between a verb and the person it asks for; fewer in scripts that have no blanks.
_GAP, _UNSPACED_GAP, _UNSPACED = 25, 8, re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE = re.compile("[^.!?;\n\u3002\uff01\uff1f\uff1b\u061f]+")


@dataclass(frozen=True)
class SpeechLists:
    """The phrases of one language.

    A message of nothing but `oks` agrees, also one of `noted` (and what is only `courteous`, or `thanks`) takes
    note. A clause of nothing but `orders`, with `please` around, has the case sent, unless a later one begins with
    one of `waits` and has none of `waits_on`. `thanking` with `good_day` behind it takes leave, with one of `goes`
    and none of `but` it says what is done now; and `says` has what takes up an offer. One of `asked` before one of
    `persons`, or of `then` behind it, wants one: not with one of `apart` between them, nor of `declined` before.
    `in_writing` says how, unless one of `when` says when. `undamaged` goods are said to be whole, unless one of
    `damaged` is left, or of `of_the_box` there. A clause with a phrase of each list of `still_needed` asks what
    else we want. `says` are what single phrases say.
    """

    oks: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    courteous: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    please: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    waits_on: tuple[str, ...] = ()
    thanking: tuple[str, ...] = ()
    good_day: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    in_writing: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    undamaged: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    of_the_box: tuple[str, ...] = ()
    still_needed: tuple[tuple[str, ...], ...] = ()
    says: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Speech:
    """Reader of what one language says by itself, whatever the case and the accents of a message."""

    def __init__(self, lists: SpeechLists) -> None:
        oks, thanking = (*lists.oks, *_OKS), anywhere(lists.thanking)
        self._agrees, self._only_ok = only(oks), only((*oks, *lists.noted, *lists.courteous, *lists.thanks, *_SIGHS))
        self._ok = a_word((*oks, *lists.noted))
        self._thanks = a_word(phrase for phrase in lists.thanks if not self._ok.match(folded(phrase)))
        self._orders, self._order = only((*lists.orders, *lists.please, *oks)), a_word(lists.orders)
        self._holds_on = only((*lists.waits, *lists.please, *oks, *lists.courteous))
        self._waits, self._waits_on = _opening_with(lists.waits, (*lists.please, *oks)), anywhere(lists.waits_on)
        self._leaves = _in_order(thanking, anywhere(lists.good_day))
        self._thanking, self._goes, self._but = thanking, anywhere(lists.goes), anywhere(lists.but)
        self._persons, self._declined = _wishes(lists), anywhere(lists.declined)
        self._in_writing, self._when = anywhere(lists.in_writing), anywhere(lists.when)
        self._undamaged, self._damaged = anywhere(lists.undamaged), anywhere(lists.damaged)
        self._of_the_box = anywhere(lists.of_the_box)
        self._needed = tuple(map(anywhere, lists.still_needed))
        self._says = {said: anywhere(lists.says.get(said.value, ())) for said in SAID_BY_ITSELF}

    def says(self, text: str) -> Iterator[str]:
        """Name what a message says by itself."""
        return (said.value for said in self._said(text))

    def _said(self, text: str) -> Iterator[Said | ParcelSaid]:
        whole, clauses = folded(text), tuple(map(folded, clauses_of(text)))
        yield from (said for said, phrases in self._says.items() if phrases.search(whole))
        yield from self._of_sending(stated(text))
        if not has_question_mark(text):
            yield from self._of_agreement(whole)
        yield from self._of_what_is_done(whole)
        if any(map(self._wants_a_person, map(folded, _SENTENCE.findall(text)))):
            yield Said.WANTS_A_PERSON
        if any(all(part.search(words) for part in self._needed) for words in clauses if self._needed):
            yield Said.STILL_NEEDED
        if self._is_undamaged(stated(text)) and not self._of_the_box.search(whole):
            yield Said.UNDAMAGED

    def _of_sending(self, clauses: Sequence[str]) -> Iterator[Said]:
        """Name the order to send, or to wait with it: the later one counts."""
        ordered = max((place for place, words in enumerate(clauses) if self._is_an_order(words)), default=-1)
        held = max((place for place, words in enumerate(clauses) if self._holds_back(words)), default=-1)
        if ordered > held:
            yield Said.ORDERS_TO_SEND
        elif held >= 0:
            yield Said.HOLDS_BACK

    def _of_agreement(self, whole: str) -> Iterator[Said]:
        if self._holds_on.fullmatch(whole) and self._waits.search(whole):
            yield Said.ONLY_HOLDS_ON
        if self._agrees.fullmatch(whole):
            yield Said.ONLY_AGREES
        if self._only_ok.fullmatch(whole) and self._ok.search(self._thanks.sub("", whole)):
            yield Said.ONLY_OK

    def _of_what_is_done(self, whole: str) -> Iterator[Said]:
        if self._leaves.fullmatch(whole):
            yield Said.TAKES_LEAVE
        if self._goes.search(whole) and self._thanking.search(whole) and not self._but.search(whole):
            yield Said.ACCEPTS
        if self._in_writing.search(whole) and not self._when.search(whole):
            yield Said.IN_WRITING

    def _is_an_order(self, words: str) -> bool:
        return self._orders.fullmatch(words) is not None and self._order.search(words) is not None

    def _holds_back(self, words: str) -> bool:
        return self._waits.match(words) is not None and not self._waits_on.search(words)

    def _is_undamaged(self, clauses: Sequence[str]) -> bool:
        """Tell whether goods are said to be whole, and none of it says that anything else is not."""
        left = [self._undamaged.sub(" ", words) for words in clauses]
        return left != list(clauses) and not any(map(self._damaged.search, left))

    def _wants_a_person(self, words: str) -> bool:
        """Tell whether a sentence wants one, and nothing in it before that declines."""
        found = self._persons.search(words)
        return found is not None and not self._declined.search(words, 0, found.end())


def _opening_with(phrases: Iterable[str], around: Iterable[str]) -> re.Pattern[str]:
    """Match what begins with one of the phrases, or with small words before it."""
    return re.compile(rf"(?:{a_word(around).pattern})*(?:{anywhere(phrases).pattern})")


def _in_order(first: re.Pattern[str], then: re.Pattern[str]) -> re.Pattern[str]:
    """Match a short message that says the one thing, and in the end the other."""
    return re.compile(rf".{{0,40}}(?:{first.pattern}).{{0,80}}(?:{then.pattern}).{{0,30}}")


def _wishes(lists: SpeechLists) -> re.Pattern[str]:
    """Match the wish for a person: with the verb before it, or behind it where a language puts it there."""
    most = _UNSPACED_GAP if any(map(_UNSPACED.search, lists.persons)) else _GAP
    gap = rf"(?:(?!{anywhere(lists.apart).pattern}).){{0,{most}}}"
    persons = rf"(?:{anywhere(lists.persons).pattern})"
    before, behind = (rf"(?:{anywhere(verbs).pattern})" for verbs in (lists.asked, lists.then))
    return re.compile(rf"{before}{gap}{persons}|{persons}{gap}{behind}")
