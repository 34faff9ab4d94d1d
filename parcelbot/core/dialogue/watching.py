"""Offer to write when a parcel has news, agree to it, tell what is watched, and end it."""

from __future__ import annotations

from datetime import date

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.tables import Urgency
from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.dialogue.composing import TurnRole
from parcelbot.core.dialogue.hearing.replies import Reply
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.language import Button
from parcelbot.core.parcel.shipment import LookupOutcome
from parcelbot.core.questions import Question
from parcelbot.core.turn_facts import TurnFact
from parcelbot.core.watching.seen import seen_in
from parcelbot.core.watching.watch import MailConsent, SeenChange, Watch, WatchOrder
from parcelbot.core.watching.wishes import NewsWish, read_wanted
from parcelbot.core.wording import mask_email

#: What the button of a case that was opened by itself stands for.
STOP_CASE = "stop_case"

_BUTTON = "/notify_me"


# ---- agreeing ---------------------------------------------------------------------------------------


def offer_news(talk: Talk) -> bool:
    """Offer to write, once for a parcel with a day to wait for; False where there is nothing to offer."""
    day = talk.plan_day
    if not _may_be_offered(talk) or day is None or day <= talk.today:
        return False
    talk.note(news_offered=(*talk.dialogue.news_offered, talk.number))
    button = Button(talk.script.title("utter_button_news"), _BUTTON)
    # the day is named once: where the plan names it, what happens then is agreed when the offer is taken up
    offer = "utter_offer_news_by_then" if talk.script.tells(TurnFact.WAIT) else "utter_offer_news"
    talk.script.ask(offer, {"plan_date": talk.around.day(day)}, [button], role=TurnRole.ASIDE)
    talk.asks(Asked.NEWS)
    return True


def _may_be_offered(talk: Talk) -> bool:
    if not (talk.around.writes_first and talk.number and talk.number in talk.planned):
        return False
    if talk.number in talk.dialogue.news_offered or watch_of(talk, talk.number) is not None:
        return False
    if talk.planned[talk.number].answer.row.then.urgency.rank >= Urgency.ACT.rank:
        # who has to do something is not invited to wait for news
        return False
    return talk.around.active_ticket(talk.memory, talk.dialogue) is None


def watch_if_promised(talk: Talk, decided: DecidedEnquiry) -> None:
    """Keep what a row has just promised: to write about this parcel."""
    if not decided.answer.row.then.watches or not talk.number:
        return
    email, vouched = _address(talk)
    talk.watching.begins.append(_order(talk, email, vouched))
    talk.note(news_offered=tuple(dict.fromkeys((*talk.dialogue.news_offered, talk.number))))
    _tell_of_mail(talk, email, vouched)


def _order(talk: Talk, email: str, vouched: bool) -> WatchOrder:
    """Gather the agreement, with the plan that it promises to keep."""
    plan = talk.dialogue.plan_of(talk.number)
    question = Question(plan.question) if plan else talk.plan_question
    decided = talk.decide(question)
    source = decided.answer.row.source
    claims, order = decided.enquiry.claims, decided.enquiry.order
    return WatchOrder(
        number=talk.number,
        question=question,
        row=decided.answer.row_name,
        source=f"{source.document}: {source.section}",
        seen=seen_in(decided),
        wanted=read_wanted(talk.heard.text),
        promised=_to_come(talk, plan.day if plan else None),
        agreed="button" if talk.heard.text.startswith("/") else "words",
        email=email,
        vouched=vouched,
        order_number=order.order_number if order else "",
        sales_channel=order.sales_channel if order else claims.sales_channel,
    )


def _to_come(talk: Talk, day: date | None) -> date | None:
    return day if day is not None and day > talk.today else None


def _address(talk: Talk) -> tuple[str, bool]:
    """Give the address to write to, and whether the shop vouches for it; "" where none is known."""
    if not talk.around.mails:
        return "", False
    vouched = talk.around.vouched_email(talk.memory)
    given = talk.heard.email
    return (given, given.lower() == vouched) if given else (vouched, bool(vouched))


def _tell_of_mail(talk: Talk, email: str, vouched: bool) -> None:
    """Say where else news go, or ask once for an address."""
    if email:
        talk.script.say("utter_news_mail_too" if vouched else "utter_news_mail_confirm", _mail_words(email))
    elif talk.around.mails and talk.script.say("utter_news_mail_offer"):
        talk.asks(Asked.NEWS_EMAIL)


