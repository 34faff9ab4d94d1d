"""Load `knowledge/` into frozen objects, macros and number formats excepted. Callers load once and keep the result."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from parcelbot.core.answering.next_messages import NextMessages
from parcelbot.core.answering.open_matters import SecondMatters
from parcelbot.core.answering.shop import EVERYWHERE, ShopFacts
from parcelbot.core.answering.tables import Row, Table, Tables, parse_row, parse_table
from parcelbot.core.cases.priority import Priorities, parse_priorities
from parcelbot.core.parcel.carriers import CarrierBook, CarrierContact
from parcelbot.core.parcel.shipment import Shipment
from parcelbot.core.parcel.windows import Window
from parcelbot.core.questions import Question
from parcelbot.core.radar.rules import RadarRules, parse_radar
from parcelbot.knowledge.carrier_contacts import carrier_book
from parcelbot.knowledge.next_messages import read_next_messages
from parcelbot.knowledge.second_matters import read_second_matters
from parcelbot.knowledge.vocabularies import Vocabulary, read_statuses
from parcelbot.written_files import parsed, read_yaml

SAID_BESIDES_FILE = "said_besides.yml"
#: The two tables that do not answer by themselves: one picks the table that does, one adds remarks.
ROUTE = "route"
NOTES = "notes"

_FIGURE = re.compile(r"@(\w+)")


@dataclass(frozen=True)
class Phrase:
    """Phrase of shoppers and the value it stands for (a carrier id, a topic, a status)."""

    text: str
    value: str


@dataclass(frozen=True)
class Carrier:
    """Carrier: canonical id, name, shoppers' spellings, ISO countries, 17TRACK's key or None, AfterShip's slugs."""

    id: str
    name: str
    spellings: tuple[str, ...]
    countries: tuple[str, ...]
    seventeentrack_key: int | None
    aftership_slugs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Spot worth checking when a parcel is marked delivered; `basis` is faq or judgement."""

    id: str
    label: str
    basis: str


@dataclass(frozen=True)
class Topic:
    """Advice topic: its button label, the ways shoppers ask for it, and the group it is offered with."""

    id: str
    group: str
    title: str
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class Knowledge:
    """Everything in `knowledge/`.

    `windows` are named waits, `figures` named plain numbers (days of buyer protection). `phrases` maps
    an entity (`carrier`, `status_phrase`, `topic`) to all its phrases. `shop` is what the owner tells about buying.
    `carrier_book` finds a carrier by any of its names, `posts` are the ids of the national posts by country,
    `second_matters` finds the matter of a second question, `next_messages` know where each is likely asked.
    """

    tables: Tables
    priorities: Priorities
    radar: RadarRules
    windows: Mapping[str, Window]
    figures: Mapping[str, int]
    statuses: Mapping[str, Vocabulary]
    carriers: tuple[Carrier, ...]
    places: tuple[Place, ...]
    topics: tuple[Topic, ...]
    phrases: Mapping[str, tuple[Phrase, ...]]
    shop: ShopFacts = field(default_factory=ShopFacts)
    carrier_book: CarrierBook = field(default_factory=CarrierBook)
    second_matters: SecondMatters = field(default_factory=SecondMatters)
    next_messages: NextMessages = field(default_factory=NextMessages)
    posts: Mapping[str, str] = field(default_factory=dict)

    def related_topics(self, topic_id: str, most: int = 3) -> tuple[Topic, ...]:
        """Return the topics that come after this one in its group, going round; () for an unknown topic."""
        group = next((t.group for t in self.topics if t.id == topic_id), "")
        ids = [t.id for t in self.topics if t.group == group]
        ring = [t for t in self.topics if t.group == group]
        start = ids.index(topic_id) + 1 if topic_id in ids else 0
        return tuple((ring[start:] + ring[:start])[: min(most, max(len(ring) - 1, 0))])

    def home_post(self, shipment: Shipment) -> str:
        """Name the post that brings what the post of another country has sent; "" for another carrier's parcel."""
        sent_by_post = self.posts.get(shipment.origin, "") == self.carrier_book.identify(shipment.carrier) != ""
        brings = self.carrier_book.carriers.get(self.posts.get(shipment.destination, ""))
        return brings.general.name if sent_by_post and brings and shipment.international else ""

    def carrier_contact(self, carrier_name: str, country: str) -> CarrierContact | None:
        """Find how to reach a carrier, by any of its names, from `country`; None for one we do not know."""
        return self.carrier_book.contact(carrier_name, country)


def load_knowledge(folder: Path) -> Knowledge:
    """Read the folder whole. A missing file raises OSError; a malformed one BadFile, which is a ValueError."""
    windows, figures = read_windows(folder)
    statuses = read_statuses(folder)
    carriers = parsed(folder / "carriers.yml", lambda data: tuple(map(_carrier, data["carriers"])))
    topics = parsed(folder / "topics.yml", lambda data: tuple(map(_topic, data["topics"])))
    return Knowledge(
        tables=_read_tables(folder, windows, figures),
        priorities=read_priorities(folder, figures),
        radar=parsed(folder / "radar.yml", lambda data: parse_radar(data, windows)),
        windows=windows,
        figures=figures,
        statuses=statuses,
        carriers=carriers,
        carrier_book=_read_carrier_book(folder),
        posts=parsed(folder / "numbers.yml", _posts),
        places=parsed(folder / "places.yml", lambda data: tuple(map(_place, data["places"]))),
        topics=topics,
        phrases={
            "carrier": tuple(Phrase(text, c.id) for c in carriers for text in (c.name, *c.spellings)),
            "status_phrase": _status_phrases(statuses),
            "topic": tuple(Phrase(text, topic.id) for topic in topics for text in topic.phrases),
        },
        shop=parsed(folder / "shop.yml", read_shop),
        second_matters=read_second_matters(folder),
        next_messages=read_next_messages(folder),
    )


