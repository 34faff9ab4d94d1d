"""Read the files of `knowledge/` and `locales/` before anything starts: BadFile or OSError for one that is no good.

`python -m parcelbot.bootstrap.written` does only that, so that what they say is kept for those who cannot write it.
"""

from __future__ import annotations

from parcelbot.knowledge.documents import read_titles
from parcelbot.knowledge.loading import load_knowledge, read_said_besides
from parcelbot.knowledge.macros import load_macros
from parcelbot.knowledge.scan_wordings import load_wordings
from parcelbot.knowledge.second_questions import read_follow_ups
from parcelbot.knowledge.told_examples import read_told, read_told_rules
from parcelbot.locales.files import languages_in
from parcelbot.locales.languages import load_languages
from parcelbot.locales.translation import read_translation
from parcelbot.reading.language_examples import load_examples
from parcelbot.reading.language_phrases import load_phrases, load_replies
from parcelbot.reading.number_formats import load_formats
from parcelbot.settings.shared import Settings, read_settings


def read_spoken_and_decided(settings: Settings) -> None:
    """Read what nobody can be helped without: tables, carriers' wordings, English sentences. It takes a moment."""
    load_knowledge(settings.knowledge)
    load_wordings(settings.knowledge)
    load_languages(settings.locales, settings.knowledge)


def read_files(settings: Settings) -> None:
    """Read them all, every language too; that takes two seconds once, and half of one from then on."""
    read_spoken_and_decided(settings)
    for read in (load_macros, read_titles, read_follow_ups, read_said_besides, read_told, read_told_rules):
        read(settings.knowledge)
    load_formats(settings.knowledge / "numbers.yml")
    for read_locales in (load_examples, load_phrases, load_replies):
        read_locales(settings.locales)
    for code in languages_in(settings.locales):
        read_translation(settings.locales / f"{code}.yml")


if __name__ == "__main__":
    read_files(read_settings())
