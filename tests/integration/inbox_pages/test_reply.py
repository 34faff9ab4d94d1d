"""Answering: once, to the right chat, with prepared words, and never losing what was typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.tickets import Priority, Ticket, TicketStatus
from parcelbot.settings.web import WebConfig
from parcelbot.web import create_app
from tests.support.office import ANA, BEN, PASSWORD, Office
from tests.support.pages import Browser

SCRIPT = {"Accept": "application/json"}


def address(ticket: Ticket, rest: str = "/reply") -> str:
    return f"/inbox/tickets/{ticket.reference}{rest}"


def now(office: Office, ticket: Ticket) -> Ticket:
    found = office.tickets.find(ticket.reference)
    assert found is not None
    return found


def replies(office: Office, ticket: Ticket) -> list[str]:
    said = office.ledger.after(ticket.draft.conversation_id, 0)
    return [message.text for message in said if message.author is Author.AGENT]


def echo_id(browser: Browser) -> str:
    return browser.page.one("input", name="echo_id")["value"]


def typed(browser: Browser) -> str:
    return browser.page.one("textarea", id="reply-text").text


def problem(browser: Browser) -> str:
    return browser.page.one("p", id="reply-problem").text


@pytest.fixture
def ticket(office: Office) -> Ticket:
    return office.hand_over()


@pytest.fixture
def page(ana: Browser, ticket: Ticket) -> Browser:
    """Ana on the ticket's page."""
    ana.open(address(ticket, ""))
    return ana


def test_a_reply_reaches_the_chat_and_takes_the_case(office: Office, page: Browser, ticket: Ticket) -> None:
    page.send(address(ticket), text="Hello, I have it.", echo_id=echo_id(page))
    assert page.flashed == "Sent."
    assert replies(office, ticket) == ["Hello, I have it."]
    assert now(office, ticket).assignee == ANA.email
    assert "first answer in time" in page.page.one("section", id="state").text


@pytest.mark.parametrize("then", [TicketStatus.OPEN, TicketStatus.ON_HOLD, TicketStatus.SOLVED])
def test_what_comes_after_a_reply_is_chosen_with_it(
    office: Office, page: Browser, ticket: Ticket, then: TicketStatus
) -> None:
    page.send(address(ticket), text="Hello", echo_id=echo_id(page), then=then.value)
    assert now(office, ticket).status is then


def test_a_reply_sent_twice_by_a_double_click_is_said_once(office: Office, page: Browser, ticket: Ticket) -> None:
    form = {"text": "Hello", "echo_id": echo_id(page)}
    page.send(address(ticket), **form)
    page.send(address(ticket), **form)
    assert page.flashed == "Sent."
    assert replies(office, ticket) == ["Hello"]


def test_going_back_and_sending_another_text_asks_before_it_is_sent(
    office: Office, page: Browser, ticket: Ticket
) -> None:
    used = echo_id(page)
    page.send(address(ticket), text="Hello", echo_id=used)
    page.send(address(ticket), text="Hello again", echo_id=used)
    assert page.response.status_code == 409
    assert "An earlier text had gone out" in problem(page)
    assert typed(page) == "Hello again"
    page.send(address(ticket), text="Hello again", echo_id=echo_id(page))
    assert replies(office, ticket) == ["Hello", "Hello again"]


def test_every_rendering_has_an_echo_id_of_its_own(page: Browser, ticket: Ticket) -> None:
    first = echo_id(page)
    page.open(address(ticket, ""))
    assert echo_id(page) != first


@pytest.mark.parametrize("forged", ["", "x", "~1.0", "chatwoot:17", "inbox-" + "x" * 200, "inbox-<script>"])
def test_an_echo_id_that_is_not_ours_is_replaced(office: Office, page: Browser, ticket: Ticket, forged: str) -> None:
    page.send(address(ticket), text="Hello", echo_id=forged)
    assert replies(office, ticket) == ["Hello"]


def test_nobody_answers_in_a_colleagues_case_by_accident(office: Office, page: Browser, ticket: Ticket) -> None:
    office.desk.claim(ticket.reference, BEN)
    page.send(address(ticket), text="Hello from Ana", echo_id=echo_id(page))
    assert page.response.status_code == 409
    assert problem(page).startswith("Ben has this case now. Nothing was sent")
    assert typed(page) == "Hello from Ana"
    assert replies(office, ticket) == []


def test_the_kept_text_can_be_sent_by_taking_the_case_over(office: Office, page: Browser, ticket: Ticket) -> None:
    office.desk.claim(ticket.reference, BEN)
    page.send(address(ticket), text="Hello from Ana", echo_id=echo_id(page))
    button = page.page.one("button", id="send")
    assert button.text == "Take over from Ben and send"
    page.send(address(ticket), text=typed(page), echo_id=echo_id(page), take_over=button["value"])
    assert replies(office, ticket) == ["Hello from Ana"]
    assert now(office, ticket).assignee == ANA.email


