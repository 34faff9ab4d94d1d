"""Find an event's class by its name once, not by a walk over all classes for every stored event."""

from __future__ import annotations

from rasa.shared.core.events import Event

_rasas_own = Event.resolve_by_type
_known: dict[str, type[Event]] = {}


def event_type(type_name: str, default: type[Event] | None = None) -> type[Event] | None:
    """Give the class of the events so named, as `Event.resolve_by_type` finds it; a class once found stays.

    Names that are not known are Rasa's to deal with, each time: a class may come to be later.
    """
    found = _known.get(type_name)
    if found is None:
        found = _rasas_own(type_name, default)
        if found is not None and found.type_name == type_name:
            _known[type_name] = found
    return found
