"""Two people at once: what one does shows on the other's page, without a reload."""

from __future__ import annotations

from typing import Any

import pytest

from parcelbot.core.cases.conversation import Author
from tests.support.office import Office

expect = pytest.importorskip("playwright.sync_api").expect

HIDE = """hidden => {
  Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}"""


def talk(office: Office, case: str) -> str:
    ticket = office.tickets.find(case.rpartition("/")[2])
    assert ticket is not None
    return ticket.draft.conversation_id


def replies(office: Office, case: str) -> list[str]:
    return [m.text for m in office.ledger.after(talk(office, case), 0) if m.author is Author.AGENT]


def test_what_the_shopper_writes_comes_in_and_is_read_out(office: Office, ana: Any, case: str) -> None:
    ana.goto(case)
    office.says(talk(office, case), "I found it, it was behind the shed!")
    expect(ana.locator("#transcript")).to_contain_text("behind the shed")
    expect(ana.locator("[data-announce]")).to_have_text("Shopper: I found it, it was behind the shed!")


def test_a_line_that_comes_in_while_the_page_is_hidden_is_counted_in_its_title(
    office: Office, ana: Any, case: str
) -> None:
    ana.goto(case)
    title = ana.title()
    ana.evaluate(HIDE, True)
    office.says(talk(office, case), "hello again")
    ana.evaluate("dispatchEvent(new Event('online'))")
    expect(ana).to_have_title(f"(1) {title}")
    ana.evaluate(HIDE, False)
    expect(ana).to_have_title(title)


def test_a_reply_is_sent_without_a_reload_and_stands_in_the_transcript(office: Office, ana: Any, case: str) -> None:
    ana.goto(case)
    ana.get_by_label("Reply to the shopper").fill("Hello, I have it in front of me.")
    ana.get_by_role("button", name="Send").click()
    expect(ana.locator("#transcript .agent")).to_contain_text("Hello, I have it in front of me.")
    expect(ana.get_by_label("Reply to the shopper")).to_have_value("")
    expect(ana.locator("#state")).to_contain_text("You have this case")
    assert replies(office, case) == ["Hello, I have it in front of me."]


def test_a_double_click_sends_once(office: Office, ana: Any, case: str) -> None:
    ana.goto(case)
    ana.get_by_label("Reply to the shopper").fill("Hello")
    ana.get_by_role("button", name="Send").dblclick()
    expect(ana.locator("#transcript .agent")).to_have_count(1)
    assert replies(office, case) == ["Hello"]


def test_a_reply_that_cannot_be_sent_keeps_its_text_and_goes_out_once_when_the_line_is_back(
    office: Office, ana: Any, case: str
) -> None:
    ana.goto(case)
    ana.route("**/reply", lambda route: route.abort())
    ana.get_by_label("Reply to the shopper").fill("Hello, I have it.")
    ana.get_by_role("button", name="Send").click()
    expect(ana.locator("#reply-problem")).to_contain_text("Your text is still here")
    expect(ana.get_by_label("Reply to the shopper")).to_have_value("Hello, I have it.")
    ana.unroute("**/reply")
    ana.get_by_role("button", name="Send").click()
    expect(ana.locator("#transcript .agent")).to_have_count(1)
    expect(ana.locator("#reply-problem")).to_be_hidden()
    assert replies(office, case) == ["Hello, I have it."]


def test_a_reply_whose_answer_got_lost_is_not_said_twice(office: Office, ana: Any, case: str) -> None:
    ana.goto(case)

    def lose(route: Any) -> None:
        route.fetch()
        route.abort()

    ana.route("**/reply", lose)
    ana.get_by_label("Reply to the shopper").fill("Hello")
    ana.get_by_role("button", name="Send").click()
    expect(ana.locator("#reply-problem")).to_be_visible()
    ana.unroute("**/reply")
    ana.get_by_role("button", name="Send").click()
    expect(ana.get_by_label("Reply to the shopper")).to_have_value("")
    assert replies(office, case) == ["Hello"]


def test_a_draft_survives_a_reload(ana: Any, case: str) -> None:
    ana.goto(case)
    ana.get_by_label("Reply to the shopper").fill("Half a sen")
    ana.reload()
    expect(ana.get_by_label("Reply to the shopper")).to_have_value("Half a sen")


