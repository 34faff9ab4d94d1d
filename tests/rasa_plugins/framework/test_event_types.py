"""An event's class is the one Rasa finds."""

from __future__ import annotations

import pytest
from rasa.shared.core.events import Event, SlotSet
from rasa.shared.utils.common import all_subclasses

from parcelbot.rasa_plugins.framework.event_types import _rasas_own, event_type

NAMES = sorted({kind.type_name for kind in all_subclasses(Event)})


@pytest.mark.parametrize("name", NAMES)
def test_each_name_has_the_class_rasa_gives_it_the_first_and_the_second_time(name: str) -> None:
    assert [event_type(name), event_type(name), event_type(name, SlotSet)] == [_rasas_own(name)] * 3


def test_a_name_nobody_knows_is_an_error_as_before() -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match="Unknown event name 'no such event'"):
            event_type("no such event")


def test_a_default_is_given_and_not_remembered() -> None:
    assert event_type("another such event", SlotSet) is SlotSet
    with pytest.raises(ValueError, match="another such event"):
        event_type("another such event")


def test_an_event_of_old_databases_is_still_passed_over() -> None:
    assert event_type("topic") is None
