"""Print what a language has to say still, with its English in the places that are to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from parcelbot.locales.files import quoted
from parcelbot.locales.source import SECTIONS, English, EnglishText
from parcelbot.locales.translation import Saying, Translation, paired

_HEADER = """\
# {count} texts in {language}, of {all_of_them} that are missing or say an English text that was changed since.
# Put the translation in the place of the English; `of` stays. Then: python -m parcelbot.locales add {language} FILE
"""


def sheet(source: English, translation: Translation, first_only: bool = False, limit: int | None = None) -> str:
    """Give the sheet: first texts before further ones, those before the other parts; `limit` texts at most."""
    wanted = list(_wanted(source, translation, first_only))
    chosen = list(islice(wanted, limit))
    head = _HEADER.format(count=len(chosen), language=translation.language, all_of_them=len(wanted))
    return head + "\n".join((*_responses(source, translation, set(chosen)), *_sections(source, set(chosen)))) + "\n"


def _wanted(source: English, translation: Translation, first_only: bool) -> Iterator[tuple[str, str, int]]:
    """Give what is missing or outdated as (part, key, position), what matters most first."""
    responses = [
        ("responses", name, position)
        for name, texts in source.responses.items()
        for position, saying in enumerate(paired(texts, translation.responses.get(name, ())))
        if not _says(saying, texts[position])
    ]
    yield from (entry for entry in responses if entry[2] == 0)
    if first_only:
        return
    yield from (entry for entry in responses if entry[2] > 0)
    for section in SECTIONS:
        said = translation.section(section)
        yield from ((section, key, 0) for key, t in source.sections[section].items() if not _says(said.get(key), t))


def _responses(source: English, translation: Translation, chosen: set[tuple[str, str, int]]) -> Iterator[str]:
    names: Mapping[str, tuple[EnglishText, ...]] = {
        name: texts for name, texts in source.responses.items() if any(c[:2] == ("responses", name) for c in chosen)
    }
    if names:
        yield "responses:"
    for name, texts in names.items():
        yield f"  {name}:"
        for position, saying in enumerate(paired(texts, translation.responses.get(name, ()))):
            if ("responses", name, position) in chosen:
                yield from _entry(texts[position], saying)


def _entry(text: EnglishText, saying: Saying | None) -> Iterator[str]:
    if saying:
        yield f"    # said so far: {quoted(saying.text)}"
    yield f"    - of: '{text.mark}'"
    yield f"      text: {quoted(text.text)}"
    if text.buttons:
        yield f"      buttons: [{', '.join(map(quoted, text.buttons))}]"


def _sections(source: English, chosen: set[tuple[str, str, int]]) -> Iterator[str]:
    for section in SECTIONS:
        keys = [key for key in source.sections[section] if (section, key, 0) in chosen]
        if keys:
            yield f"{section}:"
        yield from (f"  {key}: {quoted(source.sections[section][key].text)}" for key in keys)


def _says(saying: Saying | None, text: EnglishText) -> bool:
    return saying is not None and saying.of == text.mark
