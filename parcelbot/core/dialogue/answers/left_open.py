"""Answer what no table knows: that it was read, what stands or who can know it, and a person only where one helps."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.answers.anchored import (
    ASKING,
    Anchored,
    CaseState,
    Ground,
    Kind,
    Stands,
    anchor,
    carrier_can_say,
)
from parcelbot.core.dialogue.answers.plans import plan_stands
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.hearing.acts import only_acknowledges
from parcelbot.core.dialogue.hearing.believed_intent import TROUBLES
from parcelbot.core.dialogue.hearing.feelings import Feeling
from parcelbot.core.dialogue.questions.asked_now import has_the_goods, told_status
from parcelbot.core.dialogue.questions.inside_the_matter import in_the_shop
from parcelbot.core.dialogue.questions.only_asked import asks_marked_or_not, asks_or_is_marked
from parcelbot.core.dialogue.questions.sense import MOVING
from parcelbot.core.dialogue.script import NO_WORDS
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.dialogue.talk import Talk, parcels_of
from parcelbot.core.intents import FEEDBACK_USEFUL, NO_DETAILS, PARCEL_ARRIVED
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import (
    BRING_A_FACT,
    BUYERS_QUESTIONS,
    ISSUES,
    QUESTIONS,
    WISHES,
    Question,
    QuestionRole,
)
from parcelbot.core.reading.cases.case_words import Said, leaves_it, requests
from parcelbot.core.reading.facts.fillers import only_thanks
from parcelbot.core.reading.facts.what_weighs import reproaches
from parcelbot.core.reading.questions.sentences import wishes_for_something
from parcelbot.core.reading.replies.postponing import only_holds_on
from parcelbot.core.reading.text.irony import is_ironic
from parcelbot.core.reading.wanted.refusals import will_not_do_it

#: Of fewer words it is asked once more what is meant.
_FEWEST_WORDS = 4
#: A message of fewer words that asks nothing only nods.
_FEWEST_OF_A_FACT = 3
#: "Still nothing here" names the trouble once more; whoever writes more than that tells something.
_FEWEST_THAT_TELL = 8
#: What tells where a parcel is, or since when, may change the plan.
_TELLS_OF_THE_PARCEL = frozenset({"country", "seen_in", "duration", "date", "carrier", "sales_channel"})
#: From this belief on a message asks what it resembles, without a mark as well.
_LIKELY = 0.6
_FIGURE = re.compile(r"[@\d]")
_MOVES = MOVING | {Status.NOT_FOUND}
_BRING_NOTHING = frozenset({Kind.NODS, Kind.HOLDS_ON, Kind.IS_GLAD})
#: What offers a person without a question of ours, each in one text.
_HOLDS_OUT, _NAMES, _NAMES_TO_A_BUYER = "utter_kept_still", "utter_person_can_say", "utter_unknown_before_buying"
_NAMES_AGAIN = ("utter_kept_again", "utter_question_stays")
#: What takes in a fact that only a person can act upon.
_KEPT = (_HOLDS_OUT, "utter_kept_again")
_GLAD = frozenset({PARCEL_ARRIVED, FEEDBACK_USEFUL})
#: Of the order, of money and of goods no carrier knows anything.
_OF_A_PERSON = WISHES | {Question.REFUND_STATUS}


def says_what_no_table_knows(talk: Talk) -> bool:
    """Tell whether a message says or asks more than a few words of a parcel that was told of; of the shop, says so."""
    of_the_shop = _only_of_the_shop(talk) and not asks_or_is_marked(talk.heard)
    told = bool(talk.dialogue.row and talk.number) or of_the_shop
    return told and not talk.heard.text.startswith("/") and talk.heard.words >= _FEWEST_WORDS


def tells_of_the_told_trouble(talk: Talk, questions: Sequence[Question]) -> bool:
    """Tell whether a message that asks nothing only comes back to the trouble whose plan was told, with a fact beside.

    The plan in other words would be no answer to it.
    """
    heard = talk.heard
    says_more = heard.words >= _FEWEST_THAT_TELL and not heard.text.startswith("/")
    tells_of_it = bool(_TELLS_OF_THE_PARCEL.intersection(heard.claims))
    brings = heard.gives_details or tells_of_it or talk.memory.checks != talk.known_before.checks
    if not says_more or brings or asks_or_is_marked(heard) or len(questions) != 1:
        return False
    (question,) = questions
    plan = talk.dialogue.plan_of(talk.number)
    # what was not said yet may change the plan
    is_said = plan is not None and (question not in BRING_A_FACT or plan.question == question)
    return is_said and question in TROUBLES and plan_stands(talk, question)


def leave_open(talk: Talk) -> None:
    """Answer a message that has no answer of its own: on the case, or by what is known."""
    kind = kind_of(talk)
    if talk.ending.tells_of_adding and kind is not Kind.ASKS:
        return
    if kind is Kind.TELLS and _stands(talk) is Stands.NOTHING_YET:
        # at the beginning it is mostly something else that is wanted of us
        kind = Kind.ASKS
    case = _case(talk)
    if kind not in _BRING_NOTHING and talk.heard.intent != NO_DETAILS:
        add_note(talk)
        talk.ending.noted = True
        # what is told or asked goes on the case that the team has
        talk.ending.add_to_case |= case is CaseState.SENT
        talk.ending.tells_of_adding |= case is CaseState.SENT
    if kind in ASKING:
        talk.note(misses=talk.dialogue.misses + 1)
    _say(talk, anchor(kind, _ground(talk, case)))


def take_a_detail_of_nothing(talk: Talk) -> None:
    """Answer what resembles a detail and gives none, or says that there is none."""
    if asks_anything(talk):
        leave_open(talk)
    else:
        talk.script.ask("utter_nothing_to_add" if talk.number else "utter_anything_else")


def asks_anything(talk: Talk) -> bool:
    """Tell whether a message asks: in its words, by a mark, or by what it likely resembles beside any plan."""
    heard = talk.heard
    if asks_marked_or_not(heard):
        return True
    beside = {question for question in talk.acts.questions if QUESTIONS[question].role is QuestionRole.BESIDE}
    return heard.intent in (beside | BUYERS_QUESTIONS) - WISHES - ISSUES and heard.confidence >= _LIKELY


def kind_of(talk: Talk) -> Kind:
    """Tell what a message without an answer of its own does."""
    heard, acts = talk.heard, talk.acts
    if asks_anything(talk):
        return Kind.ASKS
    if acts.complains or acts.feeling is Feeling.ANGRY or reproaches(heard.text):
        return Kind.COMPLAINS
    if heard.intent in _GLAD:
        return Kind.IS_GLAD
    if heard.english and (requests(heard.text) or wishes_for_something(heard.text)):
        return Kind.WISHES
    if only_holds_on(heard.text, heard.says):
        return Kind.HOLDS_ON
    return Kind.NODS if only_nods(heard) else Kind.TELLS


def only_nods(heard: Heard) -> bool:
    """Tell whether a message tells nothing: thanks, an "ok", a word or two without a figure, or that it is dropped."""
    short = heard.words < _FEWEST_OF_A_FACT and not _FIGURE.search(heard.text)
    drops = leaves_it(heard.text, heard.says)
    return short or drops or only_acknowledges(heard) or only_thanks(heard.text)


def _say(talk: Talk, reply: Anchored) -> None:
    """Say of each clause what has a text left; a person is offered, or stays ready for a plain yes."""
    words = _words(talk)
    said = [next((name for name in clause if talk.script.next_text(name, words)), "") for clause in reply.clauses]
    if any(said):
        talk.script.say(said, words)
    else:
        talk.script.ask(reply.clauses[0][-1], words)
    # with nothing left to say of it a person is asked for outright
    talk.ending.offer |= reply.offers or (reply.clauses[0][0] in _KEPT and said[0] not in _KEPT)
    talk.ending.keeps_offer |= talk.script.has_said([_NAMES, _HOLDS_OUT, _NAMES_TO_A_BUYER, *_NAMES_AGAIN])


def _words(talk: Talk) -> Mapping[str, str]:
    return talk.words(talk.decide(talk.plan_question)) if talk.number else NO_WORDS


def _case(talk: Talk) -> CaseState:
    if talk.around.active_ticket(talk.memory, talk.dialogue) is not None:
        return CaseState.SENT
    return CaseState.NONE if talk.dialogue.case is None else CaseState.DRAFTED


def _only_of_the_shop(talk: Talk) -> bool:
    """Tell whether an answer about the shop was given, and no parcel is known or asked for."""
    told = bool(talk.dialogue.row) and in_the_shop(talk.dialogue)
    return told and not (talk.number or talk.waits_for(Asked.PARCEL))


def is_of_the_way(talk: Talk) -> bool:
    """Tell whether a message is about the parcel's way, and not about an order, money or goods."""
    return bool(talk.number) and not (has_the_goods(talk) or in_the_shop(talk.dialogue))


