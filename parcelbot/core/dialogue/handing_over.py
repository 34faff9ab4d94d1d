"""Hand a case to a person: ask for what is missing, show what will be sent, take corrections, send."""

from __future__ import annotations

import re
from dataclasses import replace

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.open_question import Asked, OpenQuestion
from parcelbot.core.dialogue.acts import Social
from parcelbot.core.dialogue.answering import tell_next_step
from parcelbot.core.dialogue.asked_beside import asks_beside_a_case
from parcelbot.core.dialogue.beside_a_case import add_note, note_wishes, says_otherwise
from parcelbot.core.dialogue.case_additions import named_since, tell_that_it_is_in, tell_what_was_added
from parcelbot.core.dialogue.case_details import needs_the_order, with_given
from parcelbot.core.dialogue.consent import agrees_to_send
from parcelbot.core.dialogue.draft_changes import only_waits, take_change
from parcelbot.core.dialogue.goods_beside_parcels import look_at_the_wish_anew
from parcelbot.core.dialogue.only_asked import asks_in, asks_in_full
from parcelbot.core.dialogue.replies import Reply, declines_politely
from parcelbot.core.dialogue.sending import send
from parcelbot.core.dialogue.state import CaseDraft
from parcelbot.core.dialogue.statements import is_no_statement
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import SETTLEMENTS
from parcelbot.core.reading.case_questions import CaseQuestion, case_question
from parcelbot.core.reading.case_words import (
    Said,
    adds_something,
    leaves_it,
    puts_right,
    says_it_is_over,
    says_sending,
)
from parcelbot.core.reading.causes_told import says_the_phone_is_wrong
from parcelbot.core.reading.mailboxes import gives_no_email, keeps_it_off_the_mail, names_a_box
from parcelbot.core.reading.standing_questions import offers_a_picture
from parcelbot.core.reading.wishes import is_wish, wished_matters

#: A case that is not sent yet is not brought up more often in a row; what is added to it brings it up by itself.
MOST_REMINDERS = 1
#: An e-mail or a number among more words than these comes with something for the person to read.
_BARE_DETAIL_WORDS = 6
_FEWEST_WORDS_OF_A_NOTE = 3
#: "The e-mail is wrong" does not say what it should be.
_WORDS_THAT_ONLY_COMPLAIN = 6
_MAIL = re.compile(r"mail|courriel|correo|posta|почт|пошт|メール|邮|메일|بريد", re.IGNORECASE)
_ANSWERS = frozenset({Reply.YES, Reply.NO, Reply.CANCEL, Reply.NOTHING_TO_GIVE})


def begin_case(talk: Talk) -> None:
    """Begin to hand over; a case that the team has already is added to and needs nothing more."""
    if talk.around.ticket_of_case(talk.memory, talk.dialogue) is not None:
        talk.ending.open_case = True
        return
    memory = talk.memory
    # whoever gave a telephone number, or keeps the e-mail back, is not asked for one as well
    email = talk.dialogue.answer_to or memory.email or ("" if memory.phone or _keeps_it_back(talk.heard) else None)
    if email == "" and not memory.phone:
        talk.script.say("utter_no_email_needed")
    talk.note(case=CaseDraft(email, memory.order_number or None))
    go_on(talk)


def _keeps_it_back(heard: Heard) -> bool:
    """Tell whether the message that wants a person says that there is no e-mail to give, or that none will be given."""
    says_so = Said.NOTHING_TO_GIVE.value in heard.says and _MAIL.search(heard.text) is not None
    return says_so or (heard.english and gives_no_email(heard.text))


def open_at_once(talk: Talk) -> None:
    """Hand over without asking anything first: danger does not wait for an e-mail."""
    talk.note(case=None)
    talk.ending.open_case = True


def go_on(talk: Talk) -> None:
    """Ask for the next thing the case needs; with everything there, show it and ask whether to send it."""
    case = talk.dialogue.case
    if case is None:
        return
    if keeps_it_off_the_mail(talk.heard.text) and not talk.heard.email:
        case = replace(case, email="")
        talk.note(case=case)
    if case.email is None:
        talk.asks(Asked.CASE_EMAIL)
        # a row that sends it to a person has said so: what is needed for that is named, not asked for anew
        talk.script.ask("utter_hand_over_email" if _a_row_hands_over(talk) else "utter_ask_ticket_email")
        if case.order is None and needs_the_order(talk):
            talk.script.ask("utter_and_the_order")
            talk.note(case=replace(case, order_asked=True))
    elif case.order is None and not case.order_asked and (needs_the_order(talk) or not talk.number):
        talk.note(case=replace(case, order_asked=True))
        talk.asks(Asked.CASE_ORDER)
        talk.script.ask("utter_ask_ticket_order")
    elif case.email and case.order and says_sending(talk.heard.text):
        open_at_once(talk)
    else:
        _show_preview(talk)


