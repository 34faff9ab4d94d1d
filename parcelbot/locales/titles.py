"""Load what stands on the buttons of second questions: a language without them asks nothing back."""

from __future__ import annotations

from pathlib import Path

from parcelbot.core.language import Phrasebook, ResponseText
from parcelbot.locales.files import read_yaml
from parcelbot.written_files import in_file

#: Folder of the titles, a file for each language that has them.
TITLES = "titles"
_NAME = "utter_second_"


def load_titles(locales: Path, code: str) -> Phrasebook:
    """Return the titles of a language under the names by which they are asked for; {} where it has none."""
    path = locales / TITLES / f"{code}.yml"
    if not path.exists():
        return {}
    with in_file(path):
        titles = read_yaml(path)["titles"]
        return {f"{_NAME}{name}": (ResponseText(str(title)),) for name, title in titles.items()}
