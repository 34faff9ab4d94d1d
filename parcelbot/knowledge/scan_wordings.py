"""Load the reader of carriers' wordings: meanings from `wordings.yml`, how each language says them from `wordings/`.

`python -m parcelbot.knowledge.scan_wordings "Delivered to neighbour"` says what a wording is read as.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from parcelbot.core.parcel.scan_wordings import WordingReader, parse_meaning
from parcelbot.written_files import parsed, read_yaml


def load_wordings(folder: Path) -> WordingReader:
    """Read `folder`'s wordings; a missing file raises OSError, a malformed one BadFile."""
    languages = read_languages(folder)
    return parsed(folder / "wordings.yml", lambda order: build_reader(order, languages))


def build_reader(order: Mapping[str, Any], languages: Iterable[Mapping[str, Any]]) -> WordingReader:
    """Build the reader from the parsed `wordings.yml` and the parsed file of each language."""
    spoken = list(languages)
    return WordingReader(tuple(parse_meaning(data, _worded(data, spoken)) for data in order["meanings"]))


def _worded(meaning: Mapping[str, Any], languages: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Give how each language words the meaning; one that is said `plainly` is not what a wording with a "not" says."""
    for language in languages:
        if entry := language["meanings"].get(meaning["meaning"]):
            plainly = meaning.get("plainly") and "denied" in language
            yield {**entry, "denied": language["denied"]} if plainly else entry


def read_languages(folder: Path) -> list[Mapping[str, Any]]:
    """One parsed file a language, in the order of their names."""
    return [read_yaml(path) for path in sorted((folder / "wordings").glob("*.yml"))]


def main(wordings: list[str]) -> None:
    """Print what each wording is read as in the project one stands in."""
    reader = load_wordings(Path("knowledge"))
    for wording in wordings:
        reading = reader.read(wording)
        print(f"{wording}: {reading.meaning.id if reading else 'not read'}")


if __name__ == "__main__":
    main(sys.argv[1:])
