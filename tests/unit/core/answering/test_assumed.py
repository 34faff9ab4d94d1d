"""A ticket lists the checks that a shopper said to have done, not those that are only left out of the talk."""

from __future__ import annotations

from parcelbot.core.answering.assumed import sure_checks, with_assumed
from parcelbot.core.answering.memory import Heard, Memory
from parcelbot.core.answering.remembering import memory_after


def test_what_is_left_out_because_there_is_nobody_to_ask_was_not_asked() -> None:
    before = Memory(question="delivered_not_received")
    memory = memory_after(Heard(intent="delivered_not_received", text="there are no neighbours up here"), before)
    assert memory.people_asked
    assert sure_checks(memory.checks, memory.claims) == {}


def test_what_is_said_later_is_sure() -> None:
    claims = with_assumed({}, ["people_asked", "places_checked"])
    claims = with_assumed(claims, (), said=["people_asked"])
    assert sure_checks({"people_asked": True, "places_checked": True}, claims) == {"people_asked": True}