def read_windows(folder: Path) -> tuple[dict[str, Window], dict[str, int]]:
    """Read `windows.yml`: its spans of waiting, and its plain numbers."""
    return parsed(folder / "windows.yml", _windows)


def read_said_besides(folder: Path) -> tuple[str, ...]:
    """Read the sentences of `said_besides.yml`, which people say around what they ask."""
    return parsed(folder / SAID_BESIDES_FILE, lambda data: tuple(data["sentences"]))


def said_besides_digest(folder: Path) -> str:
    """Hash what `read_said_besides` reads."""
    return hashlib.sha256((folder / SAID_BESIDES_FILE).read_bytes()).hexdigest()


def read_shop(data: Mapping[str, Any]) -> ShopFacts:
    """Read what `shop.yml` tells for each question; ValueError for a question there is not."""
    return ShopFacts(
        {
            Question(name): {EVERYWHERE: entry.get("everywhere", ""), **entry.get("countries", {})}
            for name, entry in data.items()
        }
    )


def read_table(path: Path, windows: Mapping[str, Window], figures: Mapping[str, int]) -> Table:
    """Parse one table; `@name` of a plain number is written out before the conditions are read.

    The files of a folder of its name (`follow_ups/` beside `follow_ups.yml`) are its parts.
    """

    def rows(data: Mapping[str, Any]) -> tuple[Row, ...]:
        return tuple(parse_row(_with_figures(row, figures), windows) for row in data["rows"])

    def table(data: Mapping[str, Any]) -> Table:
        return replace(parse_table({**data, "rows": ()}, windows), rows=rows(data))

    own, parts = parsed(path, table), sorted(path.with_suffix("").glob("*.yml"))
    return replace(own, rows=(*(row for part in parts for row in parsed(part, rows)), *own.rows))


def read_priorities(folder: Path, figures: Mapping[str, int]) -> Priorities:
    """Parse `priorities.yml`, with `@name` of a plain number written out."""

    def priorities(data: Mapping[str, Any]) -> Priorities:
        return parse_priorities({**data, "rows": [_with_figures(row, figures) for row in data["rows"]]})

    return parsed(folder / "priorities.yml", priorities)


def _windows(data: Mapping[str, Any]) -> tuple[dict[str, Window], dict[str, int]]:
    values = {name: entry["value"] for name, entry in data["windows"].items()}
    windows = {name: Window.parse(value) for name, value in values.items() if isinstance(value, str)}
    return windows, {name: value for name, value in values.items() if isinstance(value, int)}


def _posts(data: Mapping[str, Any]) -> dict[str, str]:
    """Read the national posts out of the postal format, whose last two letters name them."""
    return {country: post for row in data["formats"] for country, post in row.get("by_country", {}).items()}


def _read_carrier_book(folder: Path) -> CarrierBook:
    listed = read_yaml(folder / "carriers.yml")["carriers"]
    return parsed(folder / "carrier_contacts.yml", lambda data: carrier_book(listed, data["contacts"]))


def _read_tables(folder: Path, windows: Mapping[str, Window], figures: Mapping[str, int]) -> Tables:
    paths = sorted((folder / "tables").glob("*.yml"))
    tables = {table.name: table for table in (read_table(path, windows, figures) for path in paths)}
    return Tables(route=tables.pop(ROUTE), notes=tables.pop(NOTES), answers=tables)


def _with_figures(row: Mapping[str, Any], figures: Mapping[str, int]) -> dict[str, Any]:
    when = {fact: _written_out(spec, figures) for fact, spec in (row.get("when") or {}).items()}
    return {**row, "when": when}


def _written_out(spec: object, figures: Mapping[str, int]) -> object:
    if not isinstance(spec, str):
        return spec
    return _FIGURE.sub(lambda name: str(figures.get(name[1], name[0])), spec)


def _status_phrases(statuses: Mapping[str, Vocabulary]) -> tuple[Phrase, ...]:
    entries = (entry for vocabulary in statuses.values() for entry in vocabulary.wordings)
    texts = (
        (text, entry.value) for entry in entries for text in (*entry.phrases, *(entry.wordings if entry.shown else ()))
    )
    return tuple(Phrase(text, value) for text, value in dict(texts).items())


def _carrier(data: Mapping[str, Any]) -> Carrier:
    return Carrier(
        id=data["id"],
        name=data["name"],
        spellings=tuple(data.get("spellings", ())),
        countries=tuple(data.get("countries", ())),
        seventeentrack_key=data.get("seventeentrack_key"),
        aftership_slugs=tuple(data.get("aftership", ())),
    )


def _place(data: Mapping[str, Any]) -> Place:
    return Place(id=data["id"], label=data["label"], basis=data["basis"])


def _topic(data: Mapping[str, Any]) -> Topic:
    return Topic(id=data["id"], group=data["group"], title=data["title"], phrases=tuple(data["phrases"]))
