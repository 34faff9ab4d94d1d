"""Merge what a writer filled in into a language's file: what cannot be used is refused with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from parcelbot.locales.form import form_findings
from parcelbot.locales.source import SECTIONS, English, EnglishText
from parcelbot.locales.translation import Saying, Translation, paired

#: "Status" may be the same in two languages; so many words are not.
_LEAST_WORDS_ALIKE = 3


@dataclass
class Merged:
    """Outcome of a merge: the translation, how many sayings it took, what it refused and why."""

    translation: Translation
    taken: int = 0
    refused: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Filled:
    """One filled-in text; `of` is "" where the writer left the mark out."""

    of: str
    text: str
    buttons: tuple[str, ...]


def merge(source: English, translation: Translation, filled: Mapping[str, Any]) -> Merged:
    """Put the filled-in parts into the translation; a later text takes the place of an earlier one."""
    merged = Merged(translation)
    for name, entries in (filled.get("responses") or {}).items():
        _merge_response(source, merged, str(name), entries)
    for section in SECTIONS:
        for key, entry in (filled.get(section) or {}).items():
            _merge_entry(source, merged, section, str(key), entry)
    return merged


def _merge_response(source: English, merged: Merged, name: str, entries: Any) -> None:
    texts = source.responses.get(name)
    if texts is None:
        merged.refused.append(f"{name}: there is no such response")
        return
    known = merged.translation.responses.get(name, ())
    try:
        placed = _placed(texts, known, [_filled(entry) for entry in _listed(entries)])
    except (TypeError, ValueError, KeyError) as error:
        merged.refused.append(f"{name}: {error}")
        return
    sayings = list(paired(texts, known))
    for position, entry in placed.items():
        if findings := list(_refusals(texts[position], entry)):
            merged.refused.append(f"{name} ({position + 1}): {'; '.join(findings)}")
            continue
        sayings[position] = Saying(texts[position].mark, entry.text, entry.buttons)
        merged.taken += 1
    said = tuple(saying for saying in sayings if saying)
    if said:
        responses = {**merged.translation.responses, name: said}
        merged.translation = replace(merged.translation, responses=responses)


def _placed(texts: Sequence[EnglishText], known: Sequence[Saying], filled: Sequence[_Filled]) -> dict[int, _Filled]:
    """Find which English text each filled-in one says: by its mark, or by its place.

    Without marks they are all texts in order, or the missing ones in order, or the first ones of a response of which
    nothing was said yet.
    """
    marks = {text.mark: position for position, text in enumerate(texts)}
    if all(entry.of for entry in filled):
        return {_position(marks, entry): entry for entry in filled if entry.text}
    missing = [n for n, saying in enumerate(paired(texts, known)) if not saying or saying.of != texts[n].mark]
    places = list(range(len(texts))) if len(filled) == len(texts) or not known else missing
    if len(filled) > len(places) or (known and len(filled) not in (len(texts), len(missing))):
        raise ValueError(f"{len(filled)} texts for {len(texts)}; give each the mark that the sheet has as `of`")
    return {place: entry for place, entry in zip(places, filled, strict=False) if entry.text}


def _position(marks: Mapping[str, int], entry: _Filled) -> int:
    if entry.of not in marks:
        raise ValueError(f"no English text has the mark {entry.of}; it was changed since: take a new sheet")
    return marks[entry.of]


def _merge_entry(source: English, merged: Merged, section: str, key: str, entry: Any) -> None:
    text = source.sections[section].get(key)
    if text is None:
        merged.refused.append(f"{section}/{key}: there is no such entry")
        return
    filled = _filled(entry)
    if not filled.text:
        return
    if findings := list(_refusals(text, filled)):
        merged.refused.append(f"{section}/{key}: {'; '.join(findings)}")
        return
    whole = {**merged.translation.section(section), key: Saying(text.mark, filled.text)}
    sections = {**merged.translation.sections, section: whole}
    merged.translation = replace(merged.translation, sections=sections)
    merged.taken += 1


def _refusals(text: EnglishText, filled: _Filled) -> Iterator[str]:
    yield from form_findings(text, filled.text, filled.buttons)
    if filled.text == text.text and len(text.text.split()) >= _LEAST_WORDS_ALIKE:
        yield "still the English"


def _listed(entries: Any) -> list[Any]:
    return entries if isinstance(entries, list) else [entries]


def _filled(entry: Any) -> _Filled:
    if isinstance(entry, Mapping):
        buttons = tuple(str(title) for title in entry.get("buttons") or ())
        return _Filled(str(entry.get("of") or ""), str(entry.get("text") or "").strip(), buttons)
    return _Filled("", str(entry or "").strip(), ())