def test_an_empty_reply_is_not_sent(office: Office, page: Browser, ticket: Ticket) -> None:
    page.send(address(ticket), text=" \n ", echo_id=echo_id(page))
    assert page.response.status_code == 422
    assert problem(page) == "There is nothing to send yet."
    assert replies(office, ticket) == []


def test_a_reply_that_is_too_long_comes_back_to_be_shortened(office: Office, page: Browser, ticket: Ticket) -> None:
    page.send(address(ticket), text="x" * 5001, echo_id=echo_id(page))
    assert page.response.status_code == 422
    assert typed(page) == "x" * 5001
    assert replies(office, ticket) == []


def test_a_reply_that_fails_leaves_text_and_echo_id_as_they_were(office: Office, page: Browser, ticket: Ticket) -> None:
    used = echo_id(page)
    with broken(office):
        page.send(address(ticket), text="Hello", echo_id=used)
    assert page.response.status_code == 503
    assert "Your text is still here" in problem(page)
    assert (typed(page), echo_id(page)) == ("Hello", used)
    page.send(address(ticket), text="Hello", echo_id=used)
    assert replies(office, ticket) == ["Hello"]


def test_a_shopper_without_chat_and_email_cannot_be_answered(office: Office, ana: Browser) -> None:
    unreachable = office.hand_over_without_chat("hello", email="")
    ana.open("/inbox/")
    ana.send(address(unreachable), text="Hello")
    assert ana.response.status_code == 409


def test_a_case_without_a_chat_is_answered_by_mail_and_keeps_what_was_said(office: Office, ana: Browser) -> None:
    ticket = office.hand_over_without_chat("please change my address")
    ana.open(address(ticket, ""))
    page = ana.send(address(ticket), text="It is changed.", echo_id=echo_id(ana))
    assert "It is changed." in page.one("li", class_="agent").text


# ---- as a script sends it


def test_a_script_gets_the_next_echo_id(office: Office, page: Browser, ticket: Ticket) -> None:
    used = echo_id(page)
    answer = page.post(address(ticket), SCRIPT, text="Hello", echo_id=used)
    assert answer.status_code == 200
    assert answer.get_json()["echo_id"] not in ("", used)
    assert replies(office, ticket) == ["Hello"]


def test_a_script_is_told_why_nothing_was_sent(office: Office, page: Browser, ticket: Ticket) -> None:
    office.desk.claim(ticket.reference, BEN)
    used = echo_id(page)
    answer = page.post(address(ticket), SCRIPT, text="Hello", echo_id=used)
    assert answer.status_code == 409
    assert answer.get_json()["error"]["message"].startswith("Ben has this case now.")
    assert answer.get_json()["echo_id"] == used


def test_a_script_whose_agent_is_logged_out_is_told_so(office: Office, page: Browser, ticket: Ticket) -> None:
    used = echo_id(page)
    page.send("/inbox/log-out")
    assert page.post(address(ticket), SCRIPT, text="Hello", echo_id=used).status_code in (400, 401)
    assert replies(office, ticket) == []


# ---- prepared answers


def test_prepared_answers_are_filled_for_the_case_and_the_fitting_ones_come_first(page: Browser) -> None:
    options = [option for option in page.page.all("option") if "data-text" in option.attributes]
    assert page.page.all("optgroup")[0]["label"] == "For this kind of case"
    assert options[0].text in ("Asked the carrier to look for it", "Marked delivered: where to look first")
    hello = next(option for option in options if option["value"] == "hello_taking_over")
    assert hello["data-text"].startswith("Hello there, I'm Ana from KOSSR.")
    assert not any("{" in option["data-text"] for option in options)


def test_the_promised_moment_is_filled_in_with_its_zone(page: Browser) -> None:
    option = next(option for option in page.page.all("option") if option.attributes.get("value") == "still_in_time")
    assert "by Mon 23 November, 14:00 CET." in option["data-text"]


def test_a_promise_that_has_passed_is_not_promised_again(office: Office, page: Browser, ticket: Ticket) -> None:
    office.clock.advance(hours=5)
    page.open(address(ticket, ""))
    option = next(option for option in page.page.all("option") if option.attributes.get("value") == "still_in_time")
    assert "by [day and hour]." in option["data-text"]


