"""Keep what a case is about and what is added to it, in the shopper's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.tables import table_of
from parcelbot.core.cases.matters import leading, with_matter
from parcelbot.core.dialogue.cases.own_order import calls_off_beside
from parcelbot.core.dialogue.cases.surely_said import surely_said
from parcelbot.core.dialogue.hearing.acts import only_acknowledges
from parcelbot.core.dialogue.hearing.own_question import corrects_an_address
from parcelbot.core.dialogue.hearing.replies import Reply
from parcelbot.core.dialogue.questions.asked_beside import LIKE_A_DETAIL, gives_a_detail
from parcelbot.core.dialogue.questions.asked_now import fits_the_goods, told_status
from parcelbot.core.dialogue.questions.only_asked import asks_in, is_aside, lacks_a_wish, only_asked
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import GOODS, ISSUES, SETTLEMENTS, WISHES, Question
from parcelbot.core.reading.cases.case_words import Said, requests, taken_back
from parcelbot.core.reading.cases.draft_words import says_what_is_not_so, what_is_added
from parcelbot.core.reading.cases.in_it import puts_another_in
from parcelbot.core.reading.contact.mailboxes import gives_no_email
from parcelbot.core.reading.facts.fillers import only_thanks
from parcelbot.core.reading.facts.told_facts import without_details
from parcelbot.core.reading.facts.what_weighs import reproaches, weighs
from parcelbot.core.reading.goods.goods_words import troubles_told
from parcelbot.core.reading.questions.sentences import asks_something, denied, wants_money
from parcelbot.core.reading.replies.partings import blesses
from parcelbot.core.reading.replies.resolves import waits_on
from parcelbot.core.reading.told.telling import Told
from parcelbot.core.reading.wanted.wishes import (
    changes_its_mind,
    drops,
    is_wish,
    refused_matters,
    replaced_by,
    wished_matters,
)
from parcelbot.core.reading.wanted.wishes_elsewhere import wished_elsewhere

#: Lines that a shopper adds to a case; what is older is in the transcript.
MOST_NOTES, _LONGEST_NOTE = 10, 600
_FEWEST_WORDS_OF_A_CHANGE, _SURELY_STATED = 3, 0.9
#: An acceptance of more words says why, or what else the person shall know.
_WORDS_OF_A_YES = 8
#: Where a parcel shall go is no wish of whoever wants it no more.
_PLACES = frozenset({Question.CHANGE_ADDRESS, Question.DELIVERY_WISH})
_NO_PLACE = frozenset(
    {Question.RETURNED_TO_SENDER, Question.RETURN_ITEM, Question.CANCEL_ORDER, Question.REFUND_WANTED}
)

_GOES_BACK = "returned"


def add_note(talk: Talk) -> None:
    """Keep the shopper's line for the case, and what it wishes; a wish that it takes back goes, with its line.

    Thanks, a blessing and an "ok" are no part of a case, nor is what has a field of its own.
    """
    if only_thanks(talk.heard.text) or blesses(talk.heard.text, talk.heard.says) or only_acknowledges(talk.heard):
        return
    whole = Said.REFUSES.value in talk.heard.says or (talk.heard.english and _puts_the_draft_right(talk))
    told = talk.heard.text if whole else without_details(talk.heard.text)
    told = what_is_added(told) if talk.heard.english else told
    text = " ".join(told.split()).lstrip(" ,;.:-")[:_LONGEST_NOTE]
    note_wishes(talk)
    added = (text, *_other_parcels(talk))
    kept = [note for note in talk.dialogue.notes if note not in added and not drops(talk.heard.text, note)]
    talk.note(notes=tuple(filter(None, (*kept, *added)))[-MOST_NOTES:])


def _puts_the_draft_right(talk: Talk) -> bool:
    """Tell whether a line puts right what a case says that is shown: none of its sentences is left out."""
    return talk.waits_for(Asked.CASE_CONFIRM) and says_what_is_not_so(talk.heard.text)


def _other_parcels(talk: Talk) -> Sequence[str]:
    """Give the numbers of the order's other parcels, where a line says that another one belongs to the case, too."""
    if not (talk.number and puts_another_in(talk.heard.text)):
        return ()
    order = talk.around.identify(talk.memory).order
    return [number for number in order.parcels if number != talk.number] if order else ()


def keep_wish(talk: Talk) -> None:
    """Keep what a message wishes in so many words, before any case is drafted, so that it stands in the next one."""
    text = talk.heard.text
    if text.startswith("/") or not is_wish(text):
        return
    only_asks = asks_something(text) and not (wants_money(text) or requests(text))
    if (only_asks and talk.heard.english) or not (talk.heard.english or wished_elsewhere(text)):
        return
    add_note(talk)
    if calls_off_beside(talk.heard, talk.memory.order_number, talk.known_before.issue):
        return
    matters = talk.dialogue.matters
    for question in wished_matters(text):
        matters = with_matter(matters, question)
    talk.note(matters=matters)


