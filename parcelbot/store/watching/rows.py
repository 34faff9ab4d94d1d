"""Convert watches to rows and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.questions import Question
from parcelbot.core.watching.news import Wanted
from parcelbot.core.watching.seen import seen_from_json
from parcelbot.core.watching.watch import MailConsent, Watch, WatchEnd, WatchOrder


def watch_of(row: Mapping[str, Any]) -> Watch:
    """Give the watch that a row of `watches` holds."""
    return Watch(
        id=row["id"],
        conversation_id=row["conversation_id"],
        order=_order_of(row),
        made_at=row["made_at"],
        until=row["until"],
        consent=MailConsent(row["consent"]),
        told_on=row["told_on"],
        made_by=row["made_by"],
        held=row["held"],
        page_withdrawn=row["page_withdrawn"],
        ended_at=row["ended_at"],
        end=WatchEnd(row["end"]) if row["end"] else None,
    )


def order_columns(order: WatchOrder) -> dict[str, Any]:
    """Give the columns that keep an agreement, but for its address."""
    return {
        "question": order.question.value,
        "row": order.row[:120],
        "source": order.source[:200],
        "wanted": order.wanted.value,
        "promised": order.promised,
        "seen": order.seen.to_json(),
        "agreed": order.agreed,
        "order_number": order.order_number[:64],
        "sales_channel": order.sales_channel.value if order.sales_channel else "",
        "warning": order.warning[:120],
    }


def _order_of(row: Mapping[str, Any]) -> WatchOrder:
    return WatchOrder(
        number=row["number"],
        question=Question(row["question"]),
        row=row["row"],
        source=row["source"],
        seen=seen_from_json(row["seen"]),
        wanted=Wanted(row["wanted"]),
        promised=row["promised"],
        agreed=row["agreed"],
        email=row["email"],
        vouched=row["consent"] == MailConsent.VOUCHED.value,
        order_number=row["order_number"],
        sales_channel=SalesChannel(row["sales_channel"]) if row["sales_channel"] else None,
        warning=row["warning"],
    )
