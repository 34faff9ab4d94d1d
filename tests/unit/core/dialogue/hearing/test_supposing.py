"""A question that supposes something is read as what it asks of that, and nothing else it asks is lost."""

from __future__ import annotations

from parcelbot.core.answering.memory import Heard
from parcelbot.core.dialogue.hearing.supposing import as_supposed


def test_what_is_asked_beside_keeps_its_order() -> None:
    beside = ("carrier_contact", "refund_wanted", "customs_delay", "all_parcels", "notify_me", "check_address")
    text = "If it comes back to you, is my money gone? And who has it now, and is the address right?"
    heard = as_supposed(Heard("refund_wanted", text, also_asked=beside))
    assert heard.also_asked == tuple(name for name in beside if name != "refund_wanted")
