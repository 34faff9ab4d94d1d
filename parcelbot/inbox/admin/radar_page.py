"""Show the owner which parcels are late or will be, why, and by carrier and lane; let them write to a shopper first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from parcelbot.core.radar.rules import Risk
from parcelbot.core.radar.view import LaneCount, RadarFilter, RadarLine
from parcelbot.core.radar.warning import WarningOutcome
from parcelbot.core.wording import day_words, plural
from parcelbot.inbox.admin.csv_files import csv_file
from parcelbot.inbox.case.reasons import Reasons
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance.auth import admin_required, current_agent
from parcelbot.inbox.request_values import choice_of, page_number
from parcelbot.inbox.template_helpers import time_labels

RISKS: Mapping[Risk, str] = {
    Risk.LATE: "Late",
    Risk.AT_RISK: "Will be late",
    Risk.STUCK: "Needs somebody",
}
TONES: Mapping[Risk, str] = {Risk.LATE: "urgent", Risk.AT_RISK: "watch", Risk.STUCK: "act"}
OUTCOMES: Mapping[WarningOutcome, str] = {
    WarningOutcome.AGREED: "The shopper is written to, as soon as it is day where they are.",
    WarningOutcome.OVER: "There was nothing to write: the parcel is no longer late, or has arrived.",
    WarningOutcome.TOLD_ALREADY: "The shopper has been told this already.",
    WarningOutcome.WRITTEN_TODAY: "The shopper was written to today; try again tomorrow.",
    WarningOutcome.OPTED_OUT: "The shopper does not want to be written to.",
    WarningOutcome.WITH_THE_TEAM: "The parcel has an open case: answer the shopper there.",
    WarningOutcome.NO_WAY: "There is no way to reach the shopper: no chat knows the parcel, and no mail can be sent.",
}
_COLUMNS = ("tracking_number", "order_number", "sales_channel", "risk", "rule", "row", "window_ends", "days_left")
_MORE = ("window_is_protection", "in_time_percent", "carrier", "origin", "destination", "status", "last_scan_at")
_LAST = ("found_at", "written_at", "case")


def create_blueprint(inbox: InboxDependencies) -> Blueprint:
    """Build the page, the same as CSV, and the click that writes to a shopper."""
    pages = Blueprint("inbox_radar", __name__, url_prefix="/inbox/radar")
    _add_page(pages, inbox)
    _add_csv(pages, inbox)
    _add_writing(pages, inbox)
    return pages


def _add_page(pages: Blueprint, inbox: InboxDependencies) -> None:
    reasons = Reasons(inbox.services.knowledge.tables, inbox.titles)

    @pages.get("/")
    @admin_required
    def index() -> ResponseReturnValue:
        wanted, views, today = _wanted(), inbox.radar.views, _today(inbox)
        lanes = views.lanes()
        return render_template(
            "inbox/radar.html",
            found=views.page(wanted, page_number()),
            wanted=wanted,
            lanes=[lane for lane in lanes if lane.found],
            counts=_counts(lanes),
            travelling=sum(lane.travelling for lane in lanes),
            days=inbox.radar.days,
            today=today,
            day=lambda day: day_words(day, today),
            left=left_words,
            reason_of=reasons.of_row,
            risks=RISKS,
            tones=TONES,
            time_labels=time_labels(inbox),
        )


def _add_csv(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.get("/findings.csv")
    @admin_required
    def as_csv() -> ResponseReturnValue:
        today = _today(inbox)
        return csv_file(f"radar-{today}.csv", _rows(inbox.radar.views.all(_wanted()), today))


def _add_writing(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.post("/<parcel_id>/write")
    @admin_required
    def write(parcel_id: str) -> ResponseReturnValue:
        agent = current_agent()
        outcome = inbox.radar.write(parcel_id, agent)
        if outcome is WarningOutcome.AGREED:
            inbox.audit.write(agent.email, "wrote_first", detail=parcel_id[:12])
        flash(OUTCOMES[outcome], "good" if outcome is WarningOutcome.AGREED else "message")
        asked = _asked_for(request.form)
        back = url_for("inbox_radar.index") + (f"?{urlencode(asked)}" if asked else "")
        return redirect(back, 303)


def _wanted() -> RadarFilter:
    asked = _asked_for(request.args)
    return RadarFilter(
        choice_of(Risk, asked.get("risk", "")), asked.get("carrier", "")[:120], asked.get("destination", "")[:2]
    )


def _asked_for(values: Mapping[str, str]) -> dict[str, str]:
    return {name: values[name] for name in ("risk", "carrier", "destination") if values.get(name)}


def _today(inbox: InboxDependencies) -> date:
    return inbox.clock().astimezone(inbox.zone).date()


def _counts(lanes: Sequence[LaneCount]) -> Mapping[Risk, int]:
    return {
        Risk.LATE: sum(lane.late for lane in lanes),
        Risk.AT_RISK: sum(lane.at_risk for lane in lanes),
        Risk.STUCK: sum(lane.stuck for lane in lanes),
    }


def left_words(days: int | None) -> str:
    """Word how long a window lasts: "3 days left", "ends today", "2 days over"; "" where it is not known."""
    if days is None:
        return ""
    if days == 0:
        return "ends today"
    return f"{plural(days, 'day')} left" if days > 0 else f"{plural(-days, 'day')} over"


def _rows(lines: Sequence[RadarLine], today: date) -> Iterator[Sequence[object]]:
    yield (*_COLUMNS, *_MORE, *_LAST)
    for line in lines:
        yield (
            line.number,
            line.order_number,
            line.sales_channel,
            line.risk.value,
            line.rule,
            line.row,
            line.ends_on,
            line.days_left(today),
            int(line.protected),
            line.in_time_percent,
            line.carrier,
            line.origin,
            line.destination,
            line.status,
            line.last_scan_at.isoformat() if line.last_scan_at else "",
            line.found_at.isoformat() if line.found_at else "",
            line.warned_at.isoformat() if line.warned_at else "",
            line.case,
        )
