"""Read one message into acts: what it asks, answers, gives, feels and wants, several at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from parcelbot.core import intents
from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.open_question import Asked, OpenQuestion
from parcelbot.core.answering.remembering import told_by
from parcelbot.core.dialogue.hearing.consent import agrees_in_the_end, with_consent
from parcelbot.core.dialogue.hearing.dangers_told import dangers_told
from parcelbot.core.dialogue.hearing.feelings import Feeling, read_feeling
from parcelbot.core.dialogue.hearing.mistaken import without_mistakes
from parcelbot.core.dialogue.hearing.own_question import doubts_the_shop, sure_follow_up, wishes_for_the_door
from parcelbot.core.dialogue.hearing.replies import (
    Reply,
    agrees_first,
    answers_a_check,
    does_its_own_thing,
    read_reply,
    turned_up,
    wants_nothing_sent,
)
from parcelbot.core.questions import DANGERS, QUESTIONS, Question
from parcelbot.core.reading.cases.case_words import Said, leaves_it
from parcelbot.core.reading.contact.mailboxes import gives_no_email
from parcelbot.core.reading.contact.persons import asks_for_a_person
from parcelbot.core.reading.goods.arrivals import says_it_is_here, takes_arrival_back
from parcelbot.core.reading.goods.goods_words import came_empty
from parcelbot.core.reading.orders.short_replies import days_in_reply, picks_one
from parcelbot.core.reading.questions.sentences import asks_something, names_both
from parcelbot.core.reading.replies.oks import only_says_ok, takes_note
from parcelbot.core.reading.replies.partings import blesses, hopes, is_parting, thanks_and_leaves
from parcelbot.core.reading.replies.resolves import waits_on
from parcelbot.core.reading.replies.searching import tells_where_it_lay
from parcelbot.core.reading.told.telling import Told
from parcelbot.core.reading.wanted.acting import asks_us_to_act
from parcelbot.core.watching.wishes import NewsWish, read_news_wish

#: Intents that a short answer to an open question is taken for; what they mean then, the question tells.
_ANSWERS = frozenset(
    {intents.AFFIRM, intents.DENY, intents.NO_DETAILS, intents.PROVIDE_DETAILS}
    | {intents.FEEDBACK_USEFUL, intents.FEEDBACK_NOT_USEFUL, intents.THANKS, intents.GREET}
)
#: "Found it, thanks so much!" says more than thanks.
_MAY_TELL_OF_ARRIVAL = frozenset(
    {intents.THANKS, intents.GOODBYE, intents.AFFIRM, intents.FEEDBACK_USEFUL, *intents.NOT_UNDERSTOOD}
)
#: Offers of ours: who leaves takes none of them.
_OFFERS = frozenset({Asked.PERSON, Asked.NEWS})
#: "Ok, I'll go there tomorrow then, thanks" opens with a yes, and takes leave.
_TAKES_LEAVE = frozenset({intents.THANKS, intents.GOODBYE})
_LONGEST_REFUSAL = 12
#: After these a place that is named is where the parcel lay.
_SEARCHED_FOR = frozenset({Asked.CHECK, Asked.MISSING})
_STILL_WAITS = re.compile(r"\b(?:wait|waiting|hold off|hang on|be patient)\b", re.IGNORECASE)
_SHORT_WORDS = 6
#: Who wants to begin anew says so in a few words; whoever asks whether the waiting begins anew needs more.
_MOST_TO_START_OVER = 7
_BARE_WORDS = 4
_YES_OR_NO = re.compile(
    r"\s*(?:y\w*|sure|ok\w*|please|no+|nope|nah)\b",
    re.IGNORECASE,
)


#: "Yes, I know. And?" wants to hear what comes next.
_GO_ON = re.compile(r"(?:^|[.!?,]\s*)(?:and|so|and so|and now|so what now|now what)\s*\?+\s*$", re.IGNORECASE)


class Social(str, Enum):
    """Act that asks nothing about a parcel."""

    GREET = intents.GREET
    GOODBYE = intents.GOODBYE
    THANKS = intents.THANKS
    BOT_CHALLENGE = intents.BOT_CHALLENGE
    START_OVER = intents.START_OVER
    FEEDBACK_USEFUL = intents.FEEDBACK_USEFUL
    FEEDBACK_NOT_USEFUL = intents.FEEDBACK_NOT_USEFUL
    AFFIRM = intents.AFFIRM
    DENY = intents.DENY
    PARCEL_ARRIVED = intents.PARCEL_ARRIVED
    NEXT_STEP = intents.NEXT_STEP
    ACKNOWLEDGED = "acknowledged"


@dataclass(frozen=True)
class Acts:
    """Everything one message does.

    `reply` answers the open question. `questions` are asked in this order, dangers apart in `dangers`. `days` is a bare
    number of days given for an open question about days. `wants_action`: we are asked to do what only a person does,
    `declines`: nobody shall be asked.
    `language` is the one it is written in where we do not speak that, else "".
    """

    reply: Reply | None = None
    questions: tuple[Question, ...] = ()
    dangers: tuple[Question, ...] = ()
    feeling: Feeling | None = None
    social: Social | None = None
    wants_person: bool = False
    wants_action: bool = False
    declines: bool = False
    asks_for_ticket: bool = False
    gives_details: bool = False
    complains: bool = False
    days: int | None = None
    language: str = ""
    news_wish: NewsWish | None = None

    @property
    def hangs_on_a_case(self) -> bool:
        """Tell whether somebody is asked to act, or leave is taken: then what an unsent case still needs is said."""
        return self.wants_person or self.wants_action or self.social is Social.GOODBYE


def read_acts(heard: Heard, question: OpenQuestion | None, told: bool = False) -> Acts:
    """Read a message in the light of the question that is open; `told`: a parcel was told of before it."""
    command = heard.text.startswith("/")
    reply = _reply(heard, question)
    named = () if heard.answers or (reply and _only_answers(heard)) else (heard.intent, *heard.also_asked)
    language = heard.foreign
    leaves = leaves_it(heard.text, heard.says) or is_parting(heard.text, heard.says)
    # "send nothing; will it come by tomorrow?" asks all the same
    drops = reply in (Reply.NO, Reply.CANCEL) and Said.DROPS_IT.value in heard.says
    leaves |= drops and not heard.form.marked
    refuses = reply is not Reply.YES and wants_nothing_sent(heard.text, heard.says)
    declines = refuses or reply in (Reply.NO, Reply.CANCEL)
    acknowledges = reply is None and not heard.answers and only_acknowledges(heard)
    named = () if language or leaves or acknowledges else without_mistakes(heard, named)
    greets = heard.intent == Social.GREET.value
    # the driver is told by the carrier: how it is to be handed over is answered by itself
    to_the_driver = wishes_for_the_door(heard)
    acts = told and not (command or language or greets or declines or to_the_driver) and asks_us_to_act(heard.text)
    # whoever wants the carrier asked does not want to hear that nobody can push a parcel
    left_out = {Question.SPEED_UP.value} if acts else set()
    asked = tuple(dict.fromkeys(Question(name) for name in named if name in QUESTIONS and name not in left_out))
    return Acts(
        reply=reply,
        questions=tuple(q for q in asked if q not in DANGERS and not (refuses and q is Question.CALL_ME)),
        dangers=() if command else dangers_told(heard, asked, told),
        feeling=None if command or Question.SCAM_MESSAGE in asked or doubts_the_shop(heard) else read_feeling(heard),
        social=None if language else _social(heard, reply, told),
        wants_person=not declines
        and (acts or intents.TALK_TO_HUMAN in named or asks_for_a_person(heard.text, heard.says)),
        declines=declines,
        wants_action=acts,
        asks_for_ticket=intents.TICKET_STATUS in named,
        gives_details=heard.gives_details,
        complains=heard.intent == intents.COMPLAINT and not language,
        days=days_in_reply(heard.text) if question and question.asked is Asked.PROTECTION_DAYS else None,
        language=language,
        news_wish=None if command or language else read_news_wish(heard.text, heard.says),
    )


def _reply(heard: Heard, question: OpenQuestion | None) -> Reply | None:
    if question is None:
        return None
    if heard.text.startswith("/"):
        return _pressed(heard.intent, question.asked)
    if question.asked in _SEARCHED_FOR and heard.english and tells_where_it_lay(heard.text):
        return Reply.FOUND
    if question.asked is Asked.CASE_EMAIL and gives_no_email(heard.text) and not heard.has_question_mark:
        return Reply.NOTHING_TO_GIVE
    if question.asked is Asked.PERSON and waits_on(heard.text):
        return Reply.NO
    if _answers_nothing(heard, question):
        return None
    if question.asked is Asked.CHECK and answers_a_check(heard.text):
        return read_reply(heard.text, heard.intent, question.asked, heard.opens_with)
    return _declined(heard, question.asked) or _said(heard, question.asked)


def _answers_nothing(heard: Heard, question: OpenQuestion) -> bool:
    """Tell whether a message leaves a question open: an "ok" to something else, both yes and no, a box in hand."""
    if question.asked is Asked.NEWS and (picks_one(heard.text) or asks_for_a_person(heard.text, heard.says)):
        # "that one" is the number that was taken for theirs, and "then give it to a person" no yes to news
        return True
    # something else was answered since the offer: the "ok" is for that
    lapsed = question.asked in _OFFERS and bool(question.since)
    ok_to_another = lapsed and (
        only_says_ok(heard.text, heard.says) or (heard.intent in _TAKES_LEAVE and not heard.answers)
    )
    # who has the empty box in hand does not say that nothing came
    has_the_box = heard.intent == Question.ITEM_MISSING and came_empty(heard.text)
    return ok_to_another or (heard.acknowledges and not heard.answers) or has_the_box or names_both(heard.text)


def _declined(heard: Heard, asked: Asked) -> Reply | None:
    """Give the no of somebody who leaves, or wants nothing sent; None for anybody else."""
    agrees = heard.opens_with == Social.AFFIRM.value or Said.AGREES_LAST.value in heard.says
    # who goes there alone needs no case; who tells more than that changes it
    says = heard.says if heard.words <= _LONGEST_REFUSAL else frozenset(heard.says) - {Said.DROPS_IT.value}
    drops = leaves_it(heard.text, says) or (wants_nothing_sent(heard.text, says) and not agrees)
    if asked in _OFFERS and (drops or is_parting(heard.text, heard.says)):
        return Reply.NO
    leaves = is_parting(heard.text, heard.says) and not thanks_and_leaves(heard.text, heard.says)
    if (asked in (Asked.CASE_EMAIL, Asked.CASE_ORDER) and leaves) or (asked.about_a_case and drops):
        return Reply.CANCEL
    return None


def _said(heard: Heard, asked: Asked) -> Reply | None:
    """Give what a message says to a question; None where it asks or hopes something instead."""
    if agrees_in_the_end(heard, asked):
        return Reply.YES
    agrees = agrees_first(heard.text) or heard.opens_with == Social.AFFIRM.value
    if _asks_something_else(heard, asked) or (sure_follow_up(heard) and not agrees):
        return None
    if asked in _OFFERS and hopes(heard.text, heard.says) and not agrees:
        return None
    reply = read_reply(heard.text, heard.intent, asked, heard.opens_with)
    if reply is Reply.NO and asked is Asked.PERSON and asks_for_a_person(heard.text, heard.says):
        # "no, thanks. I want one of your people to look": what is declined was something else
        return None
    return with_consent(reply, heard, asked)


def _asks_something_else(heard: Heard, asked: Asked) -> bool:
    """Tell whether a message begins a question of its own, as "never arrived" does after "did that help?"."""
    if asked is Asked.HELPED and asks_something(heard.text):
        # "yeah, but do I add a week for the islands?" answers nothing that was not even said aloud
        return True
    offered = asked in (Asked.HELPED, Asked.PERSON)
    begins = _YES_OR_NO.match(heard.text) is not None or bool(heard.opens_with)
    return offered and heard.intent in QUESTIONS and not begins


def _pressed(intent: str, asked: Asked) -> Reply | None:
    """Read a pressed button as an answer: it says what it means, whatever else it might resemble."""
    plain = {intents.AFFIRM: Reply.YES, intents.DENY: Reply.NO, intents.NO_DETAILS: Reply.NOTHING_TO_GIVE}
    if asked in (Asked.MISSING, Asked.CHECK):
        return {**plain, intents.FEEDBACK_USEFUL: Reply.FOUND}.get(intent)
    return plain.get(intent)


def _only_answers(heard: Heard) -> bool:
    """Tell whether a message is nothing but the answer: what it resembles besides is not asked."""
    short = heard.words <= _SHORT_WORDS and not (heard.has_question_mark or heard.opens_with)
    return heard.intent in _ANSWERS or (short and heard.intent not in (intents.TALK_TO_HUMAN, intents.TICKET_STATUS))


def _social(heard: Heard, reply: Reply | None, told: bool) -> Social | None:
    if reply is None and is_parting(heard.text, heard.says):
        return Social.GOODBYE
    if reply is None and blesses(heard.text, heard.says):
        return Social.THANKS
    leaves = leaves_it(heard.text, heard.says)
    if reply is None and not heard.answers and (only_acknowledges(heard) or leaves):
        # an "ok" with thanks is answered as those
        return Social.THANKS if heard.intent == intents.THANKS and not leaves else Social.ACKNOWLEDGED
    if reply is None and _GO_ON.search(heard.text):
        return Social.NEXT_STEP
    if reply is None and heard.intent in _MAY_TELL_OF_ARRIVAL and _has_turned_up(heard, told):
        return Social.PARCEL_ARRIVED
    names = {social.value for social in Social}
    if reply is None and heard.answers:
        return Social(heard.answers)
    if reply is not None or heard.intent not in names:
        return None
    hoping = hopes(heard.text, heard.says) and not heard.has_question_mark
    if heard.intent == Social.AFFIRM.value and (does_its_own_thing(heard.text) or hoping):
        return Social.ACKNOWLEDGED
    if heard.intent == Social.PARCEL_ARRIVED.value and not _tells_of_arrival(heard):
        return None
    if heard.intent == Social.START_OVER.value and not heard.text.startswith("/") and _asks_whether_it_starts(heard):
        return None
    bare = heard.words <= _BARE_WORDS and not heard.has_question_mark
    # a longer yes or no that answers nothing says something else, and so does a goodbye without a word for it
    says_more = (intents.AFFIRM, intents.DENY, intents.GOODBYE) if heard.english else (intents.AFFIRM, intents.DENY)
    return Social(heard.intent) if bare or heard.intent not in says_more else None


def _has_turned_up(heard: Heard, told: bool) -> bool:
    """Tell whether a message says that the parcel is there after all; of one that was told of, also where it lay."""
    lay_somewhere = told and heard.english and tells_where_it_lay(heard.text)
    return lay_somewhere or (turned_up(heard.text) and not hopes(heard.text, heard.says))


def _asks_whether_it_starts(heard: Heard) -> bool:
    """Tell whether "start over" is what the waiting may do, and no wish: nothing known is thrown away for that."""
    return heard.words > _MOST_TO_START_OVER or heard.has_question_mark or asks_something(heard.text)


def _tells_of_arrival(heard: Heard) -> bool:
    """Tell whether what resembles an arrival is one: who asks or waits has none, other languages say so in words."""
    if heard.english or heard.text.startswith("/"):
        asks = asks_something(heard.text) and (heard.has_question_mark or not says_it_is_here(heard.text))
        return not (asks or _STILL_WAITS.search(heard.text) or takes_arrival_back(heard.text))
    return Said.ARRIVED.value in heard.says or Told.IN_HAND in told_by(heard)


def only_acknowledges(heard: Heard) -> bool:
    """Tell whether a message is nothing but "ok": taken note of, neither thanked for nor agreed to."""
    return heard.acknowledges or takes_note(heard.text) or (not heard.answers and only_says_ok(heard.text, heard.says))
