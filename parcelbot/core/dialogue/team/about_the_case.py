"""Answer what is asked about the case itself: by when, by whom and how an answer comes, what is in it, what came."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.dialogue.answers.answering import tell_next_step
from parcelbot.core.dialogue.cases.beside_a_case import MOST_NOTES, note_wishes
from parcelbot.core.dialogue.cases.revising import tell_what_stands
from parcelbot.core.dialogue.drafts.case_details import needs_the_order
from parcelbot.core.dialogue.drafts.handing_over import tell_draft
from parcelbot.core.dialogue.drafts.sending import tell_who
from parcelbot.core.dialogue.drafts.tickets import tell_own_tickets, tell_tickets
from parcelbot.core.dialogue.hearing.acts import Social
from parcelbot.core.dialogue.hearing.own_question import LIKELY, SURE, asks_when_answered, likeliest_follow_up
from parcelbot.core.dialogue.nothing_asked.wants_a_person import may_mean_the_offer, only_asks_of_the_offer
from parcelbot.core.dialogue.questions.of_a_refund import asks_of_the_money
from parcelbot.core.dialogue.questions.only_asked import asks_in
from parcelbot.core.dialogue.second_questions.waited_for import asks_for_the_day_to_wait_for, waits_only_for_the_case
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.team.files import tell_of_files
from parcelbot.core.dialogue.team.news_of_a_case import tell_news
from parcelbot.core.dialogue.team.when_answered import (
    asks_of_all_of_it,
    tell_due,
    tell_when_and_who,
    tell_whether_begun,
    tell_whole_time,
)
from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.case_questions import CaseQuestion, asks_who, asks_who_or_how, case_question
from parcelbot.core.reading.cases.case_times import asks_for_a_time, names_the_whole
from parcelbot.core.reading.cases.case_words import asks_what_stands_in_it
from parcelbot.core.reading.cases.in_it import lacking, line_with, named_things
from parcelbot.core.reading.cases.noted import asks_whether_it_is_noted
from parcelbot.core.reading.cases.send_orders import says_send_it
from parcelbot.core.reading.cases.still_needed import asks_what_is_still_needed
from parcelbot.core.reading.questions.plain_questions import asks_how_long_they_search
from parcelbot.core.reading.questions.standing_questions import offers_a_picture
from parcelbot.core.wording import mask_email

_BARE_WHEN = re.compile(r"^\W*(?:and |ok(?:ay)? |so )*(?:by )?when(?: (?:is that|then|exactly))?\W*$", re.IGNORECASE)

_WHAT_OR_SEVERAL = re.compile(
    r"\b(?:what|which|show|see|read|both|two|each|either|the other)\b"
    r"|\b(?:the|my) \w+,? and (?:also |even )?(?:the|my) \w+",
    re.IGNORECASE,
)
#: "What do I do now?" asks for a step of the shopper's own.
_NEXT_OF_THE_CASE = re.compile(r"\b(?:happens?|next|go(?:es)? on|now)\b(?<!do now)(?<!do next)", re.IGNORECASE)

_HOW = "how_contacted"
#: What is asked of a case while a person is only offered.
_OF_AN_OFFER = (CaseQuestion.WAS_SENT, CaseQuestion.WHEN_AND_WHO, CaseQuestion.IS_BEGUN, CaseQuestion.REFERENCE)


def asks_of_the_case(talk: Talk) -> CaseQuestion | None:
    """Read what a message asks about the case that is drafted or with the team; None where it gives a detail, too."""
    heard = talk.heard
    goes_on = talk.ending.case_moved or talk.ending.wanted or talk.ending.open_case
    if heard.text.startswith("/") or ((heard.gives_details or heard.phone) and not goes_on):
        return None
    return case_question(heard.text)


def answer_about_the_case(talk: Talk) -> bool:
    """Answer what is asked about the case; False where nothing is, or no case is there that it could be about."""
    asked = asks_of_the_case(talk)
    if asked is not None and asks_of_the_money(talk, asked):
        asked = None
    ticket = talk.around.active_ticket(talk.known_before, talk.dialogue)
    return (
        _tell_of_any_case(talk, asked, ticket)
        or (ticket is not None and _tell_of_the_teams(talk, ticket))
        or (asks_for_the_day_to_wait_for(talk) and _tell_the_day(talk, ticket))
        or (asked is not None and _tell_what_is_asked(talk, asked, ticket))
        or _asks_for_an_answer(talk)
    )


def _is_drafted(talk: Talk) -> bool:
    return talk.dialogue.case is not None or talk.ending.wanted


def _tell_of_any_case(talk: Talk, asked: CaseQuestion | None, ticket: Ticket | None) -> bool:
    """Answer what is the same of a draft and of a case that the team has: files, the carrier's search, the way."""
    has_case = ticket is not None or _is_drafted(talk) or talk.ending.open_case
    if asked is CaseQuestion.FILE_CAME:
        tell_of_files(talk, ticket)
    elif talk.heard.english and talk.number and asks_how_long_they_search(talk.heard.text):
        talk.script.ask("utter_carriers_own_case")
    elif asked is CaseQuestion.GETS_MAIL and has_case:
        _tell_how(talk, ticket)
    elif has_case and _asks_how(talk):
        tell_who(talk)
        if ticket is not None and asks_for_a_time(talk.heard.text):
            tell_due(talk, ticket)
    else:
        return False
    return True


