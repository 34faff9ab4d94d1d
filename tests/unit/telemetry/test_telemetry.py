from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import jwt
import pytest
from flask import Flask
from prometheus_client import REGISTRY
from structlog.contextvars import clear_contextvars

from parcelbot.core.cases.tickets import Priority, Ticket, TicketDraft, TicketStatus
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest
from parcelbot.telemetry import metrics
from parcelbot.telemetry.flask_requests import watch_requests
from parcelbot.telemetry.logs import begin_request, formatter, log_context, log_conversation
from parcelbot.telemetry.lookups import MeasuredProvider
from parcelbot.telemetry.masking import masked
from parcelbot.telemetry.serving import PROCESSES, serve_metrics
from parcelbot.tracking.errors import ProviderUnavailable
from tests.unit.tracking.fakes import FakeProvider

NOW = datetime(2026, 11, 22, 12, tzinfo=timezone.utc)
CONVERSATION = "0123456789abcdef0123456789abcdef"
TOKEN = jwt.encode({"sub": CONVERSATION, "exp": 1}, "s" * 32, "HS256")

SECRETS = {
    "an e-mail": "anna.berg+shop@example.com",
    "an e-mail in an address": "anna.berg%40example.com",
    "a postal number": "RR123456785CN",
    "a postal number in small letters": "rr123456785cn",
    "a postal number with gaps": "RR 123 456 785 CN",
    "a Cainiao number": "LP00123456789012",
    "a number of digits": "9400111899223197428497",
    "digits with gaps": "9400 1118 9922 3197",
    "an order of the marketplace": "8123456789012347",
    "a phone": "+44 7700 900123",
    "a token": TOKEN,
}


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    logger = logging.getLogger("tests.telemetry")
    logger.propagate = False
    logger.setLevel(logging.DEBUG)
    yield logger
    logger.handlers.clear()
    clear_contextvars()


@pytest.fixture
def lines(logger: logging.Logger) -> Callable[[], list[dict[str, Any]]]:
    """What was logged so far, as JSON."""
    written: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            written.append(self.format(record))

    handler = Keep()
    handler.setFormatter(formatter("web", as_json=True))
    logger.addHandler(handler)
    return lambda: [json.loads(line) for line in written]


Lines = Callable[[], list[dict[str, Any]]]


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
def test_a_message_does_not_tell_it(logger: logging.Logger, lines: Lines, secret: str) -> None:
    logger.warning(f"no answer for {secret}, trying again")

    assert secret not in str(lines())
    assert "trying again" in lines()[0]["event"]


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
def test_arguments_do_not_tell_it(logger: logging.Logger, lines: Lines, secret: str) -> None:
    logger.warning("no answer for %s: %s", secret, {"seen": [secret]})

    assert secret not in str(lines())


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
def test_exceptions_do_not_tell_it(logger: logging.Logger, lines: Lines, secret: str) -> None:
    try:
        raise LookupError(f"nothing known of {secret}")
    except LookupError:
        logger.exception("failed")

    assert secret not in str(lines())
    assert "LookupError: nothing known of" in lines()[0]["exception"]


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
def test_what_libraries_log_through_structlog_does_not_tell_it(
    logger: logging.Logger, lines: Lines, secret: str
) -> None:
    record = {"event": "processor.message", "text": secret, "slots": {"number": secret}, "level": "info"}
    logger.info(record, extra={"_logger": logger, "_name": "info"})

    assert secret not in str(lines())


@pytest.mark.parametrize("text", ["order 7401", "order #7401", "#7401", "order_number=7401", "'order_number': '7401'"])
def test_an_order_number_is_known_by_what_stands_before_it(text: str) -> None:
    assert "7401" not in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "listening on port 8080",
        "2026-11-22T12:30:45.123456+00:00 is due",
        f"{CONVERSATION} has to wait",
        "ticket KT-7QF3MX opened",
        "answered by silence_in_transit/export_no_import_react",
        "GET http://127.0.0.1:8017/track/v2.2/gettrackinfo took 0.123 s",
        "no answer within 4.0 s, HTTP 503",
    ],
)
def test_what_names_nobody_can_be_read(text: str) -> None:
    assert masked(text) == text


def test_a_mail_keeps_what_tells_addresses_apart_for_support() -> None:
    assert masked("mail to anna@example.com bounced") == "mail to a•••@example.com bounced"
    assert masked("RR123456785CN unknown") == "…85CN unknown"


@pytest.mark.parametrize("number", ["4111 1111 1111 1111", "GB82 WEST 1234 5698 7654 32"])
def test_of_a_payment_number_nothing_is_left(number: str) -> None:
    assert not set(number) & set("0123456789") & set(masked(f"no answer for {number}"))


@pytest.mark.parametrize("key", ["email", "order_number", "token", "password"])
def test_some_fields_are_not_to_be_read_whatever_they_hold(key: str) -> None:
    assert masked({key: "x", "other": "x"}) == {key: "•••", "other": "x"}


def test_a_line_says_when_where_and_in_which_process(logger: logging.Logger, lines: Lines) -> None:
    logger.error("failed")

    (line,) = lines()
    assert datetime.fromisoformat(line["timestamp"].replace("Z", "+00:00")).tzinfo
    assert (line["level"], line["logger"], line["process"]) == ("error", "tests.telemetry", "web")


