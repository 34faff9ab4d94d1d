"""The queue: what is shown under which tab, in which words, and how a case is found."""

from __future__ import annotations

import pytest

from parcelbot.core.cases.tickets import Priority, TicketStatus
from parcelbot.core.owner.audit import ORDERS_GUESSED, SHOPPER, AuditFilter
from tests.support.office import ANA, BEN, ZONE, Office
from tests.support.pages import Browser, Page


def shown(page: Page) -> list[str]:
    return [link["id"] for link in page.all("a", class_="line-link")]


def line(page: Page, reference: str) -> str:
    return next(item.text for item in page.all("li", class_="line") if reference in item.text)


def tab(page: Page, name: str) -> str:
    return page.one("a", id=f"tab-{name}").text


def test_an_empty_queue_says_so_in_a_sentence(ana: Browser) -> None:
    assert "No case waits for somebody to take it." in ana.open("/inbox/").text


def test_admins_are_told_that_somebody_tries_orders(office: Office, ana: Browser, ben: Browser) -> None:
    office.audit.write(SHOPPER, ORDERS_GUESSED, detail="order 7401")
    page = ben.open("/inbox/")
    assert "Somebody is trying order numbers" in page.one("p", id="guessed").text
    link = next(a["href"] for a in page.all("a") if ORDERS_GUESSED in a["href"])
    assert "order 7401" in ben.open(link).text
    assert not ana.open("/inbox/").has("p", id="guessed")


def test_a_guess_of_the_day_before_yesterday_is_no_news(office: Office, ben: Browser) -> None:
    office.audit.write(SHOPPER, ORDERS_GUESSED, detail="order 7401")
    office.clock.advance(hours=48)
    assert not ben.open("/inbox/").has("p", id="guessed")


@pytest.mark.parametrize("name", ["mine", "waiting", "overdue", "solved", "all"])
def test_every_tab_has_words_for_nothing(ana: Browser, name: str) -> None:
    assert ana.open(f"/inbox/?show={name}").one("p", class_="empty").text.endswith(".")


def test_a_line_tells_issue_order_priority_promise_owner_and_what_was_said_last(office: Office, ana: Browser) -> None:
    ticket = office.hand_over(said=("it says delivered but it is not here",), priority=Priority.URGENT)
    office.clock.advance(hours=3, minutes=35)
    text = line(ana.open("/inbox/"), ticket.reference)
    assert "Marked delivered, not received" in text
    assert "order 7409" in text
    assert "Urgent" in text
    assert "answer due in 25 min" in text
    assert "nobody has it · wrote 3 h ago" in text
    assert "it says delivered but it is not here" in text


def test_how_long_a_shopper_waits_does_not_depend_on_the_zone_of_the_clock(office: Office, ana: Browser) -> None:
    office.clock.now = office.clock.now.astimezone(ZONE)
    ticket = office.hand_over()
    office.clock.advance(minutes=20)
    assert "wrote 20 min ago" in line(ana.open("/inbox/"), ticket.reference)


def test_a_broken_promise_stands_first_and_says_how_late_it_is(office: Office, ana: Browser) -> None:
    late = office.hand_over(order_number="1")
    office.clock.advance(hours=6)
    fresh = office.hand_over(order_number="2")
    page = ana.open("/inbox/?show=all")
    assert shown(page) == [late.reference, fresh.reference]
    assert "2 h overdue" in line(page, late.reference)


def test_a_promise_further_off_is_told_by_day_and_hour(office: Office, ana: Browser) -> None:
    ticket = office.hand_over()
    office.clock.advance(hours=-20)
    assert "answer due tomorrow, 14:00" in line(ana.open("/inbox/"), ticket.reference)


def test_each_tab_shows_its_cases_and_counts_them(office: Office, ana: Browser) -> None:
    fresh, mine, bens, done = (office.hand_over(order_number=str(number)) for number in range(4))
    office.desk.claim(mine.reference, ANA)
    office.desk.reply(bens.reference, BEN, "Hello", "echo-1")
    office.clock.advance(minutes=1)
    office.says(bens.draft.conversation_id, "are you there?")
    office.desk.reply(done.reference, BEN, "It is here.", "echo-2", TicketStatus.SOLVED)
    assert shown(ana.open("/inbox/?show=new")) == [fresh.reference]
    assert shown(ana.open("/inbox/?show=mine")) == [mine.reference]
    assert bens.reference in shown(ana.open("/inbox/?show=waiting"))
    assert shown(ana.open("/inbox/?show=solved")) == [done.reference]
    page = ana.open("/inbox/?show=all")
    assert len(shown(page)) == 4
    assert (tab(page, "new"), tab(page, "mine"), tab(page, "solved"), tab(page, "all")) == (
        "New 1",
        "Mine 1",
        "Solved 1",
        "All 4",
    )


def test_who_has_a_case_is_told_by_name(office: Office, ana: Browser) -> None:
    ticket = office.hand_over()
    office.desk.claim(ticket.reference, BEN)
    assert "Ben has it" in line(ana.open("/inbox/?show=all"), ticket.reference)