def _tell_of_the_teams(talk: Talk, ticket: Ticket) -> bool:
    """Answer what is asked of a case that the team has without being named: what comes next, what it lacks, when."""
    if talk.acts.social is Social.NEXT_STEP and _NEXT_OF_THE_CASE.search(talk.heard.text):
        tell_whether_begun(talk, ticket)
        tell_due(talk, ticket)
    elif _asks_what_is_needed(talk):
        lacks_order = not ticket.draft.order_number and needs_the_order(talk)
        needs = "utter_case_needs_order" if lacks_order else "utter_case_needs_nothing"
        talk.script.ask(needs, talk.around.ticket_words(ticket))
    elif waits_only_for_the_case(talk):
        (tell_due if asks_when_answered(talk.heard) else tell_whole_time)(talk, ticket)
    elif asks_of_all_of_it(talk) and names_the_whole(talk.heard.text):
        tell_whole_time(talk, ticket)
    else:
        return False
    return True


def _tell_what_is_asked(talk: Talk, asked: CaseQuestion, ticket: Ticket | None) -> bool:
    """Answer a question of a draft, of the offer of a person, or of a case that the team has."""
    offered = talk.waits_for(Asked.PERSON) and asked in _OF_AN_OFFER
    if _is_drafted(talk):
        _tell_of_the_draft(talk, asked)
    elif offered and may_mean_the_offer(talk, asked):
        only_asks_of_the_offer(talk)
        _tell_of_the_draft(talk, asked)
    elif ticket is not None:
        _OF_A_TICKET[asked](talk, ticket)
    else:
        return False
    return True


def _asks_what_is_needed(talk: Talk) -> bool:
    """Tell whether a message asks what else we need of the shopper, and offers nothing."""
    if asks_what_is_still_needed(talk.heard.text, talk.heard.says):
        return True
    offers = offers_a_picture(talk.heard.text) or likeliest_follow_up(talk.heard, LIKELY)
    return talk.acts.questions == (Question.WHAT_YOU_NEED,) and not offers


def _asks_for_an_answer(talk: Talk) -> bool:
    """Say when a case is answered, or what is in the draft, if that was asked; False for anything else."""
    text, wants = talk.heard.text, talk.acts.asks_for_ticket
    bare = _BARE_WHEN.match(text) is not None
    offered = talk.waits_for(Asked.PERSON)
    asks_when = bare or asks_when_answered(talk.heard) or (wants and asks_for_a_time(text) and asks_in(talk.heard))
    wants |= talk.dialogue.case is not None and asks_what_stands_in_it(text)
    wants |= bool(talk.dialogue.ticket) and says_send_it(text)
    if not (asks_when or wants):
        return False
    drafted = talk.dialogue.case is not None
    if offered and not drafted:
        only_asks_of_the_offer(talk)
    if drafted or (asks_when and (offered or talk.ending.wanted)):
        tell_draft(talk, asks_when)
        if asks_when and asks_who(text):
            tell_who(talk)
        return True
    ticket = talk.around.active_ticket(talk.known_before, talk.dialogue) if asks_when else None
    if ticket is not None:
        tell_due(talk, ticket)
        if asks_who(text):
            tell_who(talk)
    elif talk.dialogue.ticket:
        tell_own_tickets(talk)
    return bool(talk.dialogue.ticket)


def _tell_of_the_draft(talk: Talk, asked: CaseQuestion) -> None:
    if asked in (CaseQuestion.WAS_SENT, CaseQuestion.IS_BEGUN, CaseQuestion.REFERENCE, CaseQuestion.NEWS):
        talk.script.ask("utter_case_not_sent")
        return
    if asked is CaseQuestion.IF_LATE:
        tell_draft(talk, asks_when=True)
        return
    if asked is CaseQuestion.WHY_NOW:
        talk.script.ask("utter_case_why_now", {"due": talk.promise_answer()})
        return
    if asked is CaseQuestion.IS_OUT:
        tell_what_stands(talk)
        return
    if asked is CaseQuestion.WHAT_IS_IN_IT and _put_in_what_lacks(talk):
        talk.script.say("utter_noted_in_case")
    elif asked is CaseQuestion.WHAT_IS_IN_IT and talk.waits_for(Asked.CASE_CONFIRM) and not _wants_to_see_it(talk):
        words, _ = talk.around.preview(talk.memory, talk.dialogue)
        talk.script.ask("utter_draft_holds", words)
        talk.asks(Asked.CASE_CONFIRM)
        # "yes, it stands there" could be taken for "it was sent"
        talk.script.ask("utter_still_case_confirm")
        return
    tell_draft(talk, asks_when=asked is CaseQuestion.WHEN_AND_WHO)
    if asked is CaseQuestion.WHEN_AND_WHO and asks_who_or_how(talk.heard.text):
        tell_who(talk)


