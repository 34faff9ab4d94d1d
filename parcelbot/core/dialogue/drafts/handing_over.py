"""Hand a case to a person: ask for what is missing, and show what will be sent."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.open_question import Asked, OpenQuestion
from parcelbot.core.dialogue.cases.surely_said import surely_said
from parcelbot.core.dialogue.composing import TurnRole
from parcelbot.core.dialogue.drafts.case_details import lacks_the_order, needs_the_order, puts_the_phone_right
from parcelbot.core.dialogue.state import CaseDraft
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import PROVIDE_DETAILS, TALK_TO_HUMAN
from parcelbot.core.questions import ISSUES
from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.cases.send_orders import says_sending
from parcelbot.core.reading.contact.mailboxes import gives_no_email, keeps_it_off_the_mail, speaks_of_mail
from parcelbot.core.reading.facts.told_facts import telling_sentences
from parcelbot.core.reading.told.telling import Told

#: So many answers to something else come before a case that is not sent yet is brought up again.
ANSWERS_BETWEEN = 1
#: Nothing but these is said to whoever nods, thanks or leaves.
CLOSING = (
    "utter_acknowledged",
    "utter_youre_welcome",
    "utter_bless_too",
    "utter_hope_too",
    "utter_good_night",
    "utter_goodbye",
    "utter_goodbye_plain",
)
#: What was passed over so often is not asked again: not before leave is taken whether to send, no more for an e-mail.
_MOST_TIMES_ASKED = 2
#: Rows that say that nothing was done yet because the case is not sent.
_OF_A_DRAFT = "_unsent"


def begin_case(talk: Talk) -> None:
    """Begin to hand over; a case that the team has already is added to and needs nothing more."""
    if talk.around.ticket_of_case(talk.memory, talk.dialogue) is not None:
        talk.ending.open_case = True
        return
    memory = talk.memory
    # whoever gave a telephone number, or keeps the e-mail back, is not asked for one as well
    by_phone = bool(memory.phone) and not puts_the_phone_right(talk)
    email = talk.dialogue.answer_to_or(memory.email) or ("" if by_phone or _keeps_it_back(talk.heard) else None)
    if email == "" and not memory.phone:
        talk.script.say("utter_no_email_needed")
    talk.note(case=CaseDraft(email, memory.order_number or None), occasion=_occasion(talk) or talk.dialogue.occasion)
    go_on(talk)


def _occasion(talk: Talk) -> str:
    """Give the message that begins a case where what it asks or tells is no problem or wish with a name; "" for none.

    Who only agrees to a person, or vents, begins it with what was said before.
    """
    heard, acts = talk.heard, talk.acts
    if heard.text.startswith("/") or heard.intent == TALK_TO_HUMAN or acts.reply or acts.complains or acts.social:
        return ""
    if heard.gives_details and heard.intent == PROVIDE_DETAILS:
        # what comes with a number that was asked for is no matter of its own
        return ""
    is_first = not talk.was.matters
    named = (question for question in acts.questions if surely_said(heard, question, is_first))
    if not talk.dialogue.second and ISSUES.intersection(named):
        return ""
    told = telling_sentences(heard.text)
    # what brings a number or an e-mail is no matter of its own
    details = tuple(filter(None, (heard.email, heard.order_number, *(number.value for number in heard.numbers))))
    return " ".join(one for one in told if not any(detail in one for detail in details))


def _keeps_it_back(heard: Heard) -> bool:
    """Tell whether the message that wants a person says that there is no e-mail to give, or that none will be given."""
    says_so = Said.NOTHING_TO_GIVE.value in heard.says and speaks_of_mail(heard.text)
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
        talk.script.ask("utter_ask_ticket_email")
        if case.order is None and lacks_the_order(talk):
            talk.script.ask("utter_and_the_order")
            talk.note(case=replace(case, order_asked=True))
    elif case.order is None and not case.order_asked and _may_have_an_order(talk):
        talk.note(case=replace(case, order_asked=True))
        talk.asks(Asked.CASE_ORDER)
        talk.script.ask("utter_ask_ticket_order")
    elif case.email and case.order and says_sending(talk.heard.text):
        open_at_once(talk)
    else:
        _show_draft(talk, case)


def _may_have_an_order(talk: Talk) -> bool:
    """Tell whether the number of the order is asked for; who has paid and got none has told so."""
    return needs_the_order(talk) or not (talk.number or Told.PAID_NO_ORDER in talk.memory.told)


def remind_of_case(talk: Talk) -> None:
    """Come back to a case that is not sent yet, after something else was answered."""
    waiting, case = talk.open, talk.dialogue.case
    lacks_email = waiting is not None and waiting.asked is Asked.CASE_EMAIL and case is not None and case.email is None
    if waiting is None or not waiting.asked.about_a_case or (talk.ending.case_moved and not lacks_email):
        go_on(talk)
        return
    if not _is_due(talk, waiting, ANSWERS_BETWEEN if not lacks_email else waiting.times):
        return
    if case is not None and talk.script.has_said(CLOSING):
        talk.note(case=replace(case, asked_at_end=True))
    if lacks_email and waiting.times >= _MOST_TIMES_ASKED and not talk.acts.wants_person:
        _set_aside(talk)
        return
    talk.asks(waiting.asked)
    talk.script.ask(f"utter_still_{waiting.asked.value}")


def _set_aside(talk: Talk) -> None:
    """Leave a case whose e-mail was asked for in vain; whoever takes leave hears that nothing is sent."""
    if talk.script.has_said(CLOSING) or not talk.script.messages:
        talk.script.ask("utter_ticket_cancelled")
    talk.note(case=None, declined=True)
    keep_the_offer(talk)


def keep_the_offer(talk: Talk) -> None:
    """Leave the offer of a person open in silence: a plain yes takes it up, a mere "ok" does not."""
    talk.note(open=OpenQuestion(Asked.PERSON, since=1))


def _is_due(talk: Talk, waiting: OpenQuestion, answers: int) -> bool:
    """Tell whether what is open is asked again: not just after it was, unless somebody wants to act on it."""
    decided, case, closes = talk.ending.decided, talk.dialogue.case, talk.script.has_said(CLOSING)
    if closes and case is not None and case.asked_at_end and not talk.acts.wants_person:
        return False
    of_it = decided is not None and decided.answer.row_name.endswith(_OF_A_DRAFT)
    asked_in_vain = waiting.times >= _MOST_TIMES_ASKED and waiting.asked is not Asked.CASE_EMAIL
    waits = waiting.since >= answers and not asked_in_vain
    # whoever takes leave may well believe that it is sent
    return waits or of_it or closes or talk.acts.hangs_on_a_case or not talk.script.messages


def tell_draft(talk: Talk, asks_when: bool) -> None:
    """Say by when the case would be answered once it is sent, or show again what is in it."""
    if asks_when:
        due = talk.promise_answer()
        talk.script.tell(["utter_case_due"], {"due": due})
        return
    talk.ending.case_moved = True
    if talk.dialogue.case is not None:
        talk.note(case=replace(talk.dialogue.case, shown=False))
    go_on(talk)


def _show_draft(talk: Talk, case: CaseDraft) -> None:
    """Show the case, or, to who has read it, what is new in it; and ask whether to send it."""
    talk.asks(Asked.CASE_CONFIRM)
    if case.shown:
        changed = talk.around.changed_lines((talk.memory, talk.dialogue), (talk.known_before, talk.was))
        talk.script.ask("utter_ticket_changed" if changed else "utter_still_case_confirm", {"ticket_lines": changed})
        return
    talk.note(case=replace(case, shown=True))
    words, card = talk.around.preview(talk.memory, talk.dialogue)
    if talk.around.language_notice:
        talk.script.say(talk.around.language_notice, talk.around.language_words, role=TurnRole.ASIDE)
    talk.script.show({"card": card}, "utter_ticket_preview", words)