def _ground(talk: Talk, case: CaseState) -> Ground:
    stands, matter = _stands(talk), {*talk.acts.questions, talk.heard.intent, talk.dialogue.question}
    of_the_way = is_of_the_way(talk) and not _OF_A_PERSON.intersection(matter)
    # of several parcels it may be about another, which this carrier and number know nothing of
    of_the_one = of_the_way and len(parcels_of(talk, talk.memory)) <= 1
    carrier = of_the_one and carrier_can_say(talk.decide(talk.plan_question).facts)
    # what has come and is not missed needs nobody
    unsettled = told_status(talk) is not Status.DELIVERED or talk.missing_told or has_the_goods(talk)
    return Ground(
        stands=stands,
        case=case,
        carrier=carrier,
        of_the_way=of_the_way,
        unknown=talk.dialogue.misses,
        declined=talk.wants_nobody,
        offered=_was_offered(talk),
        unsettled=unsettled and not _refuses_or_mocks(talk.heard),
    )


def _was_offered(talk: Talk) -> bool:
    """Tell whether a person was offered before, aloud or by naming one: of both the first text was said then."""
    named = (_HOLDS_OUT, _NAMES)
    return bool(talk.was.answer_due) or any(not talk.script.next_text(name) for name in named)


def _refuses_or_mocks(heard: Heard) -> bool:
    """Tell whether a message says what is not done, or mocks: to be noted "as you say it" is no reply to either."""
    in_words = heard.english and (will_not_do_it(heard.text) or is_ironic(heard.text))
    return in_words or Said.REFUSES.value in heard.says


def _without_a_parcel(dialogue: Dialogue) -> Stands:
    if dialogue.before_buying:
        return Stands.BEFORE_BUYING
    begun = dialogue.row or dialogue.pending or dialogue.case or dialogue.ticket
    return Stands.NO_PARCEL if begun else Stands.NOTHING_YET


def _stands(talk: Talk) -> Stands:
    """Tell how it stands with what the talk is about."""
    status = told_status(talk)
    if _only_of_the_shop(talk):
        # a payment or a bill moves no more by itself
        return Stands.STILL
    if status is None and not has_the_goods(talk):
        return _without_a_parcel(talk.dialogue)
    if status not in _MOVES or has_the_goods(talk):
        return Stands.STILL
    waits = talk.plan_day is not None and talk.plan_day >= talk.today and plan_stands(talk, talk.plan_question)
    return Stands.DATED if waits else Stands.MOVES