def _mail_words(email: str) -> dict[str, str]:
    return {"email": mask_email(email)}


# ---- answers to what was offered --------------------------------------------------------------------


def decline_news(talk: Talk) -> None:
    """Take that nothing shall be written."""
    talk.note(open=None)
    talk.script.ask("utter_news_declined")


def take_news_email(talk: Talk, reply: Reply | None) -> bool:
    """Take the address for news, or that there shall be none; True when the message was one of the two."""
    email = talk.heard.email
    if email:
        vouched = email.lower() == talk.around.vouched_email(talk.memory)
        talk.watching.email, talk.watching.vouched = email, vouched
        talk.note(open=None)
        talk.script.ask("utter_news_mail_too" if vouched else "utter_news_mail_confirm", _mail_words(email))
        return True
    if reply in (Reply.NO, Reply.NOTHING_TO_GIVE):
        talk.note(open=None)
        talk.script.ask("utter_news_chat_only")
        return True
    return False


# ---- what is watched, and its end -------------------------------------------------------------------


def take_news_wish(talk: Talk) -> bool:
    """Take a wish to be told no more, or to hear what is watched; True when the message was one."""
    if talk.heard.news == STOP_CASE:
        _withdraw_case(talk)
        return True
    wish, watches = talk.acts.news_wish, list(talk.around.watches())
    if wish is NewsWish.STOP_BARE and (not watches or talk.dialogue.case is not None):
        return False
    if wish is None or not talk.around.writes_first:
        return False
    if wish is NewsWish.LIST:
        _list(talk, watches)
    else:
        _stop(talk, watches)
    return True


def _stop(talk: Talk, watches: list[Watch]) -> None:
    named = {number.value for number in talk.heard.numbers}
    ended = [w for w in watches if w.order.number in named] or watches
    if not ended:
        talk.script.ask("utter_news_nothing_watched")
        return
    talk.watching.stops.extend(watch.id for watch in ended)
    talk.script.ask("utter_news_stopped", {"numbers": talk.around.together([watch.order.number for watch in ended])})


def end_of_waiting(talk: Talk) -> None:
    """End the watch of a parcel that its shopper has."""
    watch = watch_of(talk, talk.number)
    if watch is not None:
        talk.watching.arrived.append(watch.id)


def _list(talk: Talk, watches: list[Watch]) -> None:
    if not watches:
        talk.script.ask("utter_news_nothing_watched")
        return
    lines = "\n".join(_line(talk, watch) for watch in watches)
    talk.script.tell(["utter_news_watched"], {"lines": lines})


def _line(talk: Talk, watch: Watch) -> str:
    promised, mailed = watch.order.promised, watch.consent.may_be_written_to
    dated = "utter_news_line_dated" if promised else "utter_news_line"
    words = {
        "number": watch.order.number,
        "what": talk.script.title(f"utter_news_wanted_{watch.order.wanted.value}"),
        "plan_date": talk.around.day(promised),
        "where": talk.script.title("utter_news_where_mail" if mailed else "utter_news_where_chat"),
    }
    waiting = talk.script.title("utter_news_unconfirmed") if watch.consent is MailConsent.ASKED else ""
    return f"{talk.script.title(dated).format_map(words)}{waiting}"


def watch_of(talk: Talk, number: str) -> Watch | None:
    """Find the watch of a parcel; None where it is not watched."""
    return next((watch for watch in talk.around.watches() if watch.order.number == number), None)


def _withdraw_case(talk: Talk) -> None:
    """Take back the case that was opened when a promised day had passed, unless a person is at it already."""
    case = next((t for t in talk.around.own_tickets() if t.status is TicketStatus.NEW and not t.assignee), None)
    if case is None:
        talk.script.ask("utter_case_not_stopped")
        return
    talk.watching.withdrawn_case = case.reference
    talk.script.ask("utter_case_stopped", {"reference": case.reference})


# ---- what was told in the chat ----------------------------------------------------------------------


def see_what_was_told(talk: Talk) -> None:
    """Note what this turn told of watched parcels: it is not written about a second time."""
    for number, decided in talk.planned.items():
        watch = watch_of(talk, number)
        over = (*talk.watching.stops, *talk.watching.arrived)
        if watch is None or watch.id in over or decided.facts.lookup is not LookupOutcome.FOUND:
            continue
        plan = talk.dialogue.plan_of(number)
        promised = _to_come(talk, plan.day if plan else None)
        talk.watching.seen.append(SeenChange(number, seen_in(decided), promised or watch.order.promised))