def test_a_colleague_who_looks_writes_and_claims_is_seen(ana: Any, ben: Any, case: str) -> None:
    ana.goto(case)
    ben.goto(case)
    expect(ana.locator("#state")).to_contain_text("Ben is looking at it")
    ben.get_by_label("Reply to the shopper").press_sequentially("Hi")
    expect(ana.locator("#state")).to_contain_text("Ben is writing")
    ben.get_by_role("button", name="Claim").click()
    expect(ana.locator("#state")).to_contain_text("Ben has this case")
    expect(ana.get_by_role("button", name="Take over from Ben and send")).to_be_visible()


def test_a_reply_into_a_case_a_colleague_has_just_taken_is_kept(office: Office, ana: Any, ben: Any, case: str) -> None:
    ana.goto(case)
    ana.route("**/live?*", lambda route: route.abort())  # ana's page has not heard of it yet
    ben.goto(case)
    ben.get_by_role("button", name="Claim").click()
    expect(ben.locator("#state")).to_contain_text("You have this case")
    ana.get_by_label("Reply to the shopper").fill("Hello from Ana")
    ana.get_by_role("button", name="Send").click()
    expect(ana.locator("#reply-problem")).to_contain_text("Ben has this case now.")
    expect(ana.get_by_label("Reply to the shopper")).to_have_value("Hello from Ana")
    assert replies(office, case) == []


def test_a_prepared_answer_goes_in_where_the_cursor_is(ana: Any, case: str) -> None:
    ana.goto(case)
    box = ana.get_by_label("Reply to the shopper")
    box.fill("Good morning! ")
    ana.get_by_label("Prepared answer").select_option("missing_taken_up")
    ana.get_by_role("button", name="Insert").click()
    assert box.input_value().startswith("Good morning! Hello there, you've done everything")
    expect(ana.locator("#macro-effects")).to_contain_text("sets the priority to high and leaves the note")
    expect(ana.get_by_label("Then set it to")).to_have_value("open")


def test_what_was_chosen_in_a_form_stays_while_the_page_keeps_itself_up_to_date(ana: Any, case: str) -> None:
    ana.goto(case)
    ana.locator("#priority").select_option("normal")
    for _ in range(2):
        with ana.expect_response("**/live?*"):
            pass
    expect(ana.locator("#priority")).to_have_value("normal")


def test_the_parcel_is_looked_up_when_the_page_is_opened_and_again_on_demand(
    office: Office, ana: Any, case: str
) -> None:
    ana.goto(case)
    expect(ana.locator("#parcel")).to_contain_text("Looked up just now.")
    asked = len(office.tracking.asked)
    ana.get_by_role("link", name="Refresh").click()
    expect(ana.locator("[data-announce]")).to_have_text("The parcel was looked up again")
    assert len(office.tracking.asked) == asked + 1


def test_lost_connection_is_told_and_forgotten_when_it_is_back(ana: Any, case: str) -> None:
    ana.goto(case)
    ana.route("**/live?*", lambda route: route.abort())
    expect(ana.locator("#trouble")).to_contain_text("No connection.")
    ana.unroute("**/live?*")
    ana.evaluate("dispatchEvent(new Event('online'))")
    expect(ana.locator("#trouble")).to_be_hidden()


def test_being_logged_out_is_told_and_the_text_stays(ana: Any, case: str) -> None:
    ana.goto(case)
    ana.get_by_label("Reply to the shopper").fill("Hello")
    ana.context.clear_cookies()
    expect(ana.locator("#trouble")).to_contain_text("You are logged out.")
    expect(ana.get_by_label("Reply to the shopper")).to_have_value("Hello")


def test_a_new_case_and_its_unread_lines_come_into_the_queue(office: Office, ana: Any) -> None:
    ticket = office.hand_over(said=("my parcel is missing",), order_number="99")
    expect(ana.locator(f"#{ticket.reference}")).to_be_visible()
    office.says(ticket.draft.conversation_id, "are you there?")
    expect(ana.locator(".line", has_text=ticket.reference)).to_contain_text("are you there?")


def test_without_scripts_an_agent_claims_answers_and_solves(office: Office, enter: Any, case: str) -> None:
    page = enter(java_script_enabled=False)
    page.goto(case)
    page.get_by_role("button", name="Claim").click()
    expect(page.locator(".flash.good")).to_have_text("You have this case now.")
    page.get_by_label("Prepared answer").select_option("arrived_goodbye")
    page.get_by_role("button", name="Insert").click()
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#state")).to_contain_text("Solved")
    assert replies(office, case)[0].startswith("Hello there, how good to hear")
