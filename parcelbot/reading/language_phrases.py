"""Read the short things that decide by themselves in other languages: `locales/phrases/<language>.yml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from parcelbot.core.reading.cases.case_phrases import CaseLists, CasePhrases
from parcelbot.core.reading.cases.case_words import SAID_ANYWHERE, SAID_BY_ITSELF, SAID_TOGETHER
from parcelbot.core.reading.questions.openness import OpennessLists
from parcelbot.core.reading.questions.question_form import FormLists, FormPhrases
from parcelbot.core.reading.questions.seconds_said import SECOND
from parcelbot.core.reading.questions.supposed import SupposedLists
from parcelbot.core.reading.replies.reply_phrases import Reader, ReplyLists, ReplyPhrases
from parcelbot.core.reading.replies.speech import Speech, SpeechLists
from parcelbot.core.reading.text.phrases import PhraseLists, Phrases
from parcelbot.core.reading.text.together import AskedTogether, Lists, ToldTogether
from parcelbot.core.reading.told.telling import TOLD
from parcelbot.written_files import parsed

_FOLDER = "phrases"
#: The check of the memory that stands for what was done at each.
_CHECKS = {"places": "places_checked", "people": "people_asked", "carrier": "carrier_contacted"}


@cache
def load_phrases(locales: Path) -> Mapping[str, Phrases]:
    """Read every language's file, by code, once a process; {} where there are none. BadFile for a malformed one."""
    return {path.stem: Phrases(parsed(path, _lists)) for path in _files(locales)}


@cache
def load_replies(locales: Path) -> Mapping[str, ReplyPhrases]:
    """Read what each language says to questions and about cases, by code, from the same files; raises likewise."""
    return {path.stem: parsed(path, _replies) for path in _files(locales)}


def _files(locales: Path) -> Sequence[Path]:
    return sorted((locales / _FOLDER).glob("*.yml"))


def _replies(data: Mapping[str, Any]) -> ReplyPhrases:
    return ReplyPhrases(_reply_lists(data), tuple(reader(data) for reader in _READERS))


def _reply_lists(data: Mapping[str, Any]) -> ReplyLists:
    replies = data["replies"]
    return ReplyLists(
        yes=_texts(replies["yes"]),
        no=_texts(replies["no"]),
        around=(*_texts(replies["around"]), *_texts(data["agreed"])),
        thanks=_texts(replies["thanks"]),
        thanks_for=_texts(replies["thanks_for"]),
    )


def _case_lists(data: Mapping[str, Any]) -> CaseLists:
    replies, cases, taken_back, heard = data["replies"], data["cases"], data["taken_back"], data["heard"]
    pairs = SAID_TOGETHER.items()
    return CaseLists(
        says={said.value: _texts(cases[said.value]) for said in SAID_ANYWHERE},
        together={said.value: (_texts(cases[first]), _texts(cases[second])) for said, (first, second) in pairs},
        leaves_it=_texts(cases["leaves_it"]),
        around=(*_texts(replies["around"]), *_texts(data["agreed"]), *_texts(replies["thanks"])),
        sends_nothing=_texts(cases["sends_nothing"]),
        another=_texts(heard["another"]),
        when=_texts(cases["when"]),
        answers=_texts(cases["answers"]),
        taken_back_by=_texts(taken_back["by"]),
        taken_back={matter: _texts(words) for matter, words in taken_back.items() if matter != "by"},
        both=_texts(heard["both"]),
    )


def _speech_lists(data: Mapping[str, Any]) -> SpeechLists:
    heard = data["heard"]
    return SpeechLists(
        oks=_texts(heard["oks"]),
        noted=_texts(heard["noted"]),
        courteous=_texts(data["agreed"]),
        thanks=_texts(data["replies"]["thanks"]),
        orders=_texts(heard["orders"]),
        please=_texts(heard["please"]),
        waits=_texts(heard["waits"]),
        waits_on=_texts(heard["waits_on"]),
        thanking=_texts(heard["thanking"]),
        good_day=_texts(heard["good_day"]),
        goes=_texts(heard["goes"]),
        but=_texts(heard["but"]),
        asked=_texts(heard["person_asked"]),
        then=_texts(heard["person_then"]),
        persons=_texts(heard["persons"]),
        apart=_texts(heard["person_apart"]),
        declined=_texts(heard["person_declined"]),
        in_writing=_texts(heard["in_writing"]),
        when=_texts(heard["when"]),
        undamaged=_texts(heard["undamaged"]),
        damaged=_texts(data["spoilt"]["says"]),
        of_the_box=_texts(heard["of_the_box"]),
        still_needed=tuple(map(_texts, heard["still_needed"])),
        says={said.value: _texts(heard[said.value]) for said in SAID_BY_ITSELF},
    )


def _form_lists(data: Mapping[str, Any]) -> FormLists:
    return FormLists(
        begins=_texts(data["asks"]),
        openness=OpennessLists(*(_texts(data["forms"][name]) for name in ("openly", "denying", "either", "corrects"))),
        asked_for=_by_name(data["asked_for"]),
        supposed=_supposed(data["supposed"]),
    )


def _supposed(data: Mapping[str, Any]) -> SupposedLists:
    return SupposedLists(
        ifs=_texts(data["ifs"]),
        whether=_texts(data["whether"]),
        asking=_texts(data["asking"]),
        it=_texts(data["it"]),
        events={name: _texts(phrases) for name, phrases in data["events"].items()},
        asks={name: _texts(phrases) for name, phrases in data["asks"].items()},
    )


def _lists(data: Mapping[str, Any]) -> PhraseLists:
    checks = data["checks"]
    return PhraseLists(
        acknowledged=_texts(data["acknowledged"]),
        agreed=_texts(data["agreed"]),
        feelings={name: _texts(phrases) for name, phrases in data["feelings"].items()},
        checks={check: _texts(checks[name]) for name, check in _CHECKS.items()},
        done=_texts(checks["done"]),
        not_done=_texts(checks["not_done"]),
        looked=_texts(checks["looked"]),
        sent_back_by=_texts(data["sent_back"]["by"]),
        sent_back=_texts(data["sent_back"]["sent"]),
        spoilt=_texts(data["spoilt"]["says"]),
        not_spoilt=_texts(data["spoilt"]["denied"]),
        spoilt_elsewhere=_texts(data["spoilt"]["elsewhere"]),
    )


def _by_name(listed: Mapping[str, Any]) -> Mapping[str, Lists]:
    return {name: tuple(map(_texts, _parts(phrases))) for name, phrases in listed.items()}


def _parts(phrases: Sequence[Any]) -> Sequence[Sequence[Any]]:
    """Give the lists of which a clause needs a phrase each; a plain list of phrases is the only one."""
    return phrases if phrases and isinstance(phrases[0], list) else [phrases]


def _texts(listed: Sequence[Any]) -> tuple[str, ...]:
    return tuple(map(str, listed))


#: What reads a message in another language than English: each takes its own lists out of the language's file.
_READERS: Sequence[Callable[[Mapping[str, Any]], Reader]] = (
    lambda data: CasePhrases(_case_lists(data)),
    lambda data: AskedTogether(SECOND, _by_name(data["seconds"])),
    lambda data: ToldTogether(TOLD, _by_name(data["told"])),
    lambda data: Speech(_speech_lists(data)),
    lambda data: FormPhrases(_form_lists(data)),
)