def take_case_reply(talk: Talk) -> bool:
    """Take the answer to what a case needs; True when the message was one, and the case went on with it."""
    case, waiting = talk.dialogue.case, talk.open
    if case is None or waiting is None or not waiting.asked.about_a_case:
        return False
    asks = case_question(talk.heard.text) not in (None, CaseQuestion.WAS_SENT)
    # "is anybody on it?" resembles the wish for a person where no English word tells them apart
    asks |= talk.heard.has_question_mark and not talk.heard.english
    changes = says_otherwise(talk)
    if take_change(talk):
        return True
    wants_it = talk.acts.wants_person and agrees_to_send(talk.heard)
    if waiting.asked is Asked.CASE_CONFIRM and wants_it and not (_corrects(talk) or asks or changes):
        return send(talk)
    decides = waiting.asked in (Asked.CASE_CONFIRM, Asked.CASE_CHANGE) and talk.acts.reply in _ANSWERS and not changes
    if decides or (talk.acts.reply is Reply.CANCEL and not _corrects(talk)):
        return _take_confirmation(talk, waiting.asked)
    if _wants_none(talk, waiting.asked):
        return _leave_it(talk)
    if waiting.asked is Asked.CASE_EMAIL and "@" in talk.heard.text and not talk.heard.email:
        talk.asks(Asked.CASE_EMAIL)
        talk.script.ask("utter_email_invalid")
        return True
    names_it = names_a_box(talk.heard.text) and talk.acts.reply is None
    if waiting.asked is Asked.CASE_EMAIL and names_it and not talk.heard.gives_details:
        talk.asks(Asked.CASE_EMAIL)
        talk.script.ask("utter_email_in_full")
        return True
    changed = with_given(talk, case, waiting.asked)
    if changed is None and _only_urges(talk, waiting.asked):
        talk.asks(waiting.asked)
        talk.script.ask(f"utter_still_{waiting.asked.value}")
        return True
    if changed is None:
        return _take_statement(talk)
    talk.note(case=changed)
    matters = talk.dialogue.matters
    note_wishes(talk)
    named = named_since(talk, matters)
    if asks_beside_a_case(talk):
        talk.ending.case_moved = True
        return False
    says_more = talk.heard.words > _BARE_DETAIL_WORDS and not _is_only_details(talk.heard)
    if says_more and not puts_right(talk.heard.text, talk.heard.says):
        add_note(talk)
        if asks_in(talk.heard):
            talk.script.ask("utter_noted_question")
    if named:
        talk.script.say(named)
    look_at_the_wish_anew(talk)
    go_on(talk)
    return True


def _wants_none(talk: Talk, asked: Asked) -> bool:
    """Tell whether the case is over or dropped; "no thanks" and a reason is no answer to what was asked for it."""
    heard = talk.heard
    # "I don't need it any more, just the money" is over with the goods only
    is_over = says_it_is_over(heard.text, heard.says) and not SETTLEMENTS.intersection(wished_matters(heard.text))
    if is_over or leaves_it(heard.text, heard.says):
        return True
    lacks_it = Said.NOTHING_TO_GIVE.value in heard.says or _MAIL.search(heard.text)
    declines = talk.acts.reply is Reply.NO and declines_politely(heard.text) and heard.words > _BARE_DETAIL_WORDS
    return asked in (Asked.CASE_EMAIL, Asked.CASE_ORDER) and declines and not (heard.english or lacks_it)


def _only_urges(talk: Talk, asked: Asked) -> bool:
    """Tell whether a message says "ok" or "yes, send it" where an e-mail or an order is asked for."""
    urges = talk.acts.reply is Reply.YES and not (talk.acts.questions or asks_in(talk.heard))
    acknowledges = talk.acts.social is Social.ACKNOWLEDGED and talk.heard.words <= _FEWEST_WORDS_OF_A_NOTE
    return asked in (Asked.CASE_EMAIL, Asked.CASE_ORDER) and (urges or acknowledges)


def _is_only_details(heard: Heard) -> bool:
    """Tell whether a message in another language says nothing but its details; of English, words are counted."""
    return not heard.english and heard.intent == "provide_details"


