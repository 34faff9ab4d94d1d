"""Load the languages of shoppers: their table, and everything that is said in those that are spoken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale

from parcelbot.core.language import ENGLISH, EnglishCalendar, Language, Phrasebook, ResponseText
from parcelbot.core.languages import LanguageTable, LanguageTraits, LaunchStatus
from parcelbot.core.reading.text.phrases import folded
from parcelbot.locales.babel_calendar import BabelCalendar
from parcelbot.locales.files import read_yaml
from parcelbot.locales.phrasebook import load_phrasebook
from parcelbot.locales.scripts import in_traditional
from parcelbot.locales.source import English, read_source
from parcelbot.locales.titles import load_titles
from parcelbot.locales.translated import OnMissing, TranslatedBook, usable
from parcelbot.locales.translation import Translation, paired, read_translation
from parcelbot.written_files import in_file

_RIGHT_TO_LEFT = "rtl"


@dataclass(frozen=True)
class _Sources:
    """Everything languages are loaded from; `rows` are those of `languages.yml` by code."""

    locales: Path
    english: English
    book: Phrasebook
    plurals: Mapping[str, Mapping[str, Mapping[str, str]]]
    rows: Mapping[str, Mapping[str, Any]]
    on_missing: OnMissing


class Languages(Mapping[str, Language]):
    """The languages that are spoken, English among them. Each is loaded when it is first asked for, and kept.

    Any other code stands for English: who asks for it must be answered somehow.
    """

    def __init__(self, table: LanguageTable, load: Callable[[str], Language]) -> None:
        self.table = table
        self.load = load
        self._loaded: dict[str, Language] = {}

    def __getitem__(self, code: str) -> Language:
        """Give the language, or English for one that is not spoken."""
        known = code if self.table.speaks(code) else ENGLISH
        if known not in self._loaded:
            self._loaded[known] = self.load(known)
        return self._loaded[known]

    def __iter__(self) -> Iterator[str]:
        """Go through the codes of the spoken languages."""
        return (traits.code for traits in self.table.spoken)

    def __len__(self) -> int:
        """Count the spoken languages."""
        return len(self.table.spoken)


def load_languages(locales: Path, knowledge: Path, on_missing: OnMissing = lambda *_: None) -> Languages:
    """Load the table of languages and English; others follow when they are needed.

    `on_missing` gets the language and the name of each sentence that had to be said in English.
    """
    path = knowledge / "languages.yml"
    with in_file(path):
        table = read_yaml(path)
        spoken, not_spoken = parse_table(table), _not_spoken(table)
    sources = _Sources(
        locales=locales,
        english=read_source(locales, knowledge),
        book={**load_phrasebook(locales), **not_spoken},
        plurals=_plurals(knowledge / "plurals.yml"),
        rows={row["code"]: row for row in table["languages"]},
        on_missing=on_missing,
    )
    return Languages(spoken, lambda code: _language(sources, code))


def _plurals(path: Path) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    with in_file(path):
        plurals: Mapping[str, Mapping[str, Mapping[str, str]]] = read_yaml(path)["plurals"]
        return plurals


def _not_spoken(table: Mapping[str, Any]) -> Phrasebook:
    """Give what is said, in each language that may be off, to somebody who writes it."""
    rows = {f"utter_other_language_{row['code']}": row.get("not_spoken") for row in table["languages"]}
    return {name: (ResponseText(text),) for name, text in rows.items() if text}


def parse_table(data: Mapping[str, Any]) -> LanguageTable:
    """Read `languages.yml`; KeyError or ValueError for a malformed one."""
    rows = (_traits(row) for row in data["languages"])
    return LanguageTable({traits.code: traits for traits in rows}, frozenset(data["request_words"]))


def _traits(row: Mapping[str, Any]) -> LanguageTraits:
    return LanguageTraits(
        code=row["code"],
        name=row["name"],
        status=LaunchStatus(row["status"]),
        asked_as=tuple(row["asked_as"]),
        not_spoken=row.get("not_spoken", ""),
        right_to_left=row.get("direction") == _RIGHT_TO_LEFT,
        script_of=row.get("script_of", ""),
    )


def _language(sources: _Sources, code: str) -> Language:
    if written := sources.rows[code].get("script_of"):
        return in_traditional(_language(sources, written), code, BabelCalendar(sources.rows[code]["locale"]))
    path = sources.locales / f"{code}.yml"
    with in_file(path):
        return _english(sources) if code == ENGLISH else _other(sources, read_translation(path))


def _other(sources: _Sources, translation: Translation) -> Language:
    code, english = translation.language, sources.english
    said = _said(sources, translation)
    sections = {name: _section(english, translation, name) for name in english.sections}
    told = english.sections["shop"]
    return Language(
        code=code,
        calendar=BabelCalendar(sources.rows[code]["locale"]),
        book=_book(sources, translation.language, {**said, **load_titles(sources.locales, code)}),
        plurals=sources.plurals[code],
        status_words=sections["status_words"],
        topics=sections["topics"],
        places=sections["places"],
        shop={told[key].text: words for key, words in sections["shop"].items()},
        widget=sections["widget"],
        prepared={key: saying.text for key, saying in translation.section("macros").items()},
        titles=_titles(said),
        right_to_left=sources.rows[code].get("direction") == _RIGHT_TO_LEFT,
    )


def _english(sources: _Sources) -> Language:
    sections = sources.english.sections
    return Language(
        code=ENGLISH,
        calendar=EnglishCalendar(Locale(ENGLISH).territories, Locale(ENGLISH).languages),
        book={**sources.book, **load_titles(sources.locales, ENGLISH)},
        plurals=sources.plurals[ENGLISH],
        status_words={key: entry.text for key, entry in sections["status_words"].items()},
        topics={key: entry.text for key, entry in sections["topics"].items()},
        places={key: entry.text for key, entry in sections["places"].items()},
    )


def _said(sources: _Sources, translation: Translation) -> Phrasebook:
    """Give the responses that are translated, with as many of their texts as can be said."""
    responses = sources.english.responses
    pairs = {name: paired(texts, translation.responses.get(name, ())) for name, texts in responses.items()}
    return {name: usable(responses[name], sayings, sources.book[name]) for name, sayings in pairs.items()}


def _book(sources: _Sources, language: str, said: Phrasebook) -> Phrasebook:
    own = {name: texts for name, texts in sources.book.items() if name not in sources.english.responses}
    return TranslatedBook(language, {**own, **said}, sources.book, sources.on_missing)


def _titles(said: Phrasebook) -> dict[str, str]:
    """Give the commands of all buttons by their titles; those with details of one conversation are left out."""
    buttons = (button for texts in said.values() for text in texts for button in text.buttons)
    return {folded(button.title): button.payload for button in buttons if "{" not in button.payload}


def _section(english: English, translation: Translation, name: str) -> dict[str, str]:
    """Give the words of a section; what is missing stands in English."""
    said = translation.section(name)
    return {key: said[key].text if key in said else text.text for key, text in english.sections[name].items()}
