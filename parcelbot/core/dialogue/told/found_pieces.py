"""Take a missing piece out of the case that was found after all, and say what is left."""

from __future__ import annotations

from parcelbot.core.answering.remembering import with_told
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.cases.revising import tells_revision
from parcelbot.core.dialogue.questions.only_asked import asks_in
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import GOODS, Question
from parcelbot.core.reading.goods.found_pieces import found_the_piece, something_is_left
from parcelbot.core.reading.told.telling import Told


def tell_found_piece(talk: Talk) -> bool:
    """Say what a case holds once the missing piece is found, or that nothing is left; False for anything else."""
    if not (Question.ITEM_MISSING in talk.was.matters and found_the_piece(talk.heard.text, talk.heard.says)):
        return False
    if asks_in(talk.heard) or talk.acts.wants_person:
        return False
    talk.keep_the_matter()
    talk.remember(claims=with_told(talk.memory, frozenset(), {Told.PART_MISSING}))
    if GOODS.intersection(map(Question, talk.dialogue.matters)):
        talk.remember(issue=next(iter(talk.dialogue.matters)))
        return tells_revision(talk) or _takes_note(talk)
    return _keeps_the_rest(talk) if something_is_left(talk.heard.text, talk.heard.says) else _has_settled(talk)


def _takes_note(talk: Talk) -> bool:
    return talk.script.say("utter_wish_taken_away")


def _keeps_the_rest(talk: Talk) -> bool:
    """Keep what is said to be left beside the piece, in the shopper's words: nothing of that is settled."""
    add_note(talk)
    talk.ending.offer = talk.dialogue.case is None
    return _takes_note(talk)


def _has_settled(talk: Talk) -> bool:
    """Be glad that nothing is missing any more; a case that was only drafted for it is not sent."""
    ticket = talk.around.active_ticket(talk.known_before, talk.dialogue)
    talk.script.ask("utter_follow_goods_settled_ticket" if ticket else "utter_follow_goods_settled_goods")
    talk.ending.add_to_case = ticket is not None
    talk.note(case=None, open=None)
    talk.remember(issue="")
    return True
