"""Answer a remark of somebody whose case is with the team by a human word: nothing of it is for a person to read."""

from __future__ import annotations

import re

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.remembering import told_by
from parcelbot.core.dialogue.cases.steam import hear_the_reproach, only_vents
from parcelbot.core.dialogue.hearing.acts import Social
from parcelbot.core.dialogue.hearing.own_question import SURE, likeliest_follow_up
from parcelbot.core.dialogue.nothing_asked.smalltalk import answer_social
from parcelbot.core.dialogue.questions.only_asked import asks_in
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import COMPLAINT, FEEDBACK_NOT_USEFUL, FEEDBACK_USEFUL, GOODBYE, THANKS
from parcelbot.core.reading.cases.case_words import adds_something, puts_right, requests, taken_back
from parcelbot.core.reading.facts.what_weighs import reproaches
from parcelbot.core.reading.wanted.wishes import wished_matters

#: What is said of the talk itself, or of how somebody feels about it.
_OF_THE_TALK = frozenset({COMPLAINT, THANKS, GOODBYE, FEEDBACK_USEFUL, FEEDBACK_NOT_USEFUL})
_GRUDGE = "nobody_knows"
_REMARKS = frozenset({_GRUDGE, "will_wait", "glad_soon", "joke", "sorry_to_ask"})
#: Praise that is no surer than this may as well be mockery.
_SURE_OF_IT = 0.6
#: What has more words tells something as well.
_MOST_WORDS = 10
_FIGURE = re.compile(r"[\d@]")


def answer_remark(talk: Talk) -> bool:
    """Answer a remark; False for all that tells or asks something, or has an answer of its own."""
    if not only_remarks(talk.heard):
        return False
    if talk.heard.intent in (THANKS, GOODBYE):
        answer_social(talk, Social(talk.heard.intent))
        return True
    if talk.acts.social and talk.heard.confidence >= _SURE_OF_IT:
        return False
    of_grudge = _GRUDGE in [found.name for found in talk.heard.follow_ups[:2]]
    if talk.acts.complains or only_vents(talk.heard) or of_grudge:
        hear_the_reproach(talk)
    elif not talk.script.messages:
        talk.script.ask("utter_acknowledged")
    talk.keep_the_matter()
    return True


def only_remarks(heard: Heard) -> bool:
    """Tell whether a message is about this talk or a mood and holds no fact, day, wish or question."""
    if not heard.english or heard.words > _MOST_WORDS or _tells(heard):
        return False
    if only_vents(heard):
        # "how very reassuring" is in the form of a question
        return True
    if asks_in(heard) or heard.has_question_mark or likeliest_follow_up(heard, SURE):
        return False
    return heard.intent in _OF_THE_TALK or likeliest_follow_up(heard, 0) in _REMARKS


def _tells(heard: Heard) -> bool:
    """Tell whether a message gives, wishes, corrects or tells something that a person may want to read."""
    text = heard.text
    gives = heard.gives_details or heard.phone or heard.file or heard.claims or told_by(heard)
    changes = adds_something(text, heard.says) or puts_right(text, heard.says) or taken_back(text, heard.says)
    return bool(
        gives or changes or text.startswith("/") or _FIGURE.search(text) or requests(text) or wished_matters(text)
    ) or reproaches(text)
