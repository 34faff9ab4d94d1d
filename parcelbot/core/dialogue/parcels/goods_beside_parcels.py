"""Tell goods that came wrong from what is still to come of the same order, in one message or in one case."""

from __future__ import annotations

from collections.abc import Sequence

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.memory import NO_PARCEL
from parcelbot.core.answering.tables import table_of
from parcelbot.core.cases.matters import leading
from parcelbot.core.dialogue.answers.answering import answer_all
from parcelbot.core.dialogue.cases.beside_a_case import MOST_NOTES, add_note
from parcelbot.core.dialogue.composing import TurnRole
from parcelbot.core.dialogue.hearing.own_question import likeliest_follow_up
from parcelbot.core.dialogue.parcels.each_parcel import still_to_come
from parcelbot.core.dialogue.parcels.several_parcels import MOST_LOOKED_UP, look_up_all, overview_words
from parcelbot.core.dialogue.parcels.which_parcel import settle_parcel, tell_what_still_comes
from parcelbot.core.dialogue.talk import Talk, parcels_of
from parcelbot.core.questions import GOODS, ISSUES, WISHES, Question
from parcelbot.core.reading.goods.goods_beside import asks_after_another, speaks_of_what_is_out
from parcelbot.core.reading.orders.which_one import misses_from_the_box, names_the_other

#: By when goods in place of others come.
_NEW_BY_WHEN = "new_in_time"
#: Of a missing item another answer tells already what still comes.
_CAME_WRONG = GOODS - {Question.ITEM_MISSING}
#: What is said beside goods of something that has not come.
_OF_WHAT_IS_OUT = frozenset(
    {
        Question.ALL_PARCELS,
        Question.ARRIVAL_DATE,
        Question.DELIVERED_NOT_RECEIVED,
        Question.ITEM_MISSING,
        Question.LATE_DELIVERY,
        Question.TRACKING_NOT_UPDATING,
        Question.WHERE_IS_MY_ORDER,
    }
)


def only_the_goods(talk: Talk, questions: list[Question]) -> list[Question]:
    """Leave out what is asked of the parcels that are out, where goods came wrong and such parcels are told beside."""
    if not _told_beside(talk, questions):
        return questions
    return [question for question in questions if question not in _OF_WHAT_IS_OUT]


def tell_what_is_out(talk: Talk, questions: Sequence[Question]) -> None:
    """Tell a line for each parcel that is out, where one message speaks of it beside goods that came wrong.

    Where the order is not known yet, the message is kept for when it is.
    """
    if _told_beside(talk, questions):
        add_note(talk)
        _leave_out_what_is_only_late(talk)
        _tell(talk, _coming(talk))
    elif _CAME_WRONG.intersection(questions) and not talk.number and _speaks_of_it(talk):
        add_note(talk)
        talk.script.say("utter_rest_of_the_order", role=TurnRole.ASIDE)


def _leave_out_what_is_only_late(talk: Talk) -> None:
    """Take out of the case that an item is missing, where "still missing" was said of a parcel that is out."""
    if misses_from_the_box(talk.heard.text):
        return
    matters = tuple(matter for matter in talk.dialogue.matters if matter != Question.ITEM_MISSING)
    talk.note(matters=matters)
    talk.remember(issue=leading(matters))


def tell_what_is_asked_after(talk: Talk) -> bool:
    """Tell what is still to come to whoever asks after another thing than the goods that came wrong."""
    heard = talk.heard
    asks_after_it = asks_after_another(heard.text) if heard.english else names_the_other(heard.text, heard.says)
    if not (talk.about_goods and (asks_after_it or _asks_when_the_missing_piece_comes(talk))):
        return False
    coming = _coming(talk)
    _tell(talk, coming)
    return bool(coming)


def _asks_when_the_missing_piece_comes(talk: Talk) -> bool:
    """Tell whether a day is asked for where a piece is missing and none in its place is wished for: the rest has it."""
    matters = {*talk.dialogue.matters, *talk.dialogue.pending}
    misses = Question.ITEM_MISSING in matters and not WISHES.intersection(matters)
    by_when = likeliest_follow_up(talk.heard, least=0.0) == _NEW_BY_WHEN
    return misses and (by_when or Question.ARRIVAL_DATE in talk.acts.questions)


def look_at_the_wish_anew(talk: Talk) -> None:
    """Answer again what was answered already, where the parcel known now, or what was told now, makes it another."""
    asked = talk.dialogue.question
    # goods at hand are of the parcel that came, whatever else was said to be missing
    wrong = next((matter for matter in talk.dialogue.matters if matter in _CAME_WRONG), "")
    if wrong and asked == Question.ITEM_MISSING:
        asked = wrong
    if asked == Question.ITEM_MISSING and not talk.number and tell_what_still_comes(talk):
        return
    if asked not in ISSUES:
        return
    question = Question(asked)
    is_found = talk.known_before.parcel in ("", NO_PARCEL) and settle_parcel(talk, [question])
    if (is_found and talk.number and _is_another(talk, question)) or _tells_another(talk, question):
        answer_all(talk, [question])
    if is_found and question in _CAME_WRONG and any(map(speaks_of_what_is_out, talk.dialogue.notes)):
        _tell(talk, _coming(talk))


def _is_another(talk: Talk, question: Question) -> bool:
    return talk.decide(question).answer.row_name != talk.dialogue.row


def _tells_another(talk: Talk, question: Question) -> bool:
    """Tell whether what was told with a detail leads to another row of the table that answered."""
    is_told = talk.memory.claims != talk.known_before.claims
    same_table = table_of(talk.dialogue.row) == talk.decide(question).answer.table
    return is_told and same_table and _is_another(talk, question)


def _told_beside(talk: Talk, questions: Sequence[Question]) -> bool:
    """Tell whether a message names goods that came wrong and something that is out, and the order has both."""
    if not _CAME_WRONG.intersection(questions):
        return False
    speaks = _speaks_of_it(talk) or _OF_WHAT_IS_OUT.intersection(questions)
    return bool(speaks) and bool(_coming(talk))


def _speaks_of_it(talk: Talk) -> bool:
    return talk.heard.english and speaks_of_what_is_out(talk.heard.text)


def _coming(talk: Talk) -> Sequence[DecidedEnquiry]:
    """Look up what is still to come of the order; nothing where nothing of it came, or it is one parcel."""
    numbers = parcels_of(talk, talk.memory)
    if not 1 < len(numbers) <= MOST_LOOKED_UP:
        return ()
    decided = look_up_all(talk, numbers)
    coming = still_to_come(decided)
    return coming if len(coming) < len(decided) else ()


def _tell(talk: Talk, coming: Sequence[DecidedEnquiry]) -> None:
    if not coming:
        return
    talk.script.ask("utter_still_to_come", overview_words(talk, coming))
    numbers = (one.enquiry.number for one in coming)
    talk.note(notes=tuple(dict.fromkeys((*talk.dialogue.notes, *numbers)))[-MOST_NOTES:])
