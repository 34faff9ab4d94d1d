"""Take what a shopper gives for a case: the e-mail to answer to, the order number, or that there is none."""

from __future__ import annotations

import re
from dataclasses import replace

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.tables import table_of
from parcelbot.core.cases.shop_matters import is_of_an_order
from parcelbot.core.cases.titles import PHONE_WRONG
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.hearing.replies import Reply
from parcelbot.core.dialogue.state import CaseDraft
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.orders import is_same_order
from parcelbot.core.questions import PARCEL_QUESTIONS, SETTLEMENTS, Question
from parcelbot.core.reading.cases.case_words import puts_right
from parcelbot.core.reading.cases.details_given import is_also_given, lacks_an_order_number
from parcelbot.core.reading.codes.spelt_numbers import in_figures
from parcelbot.core.reading.orders.short_replies import bare_order_number, is_short_reply, kept_order_number
from parcelbot.core.reading.told.telling import Told
from parcelbot.core.reading.wanted.wishes import wished_matters

_ORDERS = re.compile(r"(?<![\w.@#-])\d{4,16}(?![\w@-])")
_EMAIL_WORD = re.compile(r"mail|\b(?:give|have) (?:you )?(?:one|none|it)\b", re.IGNORECASE)
#: Whoever writes more than that beside them has something for the person to read.
_WORDS_OF_DETAILS = 6
_AN_EMAIL = re.compile(r"\S+@\S+")
#: What a person cannot settle without the order.
_OF_THE_ORDER = SETTLEMENTS | {
    Question.CANCEL_ORDER,
    Question.CHANGE_ADDRESS,
    Question.REFUND_STATUS,
    Question.RETURN_ITEM,
    Question.TRACKING_NOT_FOUND,
}
_AT_THE_DOOR = "delivery_failed"
_ORDER_BY_NUMBER = ("not_found", "old_number")


def puts_the_phone_right(talk: Talk) -> bool:
    """Tell whether a telephone number is given for the order, whose own does not reach its shopper."""
    return PHONE_WRONG in talk.around.standing(talk.memory, talk.dialogue).problems


def lacks_the_order(talk: Talk) -> bool:
    """Tell whether no order is known and there may be one: it is asked for in the breath that asks for the e-mail."""
    known = talk.memory.order_number or talk.around.identify(talk.memory).order is not None
    return not known and Told.PAID_NO_ORDER not in talk.memory.told


def needs_the_order(talk: Talk) -> bool:
    """Tell whether a case needs the number of its order, and none is known: it is changed, or its number is."""
    if not lacks_the_order(talk):
        return False
    matters = {talk.memory.issue, *talk.dialogue.matters}
    of_the_shop = is_of_an_order(talk.dialogue.shop_matters, talk.around.second_matters)
    asked = of_the_shop or bool(_OF_THE_ORDER.intersection(matters))
    # the number that the courier rings is the order's
    rung = bool(talk.memory.phone) and table_of(talk.dialogue.row) == _AT_THE_DOOR
    return asked or rung or talk.dialogue.row.startswith(_ORDER_BY_NUMBER)


def with_given(talk: Talk, case: CaseDraft, asked: Asked) -> CaseDraft | None:
    """Give the case with what the message gives for it; None when it gives nothing."""
    heard, changed = talk.heard, case
    if heard.email and heard.email not in talk.dialogue.shut_emails:
        changed = replace(changed, email=_leading_email(talk, case.email or "", heard.email))
        if case.email and changed.email != case.email:
            talk.script.say("utter_noted_email", {"email": changed.email or ""})
    kept = kept_order_number(in_figures(heard.text)) if talk.memory.issue == Question.CANCEL_ORDER else ""
    order = heard.order_number or _bare_order(talk, asked)
    if order and order not in (kept, *talk.dialogue.other_orders) and not is_same_order(order, case.order or ""):
        changed = replace(changed, order=order)
        talk.remember(order_number=order)
    if kept and case.order == kept and changed.order == kept:
        changed = replace(changed, order=_other_order(talk, kept) or None)
        talk.remember(order_number=changed.order or "")
    if talk.memory.issue == Question.CANCEL_ORDER and case.order and changed.order != case.order:
        # the parcel of the one that is kept is not the one to be stopped
        talk.remember(parcel="", tracking_number="", several=())
        add_note(talk)
    if asked is Asked.CASE_EMAIL and not heard.email:
        changed = _without_email(talk, changed)
    if asked is Asked.CASE_ORDER and changed.order is None and talk.acts.reply in (Reply.NOTHING_TO_GIVE, Reply.NO):
        changed = replace(changed, order="")
    return changed if changed != case or _only_gives_details(talk) else None


def _leading_email(talk: Talk, known: str, given: str) -> str:
    """Give the e-mail to answer to, and note the other one beside it, unless the new one puts the old one right."""
    text = talk.heard.text
    if not known or known == given or puts_right(text, talk.heard.says):
        return given
    first, second = (known, given) if is_also_given(text) else (given, known)
    notes = dict.fromkeys((*(note for note in talk.dialogue.notes if note != first), second))
    talk.note(notes=tuple(notes), answer_to=first)
    return first


def _other_order(talk: Talk, kept: str) -> str:
    """Find the one order besides the kept one that the shopper named for this case; "" for none or several."""
    told = (number for note in talk.dialogue.notes for number in _ORDERS.findall(note))
    others = {order for order in told if len(order) == len(kept)} - {kept}
    return others.pop() if len(others) == 1 else ""


def _only_gives_details(talk: Talk) -> bool:
    """Tell whether a message gives a number for the case; one that asks where a parcel is, is a question of its own."""
    asks = bool(PARCEL_QUESTIONS.intersection(talk.acts.questions)) and not is_short_reply(talk.heard.text)
    again = talk.heard.order_number and talk.heard.email and talk.heard.words > _WORDS_OF_DETAILS
    return bool(talk.heard.numbers or talk.heard.phone or again) and not asks


def _without_email(talk: Talk, case: CaseDraft) -> CaseDraft:
    """Take a refusal, or a telephone number in place of the e-mail."""
    if lacks_an_order_number(talk.heard.text, talk.heard.says) and not talk.heard.phone:
        return replace(case, order=case.order or "")
    refuses = talk.acts.reply in (Reply.NOTHING_TO_GIVE, Reply.NO) and not _only_wishes(talk)
    # the right number of the order is no other way to be reached
    in_its_place = talk.heard.phone and not puts_the_phone_right(talk)
    return replace(case, email="") if refuses or in_its_place else case


def _only_wishes(talk: Talk) -> bool:
    """Tell whether a no is said of goods or money: "no more parcels, just the money" keeps no e-mail back."""
    text = talk.heard.text
    wishes = talk.heard.english and bool(SETTLEMENTS.intersection(wished_matters(text)))
    return wishes and _EMAIL_WORD.search(text) is None


def _bare_order(talk: Talk, asked: Asked) -> str:
    case = talk.dialogue.case
    with_the_email = asked is Asked.CASE_EMAIL and case is not None and case.order_asked
    text = _AN_EMAIL.sub(" ", talk.heard.text) if with_the_email else talk.heard.text
    return bare_order_number(in_figures(text)) if with_the_email or asked is Asked.CASE_ORDER else ""