def test_without_a_script_insert_puts_the_answer_behind_what_was_typed(
    office: Office, page: Browser, ticket: Ticket
) -> None:
    page.send(address(ticket), text="Good morning!", insert="1", macro="missing_taken_up", echo_id=echo_id(page))
    assert page.page.one("textarea", id="reply-text").texts[-1].strip().startswith("Good morning!\n\nHello there,")
    assert (
        "sets the priority to high and leaves the note “All checks done"
        in page.page.one("label", id="macro-effects").text
    )
    assert page.page.one("option", value="open", selected="").text == "Open"
    assert replies(office, ticket) == []


def test_sending_a_macro_changes_the_case_as_it_says(office: Office, page: Browser, ticket: Ticket) -> None:
    office.desk.set_priority(ticket.reference, ANA, Priority.NORMAL)
    form = {"text": "I take it from here.", "echo_id": echo_id(page), "macro_id": "missing_taken_up", "effects": "1"}
    page.send(address(ticket), **form, then="open")
    assert now(office, ticket).draft.priority is Priority.HIGH
    assert "All checks done by the shopper." in page.page.one("ul", id="notes").text


def test_what_a_macro_changes_can_be_declined(office: Office, page: Browser, ticket: Ticket) -> None:
    page.send(address(ticket), text="I take it.", echo_id=echo_id(page), macro_id="missing_taken_up")
    assert "All checks done" not in page.page.one("ul", id="notes").text


def test_a_macros_note_is_left_once_however_often_the_form_comes(page: Browser, ticket: Ticket) -> None:
    form = {"text": "I take it.", "echo_id": echo_id(page), "macro_id": "missing_taken_up", "effects": "1"}
    page.send(address(ticket), **form)
    page.send(address(ticket), **form)
    assert len(page.page.all("li", class_="note")) == 1


def test_a_gap_in_a_prepared_answer_has_to_be_filled_first(office: Office, ana: Browser) -> None:
    ticket = office.hand_over(order_number="")
    ana.open(address(ticket, ""))
    ana.send(address(ticket), text="About order [order number]: hello.", echo_id=echo_id(ana))
    assert ana.response.status_code == 422
    assert problem(ana) == "Fill in [order number] first."
    assert replies(office, ticket) == []


def test_inserting_nothing_keeps_what_was_typed(page: Browser, ticket: Ticket) -> None:
    page.send(address(ticket), text="Good morning!", insert="1", macro="", echo_id=echo_id(page))
    assert typed(page) == "Good morning!"


# ---- seen, online, gone


def test_whether_the_shopper_has_seen_the_last_answer_is_told(office: Office, page: Browser, ticket: Ticket) -> None:
    page.send(address(ticket), text="Hello", echo_id=echo_id(page))
    assert page.page.one("p", id="seen").text == "Not seen by the shopper yet."
    talk = ticket.draft.conversation_id
    office.ledger.mark_seen({talk: office.ledger.conversation(talk).last_seq}, office.clock())
    assert page.open(address(ticket, "/live?after=0")).one("p", id="seen").text == "Seen by the shopper."


def test_whether_the_shopper_is_there_is_told(office: Office, page: Browser, ticket: Ticket) -> None:
    def state() -> str:
        return page.open(address(ticket, "")).one("section", id="state").text

    assert "The shopper has gone. A reply also goes out by e-mail." in state()
    office.ledger.mark_seen({ticket.draft.conversation_id: 1}, office.clock())
    assert "The shopper is online." in state()
    office.clock.advance(minutes=10)
    assert "The shopper's page was last open 10 min ago." in state()


class broken:
    """While it lasts, the desk cannot store replies: another program holds the database and does not let go."""

    def __init__(self, office: Office) -> None:
        self._connection = office.engine.connect()

    def __enter__(self) -> None:
        self._connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON messages BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
        )

    def __exit__(self, *_: object) -> None:
        self._connection.exec_driver_sql("DROP TRIGGER full")
        self._connection.close()


def test_no_mail_is_promised_while_none_can_be_sent(office: Office):
    inbox = office.inbox()
    silent = replace(inbox, settings=replace(inbox.settings, mails=False))
    ben = Browser(create_app(WebConfig(), silent)).log_in(BEN.email, PASSWORD)
    ticket = office.hand_over()
    state = ben.open(f"/inbox/tickets/{ticket.reference}").one("section", id="state")
    assert "A reply waits in the chat; no mail is sent from here" in state.text


def test_a_case_that_waited_for_a_shopper_who_has_written_waits_no_longer(office: Office, ana: Browser):
    ticket = office.hand_over()
    office.desk.reply(ticket.reference, ANA, "Which door?", "inbox-1")
    office.says(ticket.draft.conversation_id, "the red one")
    state = ana.open(f"/inbox/tickets/{ticket.reference}").one("section", id="state")
    assert "shopper waits" in state.text
    assert "Waiting for the shopper" not in state.text.split("You have this case")[0]