def test_lines_about_a_conversation_carry_its_id_and_its_ticket(logger: logging.Logger, lines: Lines) -> None:
    with log_context(CONVERSATION, reference="KT-7QF3MX"):
        logger.info("in it")
    logger.info("after it")

    inside, after = lines()
    assert (inside["conversation"], inside["reference"]) == (CONVERSATION, "KT-7QF3MX")
    assert "conversation" not in after


def test_a_request_does_not_inherit_the_conversation_of_the_one_before(logger: logging.Logger, lines: Lines) -> None:
    log_conversation(CONVERSATION)
    begin_request()
    logger.info("another shopper's request")

    assert "conversation" not in lines()[0]


def test_lines_for_people_are_one_line_with_the_same_facts(logger: logging.Logger) -> None:
    record = logger.makeRecord("x", logging.INFO, "f", 1, "ticket %s opened", ("KT-7QF3MX",), None)
    with log_context(CONVERSATION):
        line = formatter("web", as_json=False).format(record)

    assert "ticket KT-7QF3MX opened" in line
    assert CONVERSATION in line
    assert "\n" not in line


def test_a_logger_that_structlog_made_before_us_is_masked_too() -> None:
    """As Rasa's are: made and used while Rasa starts, before any code of ours."""
    script = (
        "import structlog, logging, sys\n"
        "from rasa.utils.log_utils import configure_structlog\n"
        "configure_structlog(logging.INFO)\n"
        "early = structlog.get_logger('rasa.early'); early.info('before')\n"
        "from parcelbot.telemetry import set_up_logs\n"
        "set_up_logs('assistant')\n"
        "early.info('processor.message', text='I am anna@example.com', user='RR123456785CN')\n"
    )
    said = run_python(script, LOG_FORMAT="json").splitlines()[-1]

    assert json.loads(said)["process"] == "assistant"
    assert json.loads(said)["text"] == "I am a•••@example.com"
    assert "RR123456785CN" not in said


def test_errors_are_counted_by_who_logged_them() -> None:
    script = (
        "import logging\n"
        "from prometheus_client import REGISTRY\n"
        "from parcelbot.telemetry import set_up_logs\n"
        "set_up_logs('web')\n"
        "logging.getLogger('parcelbot.x').error('oops')\n"
        "logging.getLogger('parcelbot.x').warning('hm')\n"
        "print(REGISTRY.get_sample_value('parcelbot_errors_total', {'logger': 'parcelbot.x'}))\n"
    )

    assert "1.0" in run_python(script).splitlines()


def test_look_ups_are_measured_by_how_they_ended() -> None:
    ticks = iter([1.0, 3.5, 4.0, 4.5])
    found = MeasuredProvider(FakeProvider(Lookup(LookupOutcome.NOT_FOUND)), lambda: next(ticks))
    failing = MeasuredProvider(FakeProvider(ProviderUnavailable("down")), lambda: next(ticks))
    before = seconds("not_found"), seconds("ProviderUnavailable")

    found.fetch(LookupRequest("RR123456785CN"))
    with pytest.raises(ProviderUnavailable):
        failing.fetch(LookupRequest("RR123456785CN"))

    assert (seconds("not_found") - before[0], seconds("ProviderUnavailable") - before[1]) == (2.5, 0.5)


def test_the_wait_for_a_person_is_measured_once() -> None:
    opened = Ticket("KT-7QF3MX", TicketDraft("c", priority=Priority.HIGH), TicketStatus.NEW, NOW, NOW, NOW)
    answered = replace(opened, first_response_at=NOW + timedelta(minutes=20))
    before = value("parcelbot_handover_wait_seconds_sum", priority="high"), value("parcelbot_agent_replies_total")

    metrics.agent_replied(opened, answered)
    metrics.agent_replied(answered, answered)

    assert value("parcelbot_handover_wait_seconds_sum", priority="high") - before[0] == 1200
    assert value("parcelbot_agent_replies_total") - before[1] == 2


def test_requests_are_counted_by_route_and_never_by_address() -> None:
    app = Flask(__name__)
    watch_requests(app)
    app.add_url_rule("/tickets/<reference>", "ticket", lambda reference: reference)
    client = app.test_client()
    labels = {"method": "GET", "route": "/tickets/<reference>", "status": "200"}
    before = value("parcelbot_http_requests_total", **labels)

    client.get("/tickets/KT-7QF3MX")
    client.get("/tickets/KT-AAAAAA")
    client.get("/made/up/by/somebody")

    assert value("parcelbot_http_requests_total", **labels) - before == 2
    assert value("parcelbot_http_requests_total", method="GET", route="none", status="404") >= 1


def test_without_a_port_there_are_no_metrics_to_fetch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("METRICS_PORT", raising=False)

    assert [serve_metrics(process) for process in PROCESSES] == [0] * len(PROCESSES)


def seconds(outcome: str) -> float:
    return value("parcelbot_tracking_lookup_seconds_sum", outcome=outcome)


def value(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


def run_python(script: str, **environment: str) -> str:
    """What a Python of its own prints: it may set up logging as it likes."""
    env = {**os.environ, "SQLALCHEMY_SILENCE_UBER_WARNING": "1", **environment}
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", script], env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr
