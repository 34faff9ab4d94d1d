"""Judge what a watch asks for now: nothing, a moment later, news, the word for a day that passed, or an apology."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from enum import Enum

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.tables import Escalate, Urgency
from parcelbot.core.parcel.shipment import LookupOutcome
from parcelbot.core.watching.news import NewsKind, read_news
from parcelbot.core.watching.seen import SeenParcel, seen_in
from parcelbot.core.watching.timing import end_of_quiet, is_quiet, next_morning, promise_moment
from parcelbot.core.watching.watch import Watch, WatchEnd

#: For so long after a promised moment a provider that does not answer is waited for; then that is what is written.
PROVIDER_PATIENCE = timedelta(hours=2)
#: How soon a provider that was silent at a promised moment is asked again.
ASK_AGAIN = timedelta(minutes=10)


class WatchStep(str, Enum):
    """Action that a watch asks for now."""

    WAIT = "wait"
    TELL = "tell"
    SILENT = "silent"
    WARN = "warn"
    APOLOGISE = "apologise"
    TAKE_LEAVE = "take_leave"
    END = "end"

    @property
    def writes(self) -> bool:
        """True when the person is written to."""
        return self not in (WatchStep.WAIT, WatchStep.END)


@dataclass(frozen=True)
class Moment:
    """A moment of judging: `now` by the database's clock, the person's zone, and whether they have the chat open."""

    now: datetime
    zone: tzinfo
    present: bool = False

    @property
    def day(self) -> date:
        """The date where the person is."""
        return self.now.astimezone(self.zone).date()


@dataclass(frozen=True)
class WatchVerdict:
    """Decision about a watch, and how it stands afterwards.

    `event` names what is written about, so that it is written about once; `due` is the next moment to look at it.
    `opens_case`: the day passed in silence, and the tables want a person.
    """

    step: WatchStep
    due: datetime
    seen: SeenParcel
    kind: NewsKind | None = None
    event: str = ""
    promised: date | None = None
    opens_case: bool = False
    end: WatchEnd | None = None


def is_promise_due(watch: Watch, moment: Moment) -> bool:
    """Tell whether the promised day has come to the hour at which it is kept."""
    promised = watch.order.promised
    return promised is not None and moment.now >= promise_moment(promised, moment.zone)


def judge(watch: Watch, decided: DecidedEnquiry, moment: Moment) -> WatchVerdict:
    """Judge a watch by the answer that the tables give now.

    At a promised moment `decided` is the answer as of the end of that day, for the day was promised as a whole.
    """
    news = _news(watch, decided, moment)
    if news is not None:
        return _before_the_warning(watch, news, moment)
    if watch.order.warning:
        return _warned(watch, decided, moment)
    if is_promise_due(watch, moment):
        return _passed(watch, decided, moment)
    if moment.day > watch.until:
        return _over(watch, moment)
    return WatchVerdict(WatchStep.WAIT, next_due(watch, moment), _known(watch, decided), promised=watch.order.promised)


def _before_the_warning(watch: Watch, news: WatchVerdict, moment: Moment) -> WatchVerdict:
    """Tell news before a warning; who asked for nothing is told nothing of a parcel that moved in time."""
    if not (watch.order.warning and watch.order.unasked):
        return news
    return WatchVerdict(WatchStep.END, moment.now, news.seen, end=WatchEnd.OVERTAKEN)


def _warned(watch: Watch, decided: DecidedEnquiry, moment: Moment) -> WatchVerdict:
    """Tell what the radar found, as the tables put it now."""
    later = _later(watch, None, moment)
    if later is not None:
        return WatchVerdict(WatchStep.WAIT, later, watch.order.seen, promised=watch.order.promised)
    event = f"warning:{watch.order.warning}"
    opens = decided.answer.row.then.escalate is not Escalate.NONE
    renewed = _renewed(decided, moment)
    verdict = WatchVerdict(WatchStep.WARN, moment.now, seen_in(decided), None, event, renewed, opens)
    return _with_next(watch, verdict, moment, None)


def next_due(watch: Watch, moment: Moment) -> datetime:
    """Give the next moment at which a watch without news has to be looked at: its promise, else its end."""
    end = datetime.combine(watch.until + timedelta(days=1), time(12), moment.zone)
    promised = watch.order.promised
    return min(promise_moment(promised, moment.zone), end) if promised else end


def _news(watch: Watch, decided: DecidedEnquiry, moment: Moment) -> WatchVerdict | None:
    now, before = seen_in(decided), watch.order.seen
    if decided.facts.lookup is not LookupOutcome.FOUND:
        return None
    kind = read_news(before, now)
    if kind is None or not (watch.order.wanted.wants(kind) or decided.answer.row.then.urgency is Urgency.URGENT):
        return _ended_quietly(now, moment)
    later = _later(watch, kind, moment)
    if later is not None:
        return WatchVerdict(WatchStep.WAIT, later, before, promised=watch.order.promised)
    promised = _renewed(decided, moment)
    verdict = WatchVerdict(WatchStep.TELL, moment.now, now, kind, _event(kind, now), promised)
    return _with_next(watch, verdict, moment, WatchEnd.ARRIVED if kind.last else None)


def _event(kind: NewsKind, now: SeenParcel) -> str:
    """Name what has happened: the kind, and the scan that tells it."""
    return f"{kind.value}:{now.scan_at.isoformat() if now.scan_at else now.substatus.value}"


def _ended_quietly(now: SeenParcel, moment: Moment) -> WatchVerdict | None:
    """End the watch of a parcel that was fetched; nothing is said about what its owner did."""
    here = read_news(SeenParcel(), now) is NewsKind.DELIVERED
    return WatchVerdict(WatchStep.END, moment.now, now, end=WatchEnd.ARRIVED) if here else None


def _later(watch: Watch, kind: NewsKind | None, moment: Moment) -> datetime | None:
    """Give the moment until which a message has to wait; None when it may be written now."""
    if not moment.present and is_quiet(moment.now, moment.zone):
        return end_of_quiet(moment.now, moment.zone)
    told_today = watch.told_on is not None and watch.told_on >= moment.day
    return next_morning(moment.now, moment.zone) if told_today and not (kind and kind.urgent) else None


def _passed(watch: Watch, decided: DecidedEnquiry, moment: Moment) -> WatchVerdict:
    """Keep a promise whose day has passed in silence; where nobody can tell, that is what is said."""
    promised = watch.order.promised or moment.day
    known = watch.order.seen
    later = _later(watch, None, moment)
    if later is not None:
        return WatchVerdict(WatchStep.WAIT, later, known, promised=promised)
    if decided.facts.lookup is LookupOutcome.UNAVAILABLE:
        return _unknown(watch, moment, promised)
    event = f"silent:{promised.isoformat()}"
    renewed = _renewed(decided, moment)
    opens = decided.answer.row.then.escalate is not Escalate.NONE
    verdict = WatchVerdict(WatchStep.SILENT, moment.now, seen_in(decided), None, event, renewed, opens)
    return _with_next(watch, verdict, moment, None)


def _unknown(watch: Watch, moment: Moment, promised: date) -> WatchVerdict:
    known = watch.order.seen
    if moment.now < promise_moment(promised, moment.zone) + PROVIDER_PATIENCE:
        return WatchVerdict(WatchStep.WAIT, moment.now + ASK_AGAIN, known, promised=promised)
    tomorrow = moment.day + timedelta(days=1)
    event = f"apology:{promised.isoformat()}"
    verdict = WatchVerdict(WatchStep.APOLOGISE, moment.now, known, None, event, tomorrow)
    return _with_next(watch, verdict, moment, None)


def _over(watch: Watch, moment: Moment) -> WatchVerdict:
    later = _later(watch, None, moment)
    if later is not None:
        return WatchVerdict(WatchStep.WAIT, later, watch.order.seen, promised=watch.order.promised)
    event = f"leave:{watch.until.isoformat()}"
    return WatchVerdict(WatchStep.TAKE_LEAVE, moment.now, watch.order.seen, event=event, end=WatchEnd.TOO_LONG)


def _renewed(decided: DecidedEnquiry, moment: Moment) -> date | None:
    """Give the day that the new answer names, as the next promise; None when it names none that is to come."""
    day = decided.answer.wait_until
    return day if day is not None and day > moment.day else None


def _known(watch: Watch, decided: DecidedEnquiry) -> SeenParcel:
    """Keep what the person was told of, so that scans that are no news add up to a silence only where there is one."""
    now = seen_in(decided)
    found = decided.facts.lookup is LookupOutcome.FOUND and not now.doubted
    return now if found else watch.order.seen


def _with_next(watch: Watch, verdict: WatchVerdict, moment: Moment, end: WatchEnd | None) -> WatchVerdict:
    after = replace(watch, order=replace(watch.order, promised=verdict.promised))
    return replace(verdict, due=next_due(after, moment), end=end)