def keep_what_weighs(talk: Talk) -> bool:
    """Keep what makes the case weigh more, once its trouble was told of: whose fault it is, a last day, how often."""
    text = talk.heard.text
    told = bool(talk.dialogue.row) and not talk.dialogue.ticket
    if not told or text.startswith("/") or waits_on(text) or not weighs(text, talk.today):
        return False
    add_note(talk)
    return True


def confirm_what_weighs(talk: Talk, weighs: bool) -> None:
    """Say that what weighs goes along, where there is a case that it goes along with: an offer of one is none."""
    ending, drafted = talk.ending, talk.dialogue.case is not None
    if not weighs or ending.noted or (drafted and ending.asked):
        return
    has_case = drafted or ending.hand_over or ending.wanted
    # how somebody was treated is heard, and not only written down
    if reproaches(talk.heard.text) and (has_case or ending.offer):
        talk.script.say("utter_hears_reproach")
    elif has_case:
        talk.script.say("utter_goods_taken_in")


def note_reason(talk: Talk) -> None:
    """Keep why somebody wants a person, where more is said than that: the person shall read it.

    "Pass it on, I moved house" tells why; nobody is asked to change an address.
    """
    keeps_back = talk.heard.english and gives_no_email(talk.heard.text)
    if talk.heard.words <= _WORDS_OF_A_YES or asks_in(talk.heard) or keeps_back:
        return
    kept = tuple(question for question in talk.acts.questions if question is not Question.CHANGE_ADDRESS)
    talk.acts = replace(talk.acts, questions=kept)
    add_note(talk)


def say_that_it_is_noted(talk: Talk) -> None:
    """Keep why somebody wants a person, and say so: the next question alone would sound as if nobody had read it."""
    before = talk.dialogue.notes
    note_reason(talk)
    if talk.dialogue.notes != before and not talk.script.messages:
        talk.script.say("utter_goods_taken_in")


def says_otherwise(talk: Talk) -> bool:
    """Tell whether an answer to a case changes what it wishes: "no, rather another one" is no mere no."""
    heard = talk.heard
    only_asks = talk.acts.reply is Reply.YES and asks_in(heard)
    if replaced_by(heard.text) and not only_asks:
        return True
    if talk.acts.reply is not Reply.NO:
        return False
    # in other languages all that is more than the no
    says_more = not (heard.english or heard.answers) and heard.words >= _FEWEST_WORDS_OF_A_CHANGE
    return bool(wished_matters(heard.text)) or says_more


def note_matter(talk: Talk, question: Question, number: str) -> None:
    """Put what was answered to the matters of this parcel; the gravest names the case, another parcel begins anew.

    What is asked while a case is drafted, or only asked on the way, is no matter of it.
    """
    # which of two orders is called off may change; what was said of it stays
    is_another = number and talk.dialogue.parcel and number != talk.dialogue.parcel
    if is_another and not (question is Question.CANCEL_ORDER and question in talk.dialogue.matters):
        talk.note(matters=(), shop_matters=(), taken_back=(), notes=())
    elif talk.dialogue.case is not None and talk.known_before.issue:
        talk.keep_the_matter()
        return
    if (
        is_aside(talk, question)
        or _was_taken_out(talk, question)
        or not surely_said(talk.heard, question, is_first=not (talk.dialogue.matters or talk.dialogue.case))
    ):
        talk.keep_the_matter()
        return
    told = troubles_told(talk.heard.text) if question in GOODS and talk.heard.english else ()
    for matter in (question, *told):
        talk.note(matters=with_matter(talk.dialogue.matters, matter))
    if question in ISSUES:
        talk.remember(issue=leading(talk.dialogue.matters))


def _was_taken_out(talk: Talk, question: Question) -> bool:
    """Tell whether a problem was denied before: a likeness does not bring it back, only who surely says it does."""
    sure = talk.heard.intent == question and talk.heard.confidence >= _SURELY_STATED and not asks_in(talk.heard)
    return question in talk.dialogue.taken_back and question not in WISHES and not sure


