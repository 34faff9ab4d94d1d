"""Show the owner's figures: resolved without a person, handed over, and how fast people answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from parcelbot.core.owner.journal import JournalKind
from parcelbot.core.owner.outcomes import VisitOutcome
from parcelbot.core.owner.report import Report, Tally
from parcelbot.core.radar.finding import RadarEnd
from parcelbot.core.radar.rules import Risk
from parcelbot.core.wording import plural
from parcelbot.inbox.admin.charts import HEIGHT, WIDTH, Chart, Column, across, stacked
from parcelbot.inbox.admin.csv_files import csv_file
from parcelbot.inbox.case.reasons import Reasons
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance.auth import admin_required
from parcelbot.inbox.labels import ISSUES
from parcelbot.inbox.request_values import day_asked_for
from parcelbot.usecases.figures import Figures

SPANS_DAYS = (7, 30, 90)
_MAX_DAYS = 366

#: In the order in which they are stacked and listed.
OUTCOMES: dict[VisitOutcome, str] = {
    VisitOutcome.CONFIRMED: "Confirmed: the shopper said that it helped",
    VisitOutcome.ASSUMED: "Assumed: left after an answer, silent for a day",
    VisitOutcome.CAME_BACK: "Came back within seven days: not counted as resolved",
    VisitOutcome.HANDED_OVER: "Handed over to a person",
    VisitOutcome.NOT_HELPED: "Not helped, and left without a ticket",
    VisitOutcome.GOING_ON: "Still going on",
    VisitOutcome.NO_QUESTION: "No question asked",
}
_SHORT: dict[VisitOutcome, str] = {
    VisitOutcome.CONFIRMED: "Confirmed",
    VisitOutcome.ASSUMED: "Assumed",
    VisitOutcome.CAME_BACK: "Came back",
    VisitOutcome.HANDED_OVER: "Handed over",
    VisitOutcome.NOT_HELPED: "Not helped",
    VisitOutcome.GOING_ON: "Going on",
    VisitOutcome.NO_QUESTION: "No question",
}


def create_blueprint(inbox: InboxDependencies) -> Blueprint:
    """Build the page, and the same figures as CSV."""
    pages = Blueprint("inbox_figures", __name__, url_prefix="/inbox/numbers")
    figures: Figures = inbox.figures
    reasons = Reasons(inbox.services.knowledge.tables, inbox.titles)

    @pages.get("/")
    @admin_required
    def index() -> ResponseReturnValue:
        return _page(figures.report(*_span(figures.today())), figures.today(), reasons)

    @pages.get("/<kind>.csv")
    @admin_required
    def as_csv(kind: str) -> ResponseReturnValue:
        if kind not in _TABLES:
            abort(404)
        first, last = _span(figures.today())
        return csv_file(f"{kind}-{first}-{last}.csv", _TABLES[kind](figures.report(first, last)))

    return pages


def _page(report: Report, today: date, reasons: Reasons) -> str:
    return render_template(
        "inbox/figures.html",
        report=report,
        today=today,
        spans=SPANS_DAYS,
        starts={days: today - timedelta(days=days - 1) for days in SPANS_DAYS},
        ended=VisitOutcome,
        shown_outcomes=[outcome for outcome in OUTCOMES if outcome.decided],
        named_outcomes=[(outcome.value, words) for outcome, words in OUTCOMES.items()],
        short=_SHORT,
        issues=ISSUES,
        kinds=JournalKind,
        radar_ends=RadarEnd,
        by_day=_by_day(report),
        feedback=_journal_chart(report, JournalKind.NOT_USEFUL, JournalKind.CONFIRMED),
        trouble=_journal_chart(report, JournalKind.TRACKING_DOWN, JournalKind.NOT_UNDERSTOOD),
        bar_of=_lying_bars(report),
        reason_of=reasons.of_row,
        size=(WIDTH, HEIGHT),
        lasting=minutes_words,
    )


def _span(today: date) -> tuple[date, date]:
    """Read the days asked for: the last thirty when none are given, a year at most, never the future."""
    last = min(day_asked_for("to") or today, today)
    first = day_asked_for("from") or last - timedelta(days=SPANS_DAYS[1] - 1)
    return max(min(first, last), last - timedelta(days=_MAX_DAYS - 1)), last


def _by_day(report: Report) -> Chart:
    return stacked([Column(_column_title(day, tally), f"{day:%d %b}", _counts(tally)) for day, tally in report.by_day])


def _column_title(day: date, tally: Tally) -> str:
    counts = [f"{tally[outcome]} {words.lower()}" for outcome, words in _SHORT.items() if tally[outcome]]
    return f"{day:%a %d %b}: {', '.join(counts) or 'nobody'}"


def _counts(tally: Tally) -> list[tuple[str, int]]:
    return [(outcome.value, tally[outcome]) for outcome in OUTCOMES]


def _journal_chart(report: Report, *kinds: JournalKind) -> Chart:
    def column(day: date) -> Column:
        counts = [(kind.value, report.journal.get(kind, {}).get(day, 0)) for kind in kinds]
        said = ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in counts)
        return Column(f"{day:%a %d %b}: {said}", f"{day:%d %b}", counts)

    return stacked([column(day) for day, _ in report.by_day])


def _lying_bars(report: Report) -> Callable[[Tally], Any]:
    whole = max((tally.visits for _, tally in report.by_intent), default=1)
    return lambda tally: across(_counts(tally), whole, 240, 14)


def _tally_rows(name: str, tallies: Iterable[tuple[object, Tally]]) -> list[Sequence[object]]:
    rows = [(key, tally.visits, *(tally[outcome] for outcome in OUTCOMES)) for key, tally in tallies]
    return [(name, "visits", *(outcome.value for outcome in OUTCOMES)), *rows]


def _days(report: Report) -> list[Sequence[object]]:
    kinds = (JournalKind.CONFIRMED, JournalKind.NOT_USEFUL, JournalKind.NOT_UNDERSTOOD, JournalKind.TRACKING_DOWN)
    head, *rows = _tally_rows("day", report.by_day)
    counted = [[report.journal.get(kind, {}).get(day, 0) for kind in kinds] for day, _ in report.by_day]
    names = [f"said_{kind.value}" for kind in kinds]
    return [[*head, *names], *([*row, *extra] for row, extra in zip(rows, counted, strict=True))]


def _handovers(report: Report) -> list[Sequence[object]]:
    return [("row", "issue", "tickets"), *((row, issue, count) for (row, issue), count in report.handovers)]


def _responses(report: Report) -> list[Sequence[object]]:
    answered = report.responses
    return [
        ("kept", "late", "waiting", "overdue", "median_min", "slowest_tenth_min"),
        (
            answered.kept,
            answered.late,
            answered.waiting,
            answered.overdue,
            answered.median_min,
            answered.slowest_tenth_min,
        ),
    ]


def _promises(report: Report) -> list[Sequence[object]]:
    promises = report.promises
    names = ("made", "kept", "late", "apologies", "ended", "opted_out")
    again = (promises.again_with.value, promises.again_without.value)
    return [(*names, "again_with", "again_without"), (*(getattr(promises, name) for name in names), *again)]


def _radar(report: Report) -> list[Sequence[object]]:
    radar = report.radar
    became = [(f"then_{end.value}", radar.became.get(end.value, 0)) for end in RadarEnd]
    found = [(f"found_{risk.value}", radar.found.get(risk.value, 0)) for risk in Risk if risk.found]
    counted = [*found, ("written", radar.written), *became, ("missed", radar.missed)]
    return [[name for name, _ in counted], [count for _, count in counted]]


_TABLES: dict[str, Callable[[Report], list[Sequence[object]]]] = {
    "days": _days,
    "intents": lambda report: _tally_rows("intent", report.by_intent),
    "handovers": _handovers,
    "responses": _responses,
    "promises": _promises,
    "radar": _radar,
}


def minutes_words(minutes: float | None) -> str:
    """Write a length of time: "25 minutes", "3.5 hours", "2.1 days"; "–" for None."""
    if minutes is None:
        return "–"
    if minutes < 100:
        return plural(round(minutes), "minute")
    hours = minutes / 60
    return f"{hours:.1f} hours" if hours < 48 else f"{hours / 24:.1f} days"
