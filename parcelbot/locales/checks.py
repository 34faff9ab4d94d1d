"""Check everything about a translation that can be told without understanding it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from parcelbot.locales.form import figure_findings, form_findings, length_findings
from parcelbot.locales.source import OPTIONAL, SECTIONS, English, EnglishText
from parcelbot.locales.translation import Saying, Translation, paired
from parcelbot.locales.words import english_left, negation_lost, other_language


@dataclass
class Checked:
    """Findings about one language: faults, which must not be; doubts, which a reader looks at; what is not said yet."""

    language: str
    missing: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """True when everything is said, as the English stands today."""
        return not (self.missing or self.outdated)


def check(source: English, translation: Translation) -> Checked:
    """Check every saying of a language."""
    checked = Checked(translation.language)
    for place, text, saying in _all(source, translation):
        if saying is None:
            checked.missing.append(place)
            continue
        if saying.of != text.mark:
            checked.outdated.append(place)
            continue
        for findings, found in ((checked.faults, _faults), (checked.doubts, _doubts)):
            findings.extend(f"{place}: {finding}" for finding in found(translation.language, text, saying))
    checked.outdated.extend(name for name in translation.responses if name not in source.responses)
    return checked


def _all(source: English, translation: Translation) -> Iterator[tuple[str, EnglishText, Saying | None]]:
    for name, texts in source.responses.items():
        sayings = paired(texts, translation.responses.get(name, ()))
        for position, (text, saying) in enumerate(zip(texts, sayings, strict=True), start=1):
            yield f"{name} ({position})", text, saying
    for section in SECTIONS:
        said = translation.section(section)
        needed = source.sections[section] if section not in OPTIONAL else said
        yield from (
            (f"{section}/{key}", text, said.get(key)) for key, text in source.sections[section].items() if key in needed
        )


def _faults(language: str, text: EnglishText, saying: Saying) -> Iterator[str]:
    yield from form_findings(text, saying.text, saying.buttons)
    yield from figure_findings(text, saying.text)
    for words in (saying.text, *saying.buttons):
        yield from english_left(language, words)


def _doubts(language: str, text: EnglishText, saying: Saying) -> Iterator[str]:
    yield from length_findings(language, text, saying.text)
    yield from negation_lost(language, text, saying.text)
    yield from other_language(language, saying.text)
