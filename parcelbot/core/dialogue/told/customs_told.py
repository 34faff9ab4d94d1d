"""Take a message that tells of customs' paper from us, or of a charge that is paid, for that and for nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.remembering import told_by
from parcelbot.core.dialogue.answers.left_open import leave_open
from parcelbot.core.dialogue.questions.only_asked import asks_or_is_marked
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import COMPLAINT, DENY, NOT_UNDERSTOOD
from parcelbot.core.questions import WISHES, Question
from parcelbot.core.reading.told.telling import Told

_OF_CUSTOMS = frozenset({Told.SELLER_PAPER, Told.CHARGE_PAID})
#: What such a message is taken for by mistake.
_RESEMBLED = frozenset(
    {
        Question.CUSTOMS_PAYMENT.value,
        Question.CUSTOMS_DELAY.value,
        Question.LABEL_CREATED.value,
        Question.TRACKING_EXCEPTION.value,
        Question.TRACKING_NOT_UPDATING.value,
        Question.WHERE_IS_MY_ORDER.value,
        COMPLAINT,
        DENY,
        *NOT_UNDERSTOOD,
    }
)
#: Who pays for the days lost is for a person to say.
_WHO_BEARS_IT = re.compile(
    r"\b(?:who|whose)\b[^.!?]{0,20}\b(?:pays?|paying|covers?|bears?|cost|expense)\b", re.IGNORECASE
)


def with_its_customs(heard: Heard) -> Heard:
    """Take a paper that customs want of us, or a charge that is paid, for the question of customs that it is."""
    asks_else = heard.intent in NOT_UNDERSTOOD and asks_or_is_marked(heard)
    if asks_else or heard.intent not in _RESEMBLED or not _OF_CUSTOMS.intersection(told_by(heard)):
        return heard
    wishes = tuple(name for name in heard.also_asked if name in WISHES)
    return replace(heard, intent=Question.CUSTOMS_PAYMENT.value, also_asked=wishes, follow_ups=(), status="", topic="")


def keep_for_customs(talk: Talk) -> bool:
    """Take what is stated of our paper, or of a paid charge, for the case: no standing text answers a deadline."""
    heard, acts = talk.heard, talk.acts
    drafted = talk.dialogue.case is not None or talk.around.active_ticket(talk.known_before, talk.dialogue) is not None
    if not (drafted and heard.english and _OF_CUSTOMS.intersection(talk.known_before.told)):
        return False
    says_else = acts.reply or acts.social or acts.wants_person or acts.language or heard.gives_details or heard.phone
    asks = asks_or_is_marked(heard) and not _WHO_BEARS_IT.search(heard.text)
    if says_else or asks or heard.text.startswith("/"):
        return False
    talk.keep_the_matter()
    leave_open(talk)
    return True