def test_lines_nobody_has_read_are_counted_until_the_case_is_opened(office: Office, ana: Browser) -> None:
    ticket = office.hand_over(said=("one", "two"))
    assert "2 unread" in line(ana.open("/inbox/"), ticket.reference)
    ana.open(f"/inbox/tickets/{ticket.reference}")
    assert "unread" not in line(ana.open("/inbox/"), ticket.reference)


def test_what_ana_has_read_is_still_unread_for_ben(office: Office, ana: Browser, ben: Browser) -> None:
    ticket = office.hand_over(said=("one",))
    ana.open(f"/inbox/tickets/{ticket.reference}")
    assert "1 unread" in line(ben.open("/inbox/"), ticket.reference)


def test_an_unknown_tab_is_the_first_one(ana: Browser) -> None:
    assert ana.open("/inbox/?show=nonsense").one("a", id="tab-new")["aria-current"] == "page"


def test_a_long_queue_is_turned_page_by_page(office: Office, ana: Browser) -> None:
    for number in range(30):
        office.hand_over(order_number=str(number))
    page = ana.open("/inbox/")
    assert len(shown(page)) == 25
    assert "Page 1 of 2, 30 tickets" in page.text
    assert len(shown(ana.open(page.one("a", rel="next")["href"]))) == 5


@pytest.mark.parametrize("asked", ["0", "-3", "x", "9999999999999", "²"])
def test_a_page_that_does_not_exist_is_answered_with_one_that_does(office: Office, ana: Browser, asked: str) -> None:
    office.hand_over()
    assert len(shown(ana.open(f"/inbox/?page={asked}"))) == 1


@pytest.mark.parametrize("text", ["7409", "YT2632500000000151", "mia@example.com", "signed by somebody"])
def test_a_case_is_found_by_order_parcel_email_and_words(office: Office, ana: Browser, text: str) -> None:
    ticket = office.hand_over(said=("it was signed by somebody else",))
    office.hand_over(said=("hello",), order_number="1", tracking_number="RR1", email="jo@example.com")
    page = ana.open(f"/inbox/search?q={text}")
    assert shown(page) == [ticket.reference]


def test_a_case_is_found_by_its_reference(office: Office, ana: Browser) -> None:
    ticket = office.hand_over()
    assert shown(ana.open(f"/inbox/search?q={ticket.reference.lower()}")) == [ticket.reference]


def test_a_search_that_finds_nothing_says_what_was_searched(ana: Browser) -> None:
    page = ana.open("/inbox/search?q=unicorn")
    assert "Nothing matches “unicorn”." in page.text
    assert page.one("input", id="search")["value"] == "unicorn"


def test_an_empty_search_asks_for_words_and_is_not_written_down(office: Office, ana: Browser) -> None:
    assert "Type an order" in ana.open("/inbox/search?q=+").text
    assert "searched" not in [entry.action for entry in office.audit.page(AuditFilter()).lines]


def test_who_searched_for_what_is_written_down(office: Office, ana: Browser) -> None:
    ana.open("/inbox/search?q=mia@example.com")
    newest = office.audit.page(AuditFilter()).lines[0]
    assert (newest.agent, newest.action, newest.detail) == (ANA.email, "searched", "mia@example.com")


def test_the_live_part_is_the_queue_alone(office: Office, ana: Browser) -> None:
    address = ana.open("/inbox/?show=all").one("div", id="queue")["data-live"]
    ticket = office.hand_over()
    fragment = ana.open(address)
    assert shown(fragment) == [ticket.reference]
    assert not fragment.has("nav", class_="links")


def test_the_tab_title_counts_what_is_unread_in_ones_own_cases(office: Office, ana: Browser) -> None:
    ticket = office.hand_over()
    office.desk.claim(ticket.reference, ANA)
    office.says(ticket.draft.conversation_id, "and another thing")
    assert ana.open("/inbox/").one("title").text.startswith("(2) ")


def test_cases_can_be_read_by_the_language_an_agent_speaks(office: Office, ana: Browser) -> None:
    english, german = office.hand_over(), office.hand_over(language="de", said=("Wo ist mein Paket?",))
    page = ana.open("/inbox/")
    assert "German" in line(page, german.reference)
    assert "English" not in line(page, english.reference)
    link = page.one("a", id="language-de")["href"]
    assert shown(ana.open(link)) == [german.reference]
    assert "language=de" in ana.open(link).one("a", id="tab-all")["href"]


def test_where_all_write_english_nothing_is_said_of_languages(office: Office, ana: Browser) -> None:
    office.hand_over()
    assert not ana.open("/inbox/").has("a", id="language-all")


@pytest.mark.parametrize("nonsense", ["xx", "'; drop table tickets", ""])
def test_a_language_there_is_not_filters_nothing(office: Office, ana: Browser, nonsense: str) -> None:
    ticket = office.hand_over()
    assert shown(ana.open(f"/inbox/?language={nonsense}")) == [ticket.reference]