def note_wishes(talk: Talk) -> None:
    """Put what a message wishes to the matters of the case, and take out what it says the case never was about."""
    heard = talk.heard
    denied_wishes = denied(heard.text) & WISHES
    dropped = taken_back(heard.text, heard.says) | replaced_by(heard.text) | denied_wishes | refused_matters(heard.text)
    named = dict.fromkeys((*talk.acts.questions, *wished_matters(heard.text)))
    if calls_off_beside(heard, talk.memory.order_number, talk.known_before.issue):
        named.pop(Question.CANCEL_ORDER, None)
    wished = [question for question in named if _is_wished(talk, question, dropped)]
    dropped |= _given_up_for(talk, wished)
    known = (*talk.dialogue.matters, talk.memory.issue)
    gone = tuple(dict.fromkeys(matter for matter in known if matter in dropped))
    matters = tuple(matter for matter in talk.dialogue.matters if matter not in dropped)
    for question in (*_goods_stated(talk), *(question for question in wished if fits_the_goods(talk, question))):
        matters = with_matter(matters, question)
    never = (matter for matter in (*talk.dialogue.taken_back, *gone) if matter not in wished)
    talk.note(matters=matters, taken_back=tuple(dict.fromkeys(never)))
    if talk.memory.issue in gone or GOODS.intersection(_goods_stated(talk)):
        talk.remember(issue=leading(matters))


def _goods_stated(talk: Talk) -> Sequence[Question]:
    """Give what a line surely says is wrong with the goods: the trouble itself, while a case names another.

    Beside a trouble with the goods that stands already a likeness is none: a second one is told in its words.
    """
    heard = talk.heard
    stated = heard.intent in GOODS and heard.confidence >= _SURELY_STATED and not asks_in(heard)
    if not stated or Question(heard.intent) not in talk.acts.questions:
        return []
    known = GOODS.intersection(talk.dialogue.matters) - taken_back(heard.text, heard.says)
    return [Question(heard.intent)] if not known or heard.intent in troubles_told(heard.text) else []


def _is_wished(talk: Talk, question: Question, dropped: frozenset[Question]) -> bool:
    """Tell whether a question is a wish of the message: not taken back, not what its details resemble, and possible.

    "Who did it?" asks for the proof of a delivery only where there was one, and wishes for none.
    """
    refuses = Said.REFUSES.value in talk.heard.says
    resembles = question in LIKE_A_DETAIL and (refuses or gives_a_detail(talk) or _tells_why_it_goes_back(talk))
    if question not in WISHES - dropped or resembles or lacks_a_wish(talk.heard, question):
        return False
    if question is Question.REFUND_WANTED and Told.REFUNDED in talk.memory.told:
        return False
    if only_asked(talk.heard, question) or not surely_said(talk.heard, question, is_first=False):
        return False
    return question is not Question.DELIVERY_PROOF or told_status(talk) is Status.DELIVERED


def _tells_why_it_goes_back(talk: Talk) -> bool:
    """Tell whether the missing part of an address is told of a parcel on its way back, whose label nobody changes."""
    plan = talk.dialogue.plan_of(talk.number)
    return plan is not None and table_of(plan.row) == _GOES_BACK and corrects_an_address(talk.heard)


def keep_only_what_is_asked(talk: Talk) -> None:
    """Leave what the case is about as it was where the message, by its words, does not ask what it resembles."""
    heard, issue = talk.heard, talk.memory.issue
    resembles = bool(issue) and issue in (heard.intent, *heard.also_asked) and issue != talk.known_before.issue
    # what is answered names the case only where it was surely said
    is_sure = resembles and surely_said(heard, Question(issue), is_first=not talk.known_before.issue)
    if not resembles or (is_sure and issue in talk.acts.questions):
        return
    gone = denied(heard.text) if heard.english else taken_back(heard.text, heard.says)
    unmeant = heard.english or issue == Question.CHANGE_ADDRESS
    if not is_sure or (issue in WISHES and unmeant) or Question(issue) in gone:
        talk.remember(issue=talk.known_before.issue)


def _given_up_for(talk: Talk, wished: Sequence[Question]) -> frozenset[Question]:
    """Find what is given up for another: "rather the money" for the goods, "no, send it back" for another address."""
    # an order that is called off goes nowhere
    called_off = _PLACES.difference(wished) if Question.CANCEL_ORDER in wished else frozenset()
    if not changes_its_mind(talk.heard.text):
        return called_off
    given_up = SETTLEMENTS.difference(wished) if SETTLEMENTS.intersection(wished) else frozenset()
    ends_the_way = _NO_PLACE.intersection((*wished, *talk.acts.questions)) and not asks_in(talk.heard)
    return given_up | called_off | (_PLACES.difference(wished) if ends_the_way else frozenset())


def with_one_settlement(talk: Talk, questions: list[Question]) -> list[Question]:
    """Answer money and goods that are wished together once; the case keeps both."""
    settlements = [question for question in questions if question in SETTLEMENTS]
    for question in settlements[1:]:
        talk.note(matters=with_matter(talk.dialogue.matters, question))
    return [question for question in questions if question not in settlements[1:]]