def _take_statement(talk: Talk) -> bool:
    """Put a line that asks nothing into the case, whatever question it resembles; True when it was one."""
    words = talk.heard.words
    if case_question(talk.heard.text) is not None:
        return False
    offers = talk.heard.english and offers_a_picture(talk.heard.text)
    if offers or is_no_statement(talk) or talk.heard.text.startswith("/") or words < _FEWEST_WORDS_OF_A_NOTE:
        # a wish that has an answer of its own stands in the case all the same
        (add_note if talk.heard.english and is_wish(talk.heard.text) else note_wishes)(talk)
        return False
    if only_waits(talk) and not adds_something(talk.heard.text):
        talk.asks(talk.open.asked if talk.open else Asked.CASE_CONFIRM)
        talk.script.ask("utter_follow_wait_a_moment")
        return True
    if puts_right(talk.heard.text, talk.heard.says) and words <= _WORDS_THAT_ONLY_COMPLAIN:
        talk.asks(Asked.CASE_CHANGE)
        talk.script.ask("utter_ticket_edit")
        return True
    before, matters = talk.dialogue.notes, talk.dialogue.matters
    add_note(talk)
    if talk.dialogue.notes == before and talk.acts.social:
        # thanks are no part of a case
        return False
    if says_the_phone_is_wrong(talk.heard.text) and not talk.memory.phone and talk.script.say("utter_ask_right_phone"):
        if not talk.waits_for(Asked.CASE_CONFIRM):
            go_on(talk)
        return True
    stays = talk.dialogue.matters == matters and talk.memory.phone == talk.known_before.phone
    if stays and talk.waits_for(Asked.CASE_CONFIRM) and talk.dialogue.notes != before:
        tell_what_was_added(talk, before)
        return True
    tell_that_it_is_in(talk, matters)
    # a draft that was shown is shown anew with what has changed
    (remind_of_case if talk.waits_for(Asked.CASE_EMAIL) else go_on)(talk)
    return True


def remind_of_case(talk: Talk) -> None:
    """Come back to a case that is not sent yet, after something else was answered."""
    waiting, case = talk.open, talk.dialogue.case
    lacks_email = waiting is not None and waiting.asked is Asked.CASE_EMAIL and case is not None and case.email is None
    if waiting is None or not waiting.asked.about_a_case or (talk.ending.case_moved and not lacks_email):
        go_on(talk)
        return
    if lacks_email and not _is_due(talk, waiting):
        return
    talk.asks(waiting.asked)
    # the buttons still stand above; asked after every answer it would be a nag
    if lacks_email or waiting.times <= MOST_REMINDERS or talk.acts.hangs_on_a_case or not talk.script.messages:
        talk.script.ask(f"utter_still_{waiting.asked.value}")


def _is_due(talk: Talk, waiting: OpenQuestion) -> bool:
    """Tell whether the e-mail is asked for again: not in the turn after it was, and more rarely each time."""
    return waiting.since >= waiting.times or talk.acts.hangs_on_a_case or not talk.script.messages


def tell_draft(talk: Talk, asks_when: bool) -> None:
    """Say by when the case would be answered once it is sent, or show again what is in it."""
    if asks_when:
        due = talk.promise_answer()
        talk.script.tell(["utter_case_due"], {"due": due})
        return
    talk.ending.case_moved = True
    go_on(talk)


def _take_confirmation(talk: Talk, asked: Asked) -> bool:
    """Send on yes, ask what to change on a first no, leave it on a second one."""
    reply = talk.acts.reply
    if _corrects(talk):
        talk.note(case=with_given(talk, talk.dialogue.case or CaseDraft(), asked))
        go_on(talk)
    elif reply is Reply.YES:
        return send(talk)
    elif reply is Reply.CANCEL or asked is Asked.CASE_CHANGE:
        return _leave_it(talk)
    else:
        talk.asks(Asked.CASE_CHANGE)
        talk.script.ask("utter_ticket_edit")
    return True


def _leave_it(talk: Talk) -> bool:
    """Leave the case unsent, and offer nobody in the same breath; False where the message asks something besides."""
    talk.note(case=None, open=None)
    talk.ending.declined = True
    talk.script.ask("utter_ticket_cancelled")
    if asks_beside_a_case(talk):
        return False
    if asks_in_full(talk.heard) and talk.number:
        # whatever it was, it was asked about the parcel
        tell_next_step(talk)
    return True


def _corrects(talk: Talk) -> bool:
    heard = talk.heard
    return bool(heard.email or heard.order_number or heard.numbers)


def _a_row_hands_over(talk: Talk) -> bool:
    return talk.ending.hand_over and not talk.acts.wants_person


def _show_preview(talk: Talk) -> None:
    words, card = talk.around.preview(talk.memory, talk.dialogue)
    talk.asks(Asked.CASE_CONFIRM)
    if _a_row_hands_over(talk):
        talk.script.say("utter_hand_over_confirm")
    if talk.around.language_notice:
        talk.script.say(talk.around.language_notice, talk.around.language_words)
    talk.script.show({"card": card}, "utter_ticket_preview", words)
