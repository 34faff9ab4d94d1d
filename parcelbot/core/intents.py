"""Name the intents that are no questions: courtesies, replies, requests, and what is not understood.

The questions are listed in `parcelbot/core/questions.py`; together they are the intents of `domain.yml`.
"""

from __future__ import annotations

#: Given by Rasa to what resembles nothing enough, and the intent of what is understood and nothing of ours.
FALLBACK = "nlu_fallback"
OUT_OF_SCOPE = "out_of_scope"
#: Messages that no table answers, whichever of the two they are.
NOT_UNDERSTOOD = frozenset({FALLBACK, OUT_OF_SCOPE})

PROVIDE_DETAILS = "provide_details"
NO_DETAILS = "no_details"
AFFIRM = "affirm"
DENY = "deny"
NEXT_STEP = "next_step"

GREET = "greet"
GOODBYE = "goodbye"
THANKS = "thanks"
COMPLAINT = "complaint"
FEEDBACK_USEFUL = "feedback_useful"
FEEDBACK_NOT_USEFUL = "feedback_not_useful"
PARCEL_ARRIVED = "parcel_arrived"

BOT_CHALLENGE = "bot_challenge"
START_OVER = "start_over"
TICKET_STATUS = "ticket_status"
TALK_TO_HUMAN = "talk_to_human"
