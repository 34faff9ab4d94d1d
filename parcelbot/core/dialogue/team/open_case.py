"""Put what a shopper says on the case that the team has, or take the case back; nothing is lost or opened twice."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.cases.matters import is_settled_by_arrival
from parcelbot.core.cases.tickets import Ticket, TicketStatus
from parcelbot.core.dialogue.answers.plans import plan_stands
from parcelbot.core.dialogue.cases.beside_a_case import add_note, note_wishes
from parcelbot.core.dialogue.cases.revising import revision_of, tells_revision
from parcelbot.core.dialogue.cases.steam import only_vents
from parcelbot.core.dialogue.hearing.acts import Social, only_acknowledges
from parcelbot.core.dialogue.hearing.own_question import corrects_an_address, sure_follow_up
from parcelbot.core.dialogue.hearing.replies import Reply, turned_up
from parcelbot.core.dialogue.nothing_asked.smalltalk import parcel_found
from parcelbot.core.dialogue.questions.asked_beside import asks_beside_a_case
from parcelbot.core.dialogue.questions.only_asked import asks_in, only_asked
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.team.about_the_case import asks_of_the_case
from parcelbot.core.dialogue.team.files import comes_with_a_file
from parcelbot.core.dialogue.team.remarks import answer_remark
from parcelbot.core.questions import BRING_A_FACT, GOODS, WISHES, Question
from parcelbot.core.reading.cases.case_words import (
    Said,
    adds_something,
    leaves_it,
    puts_right,
    requests,
    says_it_is_over,
    taken_back,
)
from parcelbot.core.reading.facts.causes_told import says_the_phone_is_wrong
from parcelbot.core.reading.facts.fillers import only_thanks
from parcelbot.core.reading.facts.what_weighs import reproaches
from parcelbot.core.reading.replies.partings import blesses
from parcelbot.core.reading.times.day_words import only_holds_a_day
from parcelbot.core.reading.wanted.wish_patterns import IN_WRITING
from parcelbot.core.reading.wanted.wishes import SETTLES, wished_matters

_FEWEST_WORDS = 3
#: Wishes to which the tables have nothing to add; whether an order can still be stopped they know.
_DECIDED_BY_A_PERSON = frozenset({*SETTLES, IN_WRITING})
#: An address or a number among more words comes with something for the person to read.
_BARE_DETAIL_WORDS = 8


def take_for_the_case(talk: Talk) -> bool:
    """Take what belongs to the case that the team has; True when nothing of the message is left to answer."""
    if talk.dialogue.case is not None or talk.heard.text.startswith("/"):
        return False
    # what the message resembles does not say which case it is for
    matter = replace(talk.memory, issue=talk.known_before.issue)
    ticket = talk.around.active_ticket(matter, talk.dialogue)
    if ticket is None:
        return False
    if _ends(talk, ticket) or answer_remark(talk):
        return True
    if not _belongs(talk):
        return False
    _add(talk)
    return not _is_answered_as_well(talk, ticket)


# ---- what is added ----------------------------------------------------------------------------------


def _belongs(talk: Talk) -> bool:
    """Tell whether a message gives, wishes, corrects or states something; small talk and mere questions do not."""
    heard, acts = talk.heard, talk.acts
    if asks_of_the_case(talk) or comes_with_a_file(talk):
        return False
    if acts.wants_person or acts.asks_for_ticket or acts.language or heard.asks_language or acts.news_wish:
        return False
    if only_acknowledges(heard) or blesses(heard.text, heard.says):
        return False
    if _is_surely_for_it(talk):
        return True
    if only_vents(heard) or only_thanks(heard.text) or only_holds_a_day(heard.text):
        return False
    has_its_own_case = Question.SCAM_MESSAGE in acts.questions
    if acts.social or acts.reply or has_its_own_case or heard.words < _FEWEST_WORDS:
        return False
    wished = [question for question in WISHES.intersection(acts.questions) if not only_asked(heard, question)]
    if wished or requests(heard.text) or (wished_matters(heard.text) and not asks_in(heard)):
        return True
    resembles = sure_follow_up(heard) or (not heard.english and bool(acts.questions))
    return not (asks_in(heard) or resembles)


def _is_surely_for_it(talk: Talk) -> bool:
    """Tell whether a message gives a detail, or says that it adds something, puts it right or takes it back."""
    heard = talk.heard
    adds = adds_something(heard.text, heard.says) or puts_right(heard.text, heard.says)
    refuses = Said.REFUSES.value in heard.says and not asks_in(heard)
    says_so = adds or refuses or taken_back(heard.text, heard.says)
    names_a_day = "needed_by" in heard.claims and not asks_in(heard)
    return bool(heard.email or heard.phone or says_so or names_a_day or corrects_an_address(heard))


def _add(talk: Talk) -> None:
    """Note the line; what the case is about stays, unless an answer to this message says otherwise."""
    talk.keep_the_matter()
    (note_wishes if _is_only_a_detail(talk) else add_note)(talk)
    talk.ending.add_to_case = talk.ending.tells_of_adding = True


def _is_only_a_detail(talk: Talk) -> bool:
    heard = talk.heard
    return bool(heard.email or heard.phone) and heard.words <= _BARE_DETAIL_WORDS


def _is_answered_as_well(talk: Talk, ticket: Ticket) -> bool:
    """Tell whether more is owed than a word that it was added: an answer, or the news that the message brings."""
    if asks_beside_a_case(talk):
        return True
    change = revision_of(talk)
    if _is_surely_for_it(talk) or change.out or _DECIDED_BY_A_PERSON.intersection(change.new):
        # what stands now is all that can be said of it
        return False
    questions = talk.acts.questions
    if ticket.draft.issue in GOODS:
        # whatever is wished for goods that came wrong is what the person decides about
        return False
    if (WISHES | GOODS).intersection(questions):
        return True
    # what brings no fact and asks nothing is for the person to read, not for the tables to answer
    of_the_plan = next((question for question in questions if question in BRING_A_FACT), None)
    return of_the_plan is not None and not plan_stands(talk, of_the_plan)


def tell_of_adding(talk: Talk) -> None:
    """Say what stands on the case now, or that a line is on it, and by when it is answered."""
    ticket = talk.around.active_ticket(talk.known_before, talk.dialogue)
    if ticket is not None and not tells_revision(talk):
        hears = talk.acts.complains or reproaches(talk.heard.text)
        if hears and not talk.script.messages:
            talk.script.ask("utter_hears_reproach")
        added = "" if hears else _added(talk)
        words = {**talk.around.ticket_words(ticket), "added": added.rstrip(" .;。")}
        talk.script.ask("utter_case_added" if added else "utter_case_amended", words)
    if says_the_phone_is_wrong(talk.heard.text) and not talk.memory.phone:
        talk.script.say("utter_ask_right_phone")


def _added(talk: Talk) -> str:
    """Give the line of this message that stands on the case now; "" where it only gave a detail."""
    said = " ".join(talk.heard.text.split()).casefold()
    return next((note for note in reversed(talk.dialogue.notes) if note.rstrip(" ;").casefold() in said), "")


# ---- its end ----------------------------------------------------------------------------------------


def _ends(talk: Talk, ticket: Ticket) -> bool:
    """Take the case back where nothing is left to settle; "forget it" alone is asked about first."""
    text = talk.heard.text
    here = talk.acts.social is Social.PARCEL_ARRIVED or (
        turned_up(text) and not GOODS.intersection(talk.acts.questions)
    )
    is_here = here and is_settled_by_arrival(ticket.draft.issue)
    if is_here or says_it_is_over(text, talk.heard.says):
        _take_back(talk, ticket, is_here)
    elif leaves_it(text, talk.heard.says):
        talk.script.ask("utter_ask_take_back", talk.around.ticket_words(ticket))
        talk.asks(Asked.TAKE_BACK)
    else:
        return False
    return True


def _take_back(talk: Talk, ticket: Ticket, is_here: bool) -> None:
    """End a case that nobody has begun with; for whoever has begun it is put down that nothing is left to do."""
    if is_here:
        parcel_found(talk)
    add_note(talk)
    talk.ending.add_to_case = True
    is_untouched = ticket.status is TicketStatus.NEW and not ticket.assignee
    if is_untouched:
        talk.watching.withdrawn_case = ticket.reference
    talk.script.ask("utter_case_taken_back" if is_untouched else "utter_case_settled", talk.around.ticket_words(ticket))
    talk.note(open=None)


def take_back_reply(talk: Talk, reply: Reply) -> None:
    """Take whether the case shall be taken back."""
    ticket = talk.around.active_ticket(talk.memory, talk.dialogue)
    talk.note(open=None)
    if ticket is None:
        talk.script.ask("utter_acknowledged")
    elif reply is Reply.YES:
        _take_back(talk, ticket, is_here=False)
    else:
        talk.script.ask("utter_case_stays", talk.around.ticket_words(ticket))