def _wants_to_see_it(talk: Talk) -> bool:
    """Tell whether a message asks what stands in the case, or whether it names what that is: a yes has to be sure."""
    heard = talk.heard
    return not (heard.english and named_things(heard.text)) and _WHAT_OR_SEVERAL.search(heard.text) is not None


def _put_in_what_lacks(talk: Talk) -> bool:
    """Put the things that are asked after and stand nowhere in the case into it; True where one was lacking."""
    heard = talk.heard
    things = named_things(heard.text) if heard.english else []
    lacks = lacking(things, talk.around.held(talk.memory, talk.dialogue)) if things else []
    if lacks:
        note_wishes(talk)
        talk.note(notes=(*talk.dialogue.notes, *lacks)[-MOST_NOTES:])
    return bool(lacks)


def _tell_the_day(talk: Talk, ticket: Ticket | None) -> bool:
    """Tell the days that are waited for: the parcel's, and the one of the answer; False where there is none."""
    of_the_parcel = talk.plan_day is not None and talk.plan_day >= talk.today
    if of_the_parcel:
        tell_next_step(talk)
    if talk.dialogue.case is not None:
        tell_draft(talk, asks_when=True)
    elif ticket is not None and not of_the_parcel:
        tell_whole_time(talk, ticket)
    return of_the_parcel or talk.dialogue.case is not None or ticket is not None


def _asks_how(talk: Talk) -> bool:
    """Tell whether a message asks nothing but in which way somebody gets in touch."""
    heard = talk.heard
    if case_question(heard.text) is not None or heard.gives_details or heard.phone or not asks_in(heard):
        return False
    return likeliest_follow_up(heard, SURE) == _HOW or (
        asks_who_or_how(heard.text) and Question.CALL_ME in talk.acts.questions
    )


def _tell_how(talk: Talk, ticket: Ticket | None) -> None:
    """Say where the answer can be read, by what the shopper gave and what we can send; ask for an e-mail that lacks."""
    draft = talk.dialogue.case
    given = talk.dialogue.answer_to or talk.memory.email
    email = ticket.draft.email if ticket else (draft.email if draft else given) or ""
    if email and talk.around.mails:
        talk.script.ask("utter_answer_by_mail", {"email": mask_email(email)})
    elif email:
        # no mail is sent from here, but who takes the case has the address
        talk.script.ask("utter_answer_in_chat_or_mail", {"email": mask_email(email)})
    else:
        talk.script.ask("utter_answer_needs_email" if talk.around.mails else "utter_answer_in_chat")


def _tell_what_is_in_it(talk: Talk, ticket: Ticket) -> None:
    """Tell what stands in the case; a thing that the question names goes into it as well."""
    talk.keep_the_matter()
    whether = asks_of_the_case(talk) is CaseQuestion.WHAT_IS_IN_IT
    talk.ending.add_to_case |= whether and _put_in_what_lacks(talk)
    if whether and asks_whether_it_is_noted(talk.heard.text) and _tell_whether_it_is_noted(talk, ticket):
        return
    words, _ = talk.around.preview(talk.memory, talk.dialogue)
    talk.script.ask("utter_case_holds", {**words, **talk.around.ticket_words(ticket)})


def _tell_whether_it_is_noted(talk: Talk, ticket: Ticket) -> bool:
    """Say yes with the line that tells what is asked after, or that it is in from now on; False where no line does."""
    things = named_things(talk.heard.text)
    if not things:
        talk.script.ask("utter_follow_all_in_case_ticket")
        return True
    stands = talk.around.standing(talk.memory, talk.dialogue)
    of_facts = [sentence for fact in stands.told for sentence in fact.sentences]
    line = line_with(things, (*of_facts, *stands.story, *talk.dialogue.notes))
    response = "utter_case_has_line_now" if talk.ending.add_to_case else "utter_case_has_line"
    if line:
        talk.script.ask(response, {**talk.around.ticket_words(ticket), "added": line.rstrip(" .;。")})
    return bool(line)


def _tell_reference(talk: Talk, ticket: Ticket) -> None:
    talk.script.ask("utter_case_reference", talk.around.ticket_words(ticket))


def _tell_what_if_late(talk: Talk, ticket: Ticket) -> None:
    talk.script.ask("utter_case_if_late", talk.around.ticket_words(ticket))


_OF_A_TICKET: Mapping[CaseQuestion, Callable[[Talk, Ticket], None]] = {
    CaseQuestion.WHAT_IS_IN_IT: _tell_what_is_in_it,
    CaseQuestion.WHICH_ONE: _tell_what_is_in_it,
    CaseQuestion.WHEN_AND_WHO: tell_when_and_who,
    CaseQuestion.IF_LATE: _tell_what_if_late,
    CaseQuestion.NEWS: tell_news,
    CaseQuestion.WHY_NOW: _tell_what_if_late,
    CaseQuestion.IS_OUT: lambda talk, _: tell_what_stands(talk),
    CaseQuestion.WAS_SENT: lambda talk, ticket: tell_tickets(talk, [ticket]),
    CaseQuestion.IS_BEGUN: tell_whether_begun,
    CaseQuestion.REFERENCE: _tell_reference,
}
