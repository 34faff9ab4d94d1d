"""Handing mail to real SMTP servers, and what their refusals mean."""

from __future__ import annotations

import socket
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from parcelbot.core.outgoing.deliveries import DeliveryFailed
from parcelbot.helpdesk.smtp import SmtpServer
from tests.integration.outbox.post import PASSWORD, USER, Postbox, authenticator, serving
from tests.support.certificates import certificate

SHOPPER = "anna@example.com"


def mail() -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Hello"
    message["Message-ID"] = "<1@kossr.example>"
    message.set_content("Hello Anna")
    return message


def send(server: SmtpServer, to: str = SHOPPER) -> None:
    server.send(mail(), "help@kossr.example", to)


def refusal(server: SmtpServer, to: str = SHOPPER) -> DeliveryFailed:
    with pytest.raises(DeliveryFailed) as caught:
        send(server, to)
    return caught.value


def test_a_mail_arrives() -> None:
    postbox = Postbox()
    with serving(postbox) as server:
        send(server)
    assert postbox.envelopes == [("help@kossr.example", [SHOPPER])]
    assert postbox.mails[0].get_content().strip() == "Hello Anna"


def test_greylisting_means_to_come_again_later() -> None:
    postbox = Postbox(refused_recipients={SHOPPER: "451 4.7.1 Greylisted, try again"})
    with serving(postbox) as server:
        failure = refusal(server)
    assert (str(failure), failure.permanent) == ("The mail server says 451 4.7.1 Greylisted, try again", False)


def test_a_mailbox_that_does_not_exist_is_for_ever() -> None:
    postbox = Postbox(refused_recipients={SHOPPER: "550 5.1.1 No such user anna@example.com"})
    with serving(postbox) as server:
        failure = refusal(server)
    assert failure.permanent
    assert "anna@example.com" not in str(failure)


@pytest.mark.parametrize(("answer", "permanent"), [("452 4.3.1 Disk full", False), ("554 5.7.1 Spam", True)])
def test_a_refusal_of_the_text_is_temporary_or_for_ever_as_the_server_says(answer: str, permanent: bool) -> None:
    with serving(Postbox([answer])) as server:
        assert refusal(server).permanent is permanent


def test_a_connection_that_breaks_after_the_text_is_tried_again() -> None:
    postbox = Postbox(["hang up"])
    with serving(postbox) as server:
        assert not refusal(server).permanent
        send(server)
    assert [m["Message-ID"] for m in postbox.mails] == ["<1@kossr.example>"] * 2


def test_a_sender_who_is_refused_is_a_setting_and_not_the_mails_fault() -> None:
    with serving(Postbox(refused_sender="550 5.7.1 Not yours")) as server:
        failure = refusal(server)
    assert (str(failure), failure.permanent) == (
        "The mail server does not let us send as MAIL_FROM (550 5.7.1 Not yours)",
        False,
    )


def test_a_server_that_is_not_there_is_tried_again() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        server = SmtpServer("127.0.0.1", unused.getsockname()[1], timeout_s=1)
        failure = refusal(server)
    assert (str(failure), failure.permanent) == ("The mail server does not answer (ConnectionRefusedError)", False)


def test_a_server_that_never_answers_is_given_up_after_the_time_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        failure = refusal(SmtpServer("127.0.0.1", silent.getsockname()[1], timeout_s=0.2))
    assert not failure.permanent


def test_mail_goes_encrypted_and_logged_in(tmp_path: Path) -> None:
    postbox, pair = Postbox(), certificate(tmp_path)
    options = {"tls_context": pair.server, "authenticator": authenticator, "auth_required": True}
    with serving(postbox, require_starttls=True, **options) as server:
        send(replace(server, tls="starttls", context=pair.client, user=USER, password=PASSWORD))
    assert len(postbox.mails) == 1


def test_a_log_in_that_is_refused_is_a_setting_and_not_the_mails_fault(tmp_path: Path) -> None:
    pair = certificate(tmp_path)
    with serving(Postbox(), tls_context=pair.server, authenticator=authenticator) as server:
        failure = refusal(replace(server, tls="starttls", context=pair.client, user=USER, password="wrong"))
    assert not failure.permanent
    assert str(failure).startswith("The mail server does not let us in: check SMTP_URL (535")


def test_nothing_is_sent_unencrypted_to_a_server_without_starttls() -> None:
    postbox = Postbox()
    with serving(postbox) as server:
        failure = refusal(replace(server, tls="starttls"))
    assert (postbox.envelopes, failure.permanent) == ([], False)


def test_nothing_is_sent_to_a_server_whose_certificate_does_not_hold(tmp_path: Path) -> None:
    postbox = Postbox()
    with serving(postbox, tls_context=certificate(tmp_path).server) as server:
        failure = refusal(replace(server, tls="starttls"))
    assert (postbox.envelopes, failure.permanent) == ([], False)


def test_an_address_outside_ascii_that_the_server_cannot_take_is_for_ever() -> None:
    with serving(Postbox(), enable_SMTPUTF8=False) as server:
        assert refusal(server, "jörg@example.com").permanent


@pytest.mark.parametrize(
    ("url", "host", "port", "tls", "user", "password"),
    [
        ("smtp://kossr:s3cret@mail.example:2525?tls=starttls", "mail.example", 2525, "starttls", "kossr", "s3cret"),
        ("smtp://mail.example", "mail.example", 587, "starttls", "", ""),
        ("smtps://mail.example", "mail.example", 465, "tls", "", ""),
        ("smtp://mail.example?tls=none", "mail.example", 25, "none", "", ""),
        ("smtp://localhost:1025", "localhost", 1025, "none", "", ""),
        ("smtp://a%40b.example:p%3A%2F@mail.example", "mail.example", 587, "starttls", "a@b.example", "p:/"),
    ],
)
def test_the_server_is_read_from_its_url(url: str, host: str, port: int, tls: str, user: str, password: str) -> None:
    server = SmtpServer.from_url(url)
    assert (server.host, server.port, server.tls) == (host, port, tls)
    assert (server.user, server.password) == (user, password)


@pytest.mark.parametrize(
    "url",
    ["mail.example:587", "http://mail.example", "smtp://", "smtp://u:s3cret@m.example?tls=none", "smtp://m?tls=maybe"],
)
def test_a_url_that_makes_no_sense_is_refused_without_telling_the_password(url: str) -> None:
    with pytest.raises(ValueError, match=r"SMTP_URL|tls") as caught:
        SmtpServer.from_url(url)
    assert "s3cret" not in str(caught.value)


def test_a_password_is_not_shown() -> None:
    assert "s3cret" not in repr(SmtpServer.from_url("smtp://kossr:s3cret@mail.example"))
