"""Word what is written unasked: what happened, the answer of the tables to it, and what comes next."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.cases.conversation import Author, Choice, Message
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.dialogue.watching import STOP_CASE
from parcelbot.core.language import Language
from parcelbot.core.shopper_clock import ShopperClock
from parcelbot.core.watching.judging import WatchStep, WatchVerdict
from parcelbot.core.watching.watch import Watch
from parcelbot.usecases.answer_wording import Wording

_ID_BYTES = 9
_LEADS = {
    WatchStep.SILENT: "utter_told_silent",
    WatchStep.WARN: "utter_told_warning",
    WatchStep.APOLOGISE: "utter_told_apology",
    WatchStep.TAKE_LEAVE: "utter_told_leave",
}


@dataclass(frozen=True)
class CaseOfSilence:
    """The case that a day that passed in silence led to; `is_new` when it was opened for that."""

    ticket: Ticket
    is_new: bool


def news_message(
    wording: Wording,
    watch: Watch,
    verdict: WatchVerdict,
    decided: DecidedEnquiry,
    case: CaseOfSilence | None,
    clock: ShopperClock,
) -> Message:
    """Word a message of the bot's, with the parcel's card where something is told of it; it may be mailed as well."""
    lead = f"utter_told_{verdict.kind.value}" if verdict.kind else _LEADS[verdict.step]
    answers = verdict.step in (WatchStep.TELL, WatchStep.SILENT, WatchStep.WARN)
    then = decided.answer.row.then
    # who is written to by itself need not come back on the day
    then_what = "utter_told_next" if verdict.promised else "" if case else then.after
    names = [lead, *((then.response, then_what) if answers else ()), *_case_names(case, verdict)]
    words = {**wording.placeholders(decided, verdict.promised), **_words(wording.language, watch, case, clock)}
    paragraphs = [wording.language.text(name).format_map(words) for name in names if name]
    card = wording.parcel_card(decided, verdict.promised) if answers else None
    line = [card.text] if card else []
    return Message(
        watch.conversation_id,
        0,
        Author.BOT,
        decided.facts.now,
        "\n\n".join([*line, *(paragraph for paragraph in paragraphs if paragraph)]),
        _choices(wording, case),
        card=card.to_json() if card else None,
        answer=_source(decided) if answers else None,
        language=wording.language.code,
    )


def _words(language: Language, watch: Watch, case: CaseOfSilence | None, clock: ShopperClock) -> Mapping[str, str]:
    ticket = case.ticket if case else None
    return {
        "promised_date": language.day(watch.order.promised, clock.now.date()),
        "reference": ticket.reference if ticket else "",
        "due": language.moment(ticket.first_response_due, clock) if ticket else "",
    }


def _case_names(case: CaseOfSilence | None, verdict: WatchVerdict) -> tuple[str, ...]:
    if case is None:
        return ()
    opened = "utter_told_warning_case" if verdict.step is WatchStep.WARN else "utter_told_case"
    return (opened,) if case.is_new else ("utter_told_with_the_team",)


def _choices(wording: Wording, case: CaseOfSilence | None) -> tuple[Choice, ...]:
    if case is None or not case.is_new:
        return ()
    payload = f'/notify_me{{"news":"{STOP_CASE}"}}'
    return (Choice(secrets.token_urlsafe(_ID_BYTES), wording.language.text("utter_button_stop_case"), payload),)


def _source(decided: DecidedEnquiry) -> dict[str, str]:
    source = decided.answer.row.source
    return {
        "table": decided.answer.table,
        "row": decided.answer.row.id,
        "source": f"{source.document}: {source.section}",
    }
