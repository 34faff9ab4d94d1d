"""Find entities and their normalised values: codes in the raw text, names and wordings by spaCy, times by rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timezone
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from parcelbot.core.parcel.scan_wordings import Reading
from parcelbot.core.reading.given_numbers.number_kinds import find_number_kind
from parcelbot.core.reading.places.homes import find_home, find_sighting, is_only_for_now
from parcelbot.core.reading.text.quotations import find_quotations
from parcelbot.core.reading.times.dates import find_dates, find_deadlines
from parcelbot.core.reading.times.durations import Mention, find_durations, find_needed_in
from parcelbot.knowledge.loading import Phrase
from parcelbot.rasa_plugins.nlu.component import PlainComponent
from parcelbot.rasa_plugins.nlu.countries import is_also_a_state
from parcelbot.rasa_plugins.nlu.countries_elsewhere import find_countries
from parcelbot.rasa_plugins.nlu.gazetteer import Gazetteer, Hit, all_phrases, wording_reader
from parcelbot.rasa_plugins.nlu.language import language_of
from parcelbot.rasa_plugins.nlu.spelling import CORRECTIONS
from parcelbot.rasa_plugins.nlu.text import MAX_CHARACTERS
from parcelbot.reading.codes import Code, find_codes
from parcelbot.reading.time_words import time_words
from parcelbot.reading.written_languages import ENGLISH

Entity = dict[str, Any]
ReadWording = Callable[[str], "Reading | None"]


def _today() -> date:
    return datetime.now(timezone.utc).date()


class EntityFinder:
    """Finder of everything that needs no sentence vector."""

    def __init__(self, phrases: Mapping[str, Iterable[Phrase]], read: ReadWording = lambda _: None) -> None:
        self._gazetteer = Gazetteer(phrases)
        self._read = read

    def find(self, text: str, corrections: Mapping[str, str], today: date, language: str = ENGLISH) -> list[Entity]:
        """Find the entities of `text` in order; each has entity, value, start and end, a tracking number more.

        Names and wordings are found in every language; of times and homes those that are said in the `language`.
        """
        codes = find_codes(text)
        found = [*map(_of_code, codes), *_number_kind(text, codes)]
        beside = _blanked(text[: 2 * MAX_CHARACTERS], codes)
        quoted = self._quoted(beside)
        hits = (hit for hit in self._gazetteer.find(beside, corrections) if not _explains(quoted, hit))
        found += [*quoted, *map(_of_hit, hits)]
        if language == ENGLISH:
            found = [one for one in found if one["entity"] != "country" or not is_only_for_now(beside, one["start"])]
            found += [*_homes(beside, found), *_times(beside, today)]
        else:
            found = _without_english_countries(found)
            found += [*_countries_in(language, beside, found), *_times_in(language, beside, today)]
        return sorted(found, key=lambda entity: int(entity["start"]))

    def _quoted(self, text: str) -> list[Entity]:
        """Find the carrier's wording that the message quotes, if it is one that can be read; else []."""
        for quotation in find_quotations(text):
            reading = self._read(quotation.text)
            if reading is not None:
                return [_entity("status_phrase", reading.meaning.told, quotation.start, quotation.end)]
        return []


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class ParcelEntityExtractor(PlainComponent, EntityExtractorMixin):
    """Sets the entities of a message; reads `knowledge/` when it is loaded, so a new row needs no training."""

    def __init__(self, config: dict[str, Any], name: str, today: Callable[[], date] = _today) -> None:
        super().__init__(config, name)
        self._today = today
        self._finder = EntityFinder(all_phrases(), wording_reader().read)

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities to each message."""
        for message in messages:
            found = self._find(message)
            message.set(ENTITIES, message.get(ENTITIES, []) + self.add_extractor_name(found), add_to_output=True)
        return messages

    def _find(self, message: Message) -> list[Entity]:
        text, corrections = message.get(TEXT) or "", message.get(CORRECTIONS) or {}
        return self._finder.find(text, corrections, self._today(), language_of(message))


def _entity(name: str, value: str, start: int, end: int) -> Entity:
    return {"entity": name, "value": value, "start": start, "end": end, "confidence_entity": 1.0}


def _explains(quoted: Iterable[Entity], hit: Hit) -> bool:
    """True when a quoted wording as a whole says what a status word in it would say less well."""
    return hit.entity == "status_phrase" and any(q["start"] < hit.end and hit.start < q["end"] for q in quoted)


def _of_code(code: Code) -> Entity:
    entity = _entity(code.entity, code.value, code.start, code.end)
    if code.carrier:
        entity["carrier"] = code.carrier
    if code.valid is False:
        entity |= {"valid": False, "repairs": list(code.repairs)}
    return entity


def _number_kind(text: str, codes: Sequence[Code]) -> list[Entity]:
    unsure = [(code.start, code.end) for code in codes if code.entity == "ambiguous_number"]
    mention = find_number_kind(text, unsure, len(codes))
    return [_entity("number_kind", mention.kind, mention.start, mention.end)] if mention else []


def _homes(text: str, found: Sequence[Entity]) -> list[Entity]:
    """Find home and sighting; a place that is a country stands with its code."""
    countries = {entity["start"]: str(entity["value"]) for entity in found if entity["entity"] == "country"}
    countries = {start: code for start, code in countries.items() if not is_also_a_state(text, start)}
    named = {"lives_in": find_home(text), "seen_in": find_sighting(text)}
    mentions = ((name, mention) for name, mention in named.items() if mention is not None)
    return [_entity(name, countries.get(m.start, m.value), m.start, m.end) for name, m in mentions]


def _times(text: str, today: date) -> list[Entity]:
    """Find spans, days and the days by which something is needed, in English."""
    durations = find_durations(text)
    dates = (mention for mention in find_dates(text, today) if not _inside(mention, durations))
    needed = (*find_deadlines(text, today), *find_needed_in(text, today))
    named = {"duration": durations, "date": dates, "needed_by": needed}
    return [_of_mention(name, mention) for name, mentions in named.items() for mention in mentions]


def _times_in(language: str, text: str, today: date) -> list[Entity]:
    """Find the same in another language; [] for one whose words are not known."""
    words = time_words(language)
    if words is None:
        return []
    durations = words.find_durations(text)
    days = [day for day in words.find_days(text, today) if not _inside(day, durations)]
    name = "needed_by" if words.is_needed(text) else "date"
    kept = (day for day in days if name == "date" or day.value >= today.isoformat())
    return [*(_of_mention("duration", span) for span in durations), *(_of_mention(name, day) for day in kept)]


def _countries_in(language: str, text: str, found: Sequence[Entity]) -> list[Entity]:
    """Find the countries that are named in `language` and are no part of a name found already, as a carrier's."""
    named = (_entity("country", *country) for country in find_countries(text, language))
    return [one for one in named if not any(o["start"] < one["end"] and one["start"] < o["end"] for o in found)]


def _without_english_countries(found: Iterable[Entity]) -> list[Entity]:
    """Leave out countries by English names: "us" and "in" are small words elsewhere."""
    return [entity for entity in found if entity["entity"] != "country"]


def _of_hit(hit: Hit) -> Entity:
    return _entity(hit.entity, hit.value, hit.start, hit.end)


def _of_mention(name: str, mention: Mention) -> Entity:
    return _entity(name, mention.value, mention.start, mention.end)


def _blanked(text: str, codes: Iterable[Code]) -> str:
    """Blank out codes, keeping the length, so that nothing is found inside them."""
    for code in codes:
        text = text[: code.start] + " " * (code.end - code.start) + text[code.end :]
    return text


def _inside(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(mention.start < other.end and other.start < mention.end for other in others)
