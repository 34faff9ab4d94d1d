"""Leave time to who wants it, and keep a condition: the plan stays, no case is begun, and one line goes on with it."""

from __future__ import annotations

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.answers.answering import tell_decided
from parcelbot.core.dialogue.questions.asked_now import told_status
from parcelbot.core.dialogue.second_questions.follow_ups import decide_second
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import Question
from parcelbot.core.reading.questions.sentences import speaks_of_cancelling
from parcelbot.core.reading.replies.postponing import does_something_first, sets_a_condition, wants_time

#: Offers of ours, and what is asked in silence: who wants time takes none of them up.
_LET_GO = (None, Asked.PERSON, Asked.NEWS, Asked.HELPED, Asked.MISSING)
_WAITS = "will_wait"
_KEPT_FOR_A_WHILE = frozenset({Status.AVAILABLE_FOR_PICKUP, Status.DELIVERY_FAILURE})
_NOT_SENT_YET = frozenset({Status.NOT_FOUND, Status.INFO_RECEIVED})


def take_postponement(talk: Talk) -> bool:
    """Take that something is done first, or only if nothing has come by a day; False for any other message."""
    heard = talk.heard
    free = talk.dialogue.case is None and (talk.open.asked if talk.open else None) in _LET_GO
    if not (free and talk.dialogue.row) or heard.text.startswith("/") or heard.gives_details:
        return False
    if sets_a_condition(heard.text, heard.says) and _has_no_case(talk):
        _keep_condition(talk)
    elif wants_time(heard.text, heard.says):
        _leave_time(talk)
    elif does_something_first(heard.text, heard.says):
        _let_do(talk)
    else:
        return False
    _let_go(talk)
    return True


def _has_no_case(talk: Talk) -> bool:
    return talk.around.active_ticket(talk.known_before, talk.dialogue) is None


def _keep_condition(talk: Talk) -> None:
    """Say that nothing is done today; what can be cancelled only for a while is said to be so."""
    cancels = talk.heard.intent == Question.CANCEL_ORDER or speaks_of_cancelling(talk.heard.text)
    unsent = told_status(talk) in _NOT_SENT_YET and cancels
    talk.script.ask("utter_condition_unsent" if unsent else "utter_condition_kept")


def _leave_time(talk: Talk) -> None:
    """Answer by where the parcel stands: until when waiting is right, or that it is not."""
    decided = decide_second(talk, (_WAITS,))
    if decided is None:
        talk.script.ask("utter_no_ticket")
    else:
        tell_decided(talk, decided)


def _let_do(talk: Talk) -> None:
    """Leave it to them; of what is kept for a limited time, that is said."""
    if told_status(talk) in _KEPT_FOR_A_WHILE:
        _leave_time(talk)
    else:
        talk.script.ask("utter_take_your_time")


def _let_go(talk: Talk) -> None:
    """Leave what was offered, and what the case would be about, as it was."""
    talk.keep_the_matter()
    talk.ending.declined = True
    talk.note(open=None, declined=True)
