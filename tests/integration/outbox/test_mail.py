"""The mails themselves: what stands in them, and for whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import Priority, Ticket, TicketDraft, TicketStatus
from parcelbot.core.outgoing.deliveries import Delivery, DeliveryFailed, DeliveryKind
from parcelbot.helpdesk.mail import Mailbox, Sender, ShopperMail
from parcelbot.helpdesk.protocol import CaseCopy
from parcelbot.helpdesk.smtp import SmtpServer
from parcelbot.locales.languages import load_languages
from tests.integration.outbox.post import Postbox, serving
from tests.integration.outbox.world import CASE, NOON

SUPPORT = "support@kossr.example"
SENDER = Sender("KOSSR Help <help@kossr.example>", SUPPORT)
LINK = f"https://shop.example/inbox/tickets/{CASE}"
EVIL = "<script>alert(1)</script>{{ 7*7 }}"

TICKET = Ticket(
    reference=CASE,
    draft=TicketDraft(
        conversation_id="c-1",
        issue="delivered_not_received",
        order_number="7401",
        tracking_number="LP00123456789012",
        email="anna@example.com",
        priority=Priority.URGENT,
        summary=("Problem: delivered not received",),
    ),
    status=TicketStatus.NEW,
    created_at=NOON,
    updated_at=NOON,
    first_response_due=NOON,
)
SAID = (
    Message("c-1", 1, Author.SHOPPER, NOON, "it isn't here"),
    Message("c-1", 2, Author.BOT, NOON, "I am sorry"),
    Message("c-1", 3, Author.SHOPPER, NOON, attachment={"id": "a-1", "name": "door.jpg"}),
    Message("c-1", 4, Author.AGENT, NOON, "I have asked the carrier\nand wait for them", agent="Mia"),
)


def delivery(kind: DeliveryKind, key: str = "") -> Delivery:
    return Delivery(1, "email", kind, CASE, key or f"{kind.value}:1", {}, 1, NOON)


def case(said: Message | None = None, messages: tuple[Message, ...] = SAID, **facts: object) -> CaseCopy:
    return CaseCopy(replace(TICKET, draft=replace(TICKET.draft, **facts)), messages, said, LINK)


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def server(postbox: Postbox) -> Iterator[SmtpServer]:
    with serving(postbox) as server:
        yield server


@pytest.fixture
def mailbox(server: SmtpServer) -> Mailbox:
    return Mailbox(server, SENDER, SUPPORT, lambda: NOON)


@pytest.fixture
def shopper_mail(server: SmtpServer) -> ShopperMail:
    words = load_languages(Path("locales"), Path("knowledge"))
    return ShopperMail(server, SENDER, words, "https://shop.example", lambda: NOON)


def text(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def both(mail: EmailMessage) -> str:
    return text(mail) + text(mail, "html")


def closing() -> Delivery:
    return replace(delivery(DeliveryKind.REPLY_MAIL), payload={"seq": 4, "closes": True})


class TestTheSupportMailbox:
    def test_gets_the_facts_as_text_and_as_html(self, mailbox: Mailbox, postbox: Postbox) -> None:
        mailbox.deliver(delivery(DeliveryKind.TICKET), case(), "")
        [mail] = postbox.mails
        for words in (text(mail), text(mail, "html")):
            assert all(fact in words for fact in ("7401", "LP00123456789012", "Problem: delivered not received", LINK))

    def test_reads_the_reference_and_the_urgency_in_the_subject(self, mailbox: Mailbox, postbox: Postbox) -> None:
        mailbox.deliver(delivery(DeliveryKind.TICKET), case(), "")
        assert postbox.mails[0]["Subject"] == f"Urgent: Delivered not received, order 7401 ({CASE})"

    def test_gets_the_whole_conversation_attached(self, mailbox: Mailbox, postbox: Postbox) -> None:
        mailbox.deliver(delivery(DeliveryKind.TICKET), case(), "")
        [attached] = postbox.mails[0].iter_attachments()
        assert (attached.get_filename(), attached.get_content_type()) == (f"{CASE}-transcript.txt", "text/plain")
        assert all(message.text.splitlines()[0] in attached.get_content() for message in SAID if message.text)

    def test_is_told_of_files_by_name_and_where_to_open_them(self, mailbox: Mailbox, postbox: Postbox) -> None:
        mailbox.deliver(delivery(DeliveryKind.TICKET), case(), "")
        assert "door.jpg" in text(postbox.mails[0])
        assert len(list(postbox.mails[0].iter_attachments())) == 1

    def test_later_mails_of_a_case_belong_to_the_thread_of_the_first(self, mailbox: Mailbox, postbox: Postbox) -> None:
        first = mailbox.deliver(delivery(DeliveryKind.TICKET), case(), "")
        assert mailbox.deliver(delivery(DeliveryKind.MESSAGE), case(SAID[0]), first) == first
        mailbox.deliver(delivery(DeliveryKind.STATUS), case(), first)
        assert postbox.mails[0]["Message-ID"] == first
        assert [mail["References"] for mail in postbox.mails] == [None, first, first]
        assert len({mail["Message-ID"] for mail in postbox.mails}) == 3

    def test_a_mail_that_is_sent_twice_is_known_by_its_message_id(self, mailbox: Mailbox, postbox: Postbox) -> None:
        postbox.answers = ["hang up"]
        with pytest.raises(DeliveryFailed):
            mailbox.deliver(delivery(DeliveryKind.TICKET), case(), "")
        mailbox.deliver(delivery(DeliveryKind.TICKET), case(), "")
        assert postbox.mails[0]["Message-ID"] == postbox.mails[1]["Message-ID"]

    def test_is_mailed_what_a_shopper_adds(self, mailbox: Mailbox, postbox: Postbox) -> None:
        mailbox.deliver(delivery(DeliveryKind.MESSAGE), case(SAID[0]), "<1@kossr.example>")
        assert "Shopper wrote" in text(postbox.mails[0])
        assert "it isn't here" in text(postbox.mails[0])

    def test_a_later_copy_says_that_something_was_added(self, mailbox: Mailbox, postbox: Postbox) -> None:
        mailbox.deliver(delivery(DeliveryKind.TICKET), case(), "<1@kossr.example>")
        assert text(postbox.mails[0]).startswith("The shopper added to this case.")

    def test_is_told_how_a_case_ended(self, mailbox: Mailbox, postbox: Postbox) -> None:
        solved = replace(case(), ticket=replace(TICKET, status=TicketStatus.SOLVED, assignee="mia@example.com"))
        mailbox.deliver(delivery(DeliveryKind.STATUS), solved, "<1@kossr.example>")
        assert f"Case {CASE} is solved (mia@example.com)." in text(postbox.mails[0])

    def test_nothing_a_shopper_writes_is_markup_or_a_template(self, mailbox: Mailbox, postbox: Postbox) -> None:
        evil = Message("c-1", 1, Author.SHOPPER, NOON, EVIL, attachment={"id": "a", "name": EVIL})
        mailbox.deliver(delivery(DeliveryKind.TICKET), case(messages=(evil,), order_number=EVIL), "")
        mailbox.deliver(delivery(DeliveryKind.MESSAGE), case(evil), "<1@kossr.example>")
        for mail in postbox.mails:
            assert "<script" not in text(mail, "html")
            assert "{{ 7*7 }}" in text(mail)

    def test_no_header_can_be_smuggled_in(self, mailbox: Mailbox, postbox: Postbox) -> None:
        order = "7401\r\nBcc: everybody@example.com\r\n\r\nBuy now"
        mailbox.deliver(delivery(DeliveryKind.TICKET), case(order_number=order), "")
        [mail] = postbox.mails
        assert mail["Bcc"] is None
        assert postbox.envelopes[0][1] == [SUPPORT]

    def test_an_answer_to_it_goes_to_colleagues_and_never_to_the_shopper(
        self, mailbox: Mailbox, postbox: Postbox
    ) -> None:
        mailbox.deliver(delivery(DeliveryKind.TICKET), case(), "")
        assert postbox.mails[0]["Reply-To"] == SUPPORT


class TestAShopperWhoLeft:
    def test_is_mailed_the_answer_and_the_reference(self, shopper_mail: ShopperMail, postbox: Postbox) -> None:
        shopper_mail.deliver(delivery(DeliveryKind.REPLY_MAIL), case(SAID[3]), "")
        [mail] = postbox.mails
        assert mail["To"] == "anna@example.com"
        assert mail["Subject"] == f"Our answer to your case {CASE}"
        for words in (text(mail), text(mail, "html")):
            assert "Mia from our team has answered you" in words
            assert "I have asked the carrier\nand wait for them" in words
            assert "https://shop.example" in words

    def test_is_mailed_that_the_case_is_closed_and_how_to_come_back(
        self, shopper_mail: ShopperMail, postbox: Postbox
    ) -> None:
        told = replace(SAID[3], author=Author.BOT, agent="", text="Mia has closed your case. You can write here.")
        shopper_mail.deliver(closing(), case(told), "")
        [mail] = postbox.mails
        assert mail["Subject"] == f"Your case {CASE} is closed"
        for words in (text(mail), text(mail, "html")):
            assert f"closed your case {CASE}" in words
            assert "https://shop.example" in words
            assert "You can write here" not in words
            assert "has answered you" not in words

    def test_is_mailed_an_answer_that_closes_the_case_in_one(self, shopper_mail: ShopperMail, postbox: Postbox) -> None:
        shopper_mail.deliver(closing(), case(SAID[3]), "")
        [mail] = postbox.mails
        assert mail["Subject"] == f"Our answer to your case {CASE}"
        for words in (text(mail), text(mail, "html")):
            assert "Mia from our team has answered you" in words
            assert f"closed your case {CASE}" in words

    def test_is_not_told_of_an_end_while_the_case_goes_on(self, shopper_mail: ShopperMail, postbox: Postbox) -> None:
        shopper_mail.deliver(delivery(DeliveryKind.REPLY_MAIL), case(SAID[3]), "")
        assert "closed" not in both(postbox.mails[0])

    def test_is_told_nothing_else_of_the_case(self, shopper_mail: ShopperMail, postbox: Postbox) -> None:
        shopper_mail.deliver(delivery(DeliveryKind.REPLY_MAIL), case(SAID[3]), "")
        [mail] = postbox.mails
        others = ("7401", "LP00123456789012", "it isn't here", "I am sorry", "door.jpg", "inbox", "delivered")
        assert [word for word in others if word in both(mail)] == []
        assert list(mail.iter_attachments()) == []

    def test_is_written_to_in_the_language_of_the_case(self, shopper_mail: ShopperMail, postbox: Postbox) -> None:
        german = case(SAID[3])
        german = replace(german, ticket=replace(german.ticket, draft=replace(german.ticket.draft, language="de")))
        shopper_mail.deliver(delivery(DeliveryKind.REPLY_MAIL), german, "")
        assert '<html lang="de">' in text(postbox.mails[0], "html")
        assert "has answered you" not in both(postbox.mails[0])

    def test_answers_to_people(self, shopper_mail: ShopperMail, postbox: Postbox) -> None:
        shopper_mail.deliver(delivery(DeliveryKind.REPLY_MAIL), case(SAID[3]), "")
        assert postbox.mails[0]["Reply-To"] == SUPPORT
        assert "answer this e-mail" in text(postbox.mails[0])

    def test_is_not_invited_to_answer_where_nobody_reads(self, server: SmtpServer, postbox: Postbox) -> None:
        words = load_languages(Path("locales"), Path("knowledge"))
        lonely = ShopperMail(server, Sender("noreply@kossr.example"), words, "https://shop.example", lambda: NOON)
        lonely.deliver(delivery(DeliveryKind.REPLY_MAIL), case(SAID[3]), "")
        assert "answer this e-mail" not in both(postbox.mails[0])
        assert postbox.mails[0]["Reply-To"] is None

    def test_finds_all_answers_of_a_case_in_one_thread(self, shopper_mail: ShopperMail, postbox: Postbox) -> None:
        for key in ("mail:1", "mail:2"):
            shopper_mail.deliver(delivery(DeliveryKind.REPLY_MAIL, key), case(SAID[3]), "")
        first, second = postbox.mails
        assert first["References"] == second["References"]
        assert first["Message-ID"] != second["Message-ID"]

    def test_has_no_robot_answer_in_return(self, shopper_mail: ShopperMail, postbox: Postbox) -> None:
        shopper_mail.deliver(delivery(DeliveryKind.REPLY_MAIL), case(SAID[3]), "")
        assert postbox.mails[0]["Auto-Submitted"] == "auto-generated"

    def test_an_agent_without_a_name_is_a_colleague(self, shopper_mail: ShopperMail, postbox: Postbox) -> None:
        shopper_mail.deliver(delivery(DeliveryKind.REPLY_MAIL), case(replace(SAID[3], agent="")), "")
        assert "Our colleague from our team has answered you" in text(postbox.mails[0])

    def test_an_agents_words_are_no_markup(self, shopper_mail: ShopperMail, postbox: Postbox) -> None:
        shopper_mail.deliver(delivery(DeliveryKind.REPLY_MAIL), case(replace(SAID[3], text=EVIL)), "")
        assert "<script" not in text(postbox.mails[0], "html")

    @pytest.mark.parametrize(
        "email",
        [
            "",
            "anna",
            "@example.com",
            "a@example.com, b@example.com",
            "a@example.com\r\nBcc: b@example.com",
            "Anna <anna@example.com>",
        ],
    )
    def test_nothing_is_sent_to_what_is_not_one_plain_address(
        self, shopper_mail: ShopperMail, postbox: Postbox, email: str
    ) -> None:
        with pytest.raises(DeliveryFailed) as caught:
            shopper_mail.deliver(delivery(DeliveryKind.REPLY_MAIL), case(SAID[3], email=email), "")
        assert caught.value.permanent
        assert postbox.envelopes == []


@pytest.mark.parametrize("address", ["", "kossr", "KOSSR <help>"])
def test_a_sender_without_an_address_is_refused_when_the_worker_starts(address: str) -> None:
    with pytest.raises(ValueError, match="no e-mail address"):
        Sender(address)
