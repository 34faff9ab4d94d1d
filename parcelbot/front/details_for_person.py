"""Put numbers and addresses that a shopper writes to a person into the ticket: no assistant reads those messages."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from sqlalchemy.engine import Connection

from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.tickets import Detail, DetailKind
from parcelbot.core.reading.orders.short_replies import bare_order_number, is_short_reply
from parcelbot.reading.codes import find_codes
from parcelbot.store.cases.later_details import add_to_active_tickets
from parcelbot.store.ledger.saying import OnMessageToPerson

logger = logging.getLogger(__name__)

_KINDS = {kind.value for kind in DetailKind}


def details_in(text: str) -> tuple[Detail, ...]:
    """Find what identifies an order, a parcel or the shopper, in order; what is uncertain is left to the reader."""
    codes = find_codes(text)
    details = [Detail(DetailKind(c.entity), c.value) for c in codes if c.entity in _KINDS and c.valid is not False]
    bare = bare_order_number(text) if not codes and is_short_reply(text) else ""
    return (*details, *([Detail(DetailKind.ORDER_NUMBER, bare)] if bare else []))


def details_keeper(destinations: Sequence[str]) -> OnMessageToPerson:
    """Make a call that puts a message's details into the conversation's tickets and tells `destinations`.

    It never raises.
    """

    def keep(connection: Connection, message: Message) -> None:
        try:
            if details := details_in(message.text):
                with connection.begin_nested():
                    add_to_active_tickets(connection, message.conversation_id, details, message.at, destinations)
        except Exception:
            # the shopper's message counts for more than what could be read in it
            logger.exception("message %s could not be read for details", message.seq)

    return keep
