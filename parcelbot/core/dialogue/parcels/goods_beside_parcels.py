"""Tell goods that came wrong from what is still to come of the same order, in one message or in one case."""

from __future__ import annotations

from collections.abc import Sequence

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.memory import NO_PARCEL
from parcelbot.core.answering.tables import table_of
from parcelbot.core.dialogue.answers.answering import answer_all
from parcelbot.core.dialogue.cases.beside_a_case import MOST_NOTES
from parcelbot.core.dialogue.parcels.each_parcel import still_to_come
from parcelbot.core.dialogue.parcels.several_parcels import MOST_LOOKED_UP, look_up_all, overview_words
from parcelbot.core.dialogue.parcels.which_parcel import settle_parcel, tell_what_still_comes
from parcelbot.core.dialogue.talk import Talk, parcels_of
from parcelbot.core.questions import GOODS, ISSUES, Question
from parcelbot.core.reading.goods.goods_beside import speaks_of_what_is_out

#: Of a missing item another answer tells already what still comes.
_CAME_WRONG = GOODS - {Question.ITEM_MISSING}


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
