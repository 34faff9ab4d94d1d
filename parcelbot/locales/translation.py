"""Read and write what a language says for the English texts: `locales/<code>.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from parcelbot.locales.files import quoted, read_yaml
from parcelbot.locales.source import SECTIONS, English, EnglishText
from parcelbot.written_files import in_file

#: Nobody who grew up with the language has read it yet.
MACHINE_CHECKED = "machine-checked"

_HEADER = """\
# The sentences in this language. `of` marks the English text that a sentence says, so that a changed one is noticed:
# `python -m parcelbot.locales check`. `reviewed: native` once somebody who grew up with the language has read it all.
"""


@dataclass(frozen=True)
class Saying:
    """Translation of one English text, whose mark it bears, with the titles of its buttons in the same order."""

    of: str
    text: str
    buttons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Translation:
    """One language's file; what is not translated yet is not in it."""

    language: str
    reviewed: str = MACHINE_CHECKED
    responses: Mapping[str, tuple[Saying, ...]] = field(default_factory=dict)
    sections: Mapping[str, Mapping[str, Saying]] = field(default_factory=dict)

    def section(self, name: str) -> Mapping[str, Saying]:
        """Give the sayings of a section; none where it has none."""
        return self.sections.get(name, {})


def read_translation(path: Path) -> Translation:
    """Read a language's file; an empty translation where there is none. BadFile for a malformed one."""
    if not path.exists():
        return Translation(path.stem)
    with in_file(path):
        return _translation(read_yaml(path))


def _translation(data: Mapping[str, Any]) -> Translation:
    return Translation(
        language=data["language"],
        reviewed=data["reviewed"],
        responses={name: tuple(map(_saying, texts)) for name, texts in (data.get("responses") or {}).items()},
        sections={
            name: {str(key): _saying(entry) for key, entry in data[name].items()} for name in SECTIONS if data.get(name)
        },
    )


def write_translation(path: Path, translation: Translation, source: English) -> None:
    """Write a language's file in the order of the English one; what English no longer has is left out."""
    path.write_text("\n".join(_lines(translation, source)) + "\n", encoding="utf-8")


def paired(texts: Sequence[EnglishText], sayings: Sequence[Saying]) -> tuple[Saying | None, ...]:
    """Find the saying of each text: the one that bears its mark, else, in order, one whose English was changed."""
    marks = {text.mark for text in texts}
    current = {saying.of: saying for saying in sayings}
    older = iter([saying for saying in sayings if saying.of not in marks])
    return tuple(current[text.mark] if text.mark in current else next(older, None) for text in texts)


def _saying(data: Mapping[str, Any]) -> Saying:
    return Saying(str(data["of"]), data["text"], tuple(data.get("buttons") or ()))


def _lines(translation: Translation, source: English) -> Iterator[str]:
    yield f"{_HEADER}language: {translation.language}\nreviewed: {translation.reviewed}"
    yield "\nresponses:"
    for name in source.responses:
        if name in translation.responses:
            yield f"  {name}:"
            for saying in translation.responses[name]:
                yield from _saying_lines(saying)
    for section in SECTIONS:
        said = translation.section(section)
        if said:
            yield f"\n{section}:"
        for key in source.sections[section]:
            if key in said:
                yield f"  {key}: {{of: '{said[key].of}', text: {quoted(said[key].text)}}}"


def _saying_lines(saying: Saying) -> Iterator[str]:
    yield f"    - of: '{saying.of}'"
    yield f"      text: {quoted(saying.text)}"
    if saying.buttons:
        yield f"      buttons: [{', '.join(map(quoted, saying.buttons))}]"
